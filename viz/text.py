"""Words as they may be shown: cleaned, measured and wrapped, without asking the machine for a font.

The widths are those of DejaVu Sans, rounded up. It is the widest of the fonts that our font list can fall back to, so
what fits by this table fits on every machine, and the same text gives the same picture everywhere.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_WIDTHS = {
    0.3: "'IJijl",
    0.35: " ,./:;\\|·‘’",
    0.4: "()-[]ft",
    0.45: "!r",
    0.55: '?csz"*_`–“”',
    0.6: "FLkvxy•",
    0.65: "0123456789$EPSTYabdeghnopqu{}",
    0.7: "ABCKRVXZ",
    0.8: "&DGHOQNU",
    0.9: "M#+<=>^w~→←",
    1.0: "%@Wm—…",
}
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_LATIN_WIDTH = 0.8
_OTHER_WIDTH = 1.4
_LAST_LATIN = 0x24F
_BOLD = 1.17
_SPACE_LIKE = "\t\n\r\v\f\x85\u2028\u2029"
_HIDDEN_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn"}
_JOINER = "\u200d"  # it holds family and flag emoji together and changes no direction


def clean(text: str) -> str:
    """The text without what could not be seen: control characters and marks that turn the reading direction.

    Names come from other people's files. A hidden direction mark could make one body read as another, so it goes;
    line breaks become spaces.
    """
    if text.isascii() and text.isprintable():  # most texts: nothing to take out, and looking is slow
        return " ".join(text.split())
    spaced = "".join(" " if letter in _SPACE_LIKE else letter for letter in text)
    visible = (c for c in spaced if c == _JOINER or unicodedata.category(c) not in _HIDDEN_CATEGORIES)
    return " ".join("".join(visible).split())


@lru_cache(maxsize=65536)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """An upper bound of how wide the text is, in the unit of ``size`` (points)."""
    ems = sum(_letter(letter) for letter in text)
    return ems * size * (_BOLD if bold else 1.0)


def wrap(text: str, room: float, size: float, *, bold: bool = False, most: int = 0) -> tuple[str, ...]:
    """The cleaned text in lines no wider than ``room``; a word that is too long is broken.

    With ``most`` lines at most, the last one ends in an ellipsis where words were left out: whoever draws it must
    offer the full text elsewhere.
    """
    lines = _fill(_pieces(clean(text), room, size, bold=bold), room, size, bold=bold)
    if most and len(lines) > most:
        lines = [*lines[: most - 1], _shorten(lines[most - 1], room, size, bold=bold)]
    return tuple(lines)


def _letter(letter: str) -> float:
    known = _WIDTH_OF.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0.0
    return _LATIN_WIDTH if ord(letter) <= _LAST_LATIN else _OTHER_WIDTH


def _pieces(text: str, room: float, size: float, *, bold: bool) -> list[str]:
    """The words of the text, each cut so that it fits into the room by itself."""
    pieces: list[str] = []
    for word in text.split():
        part = ""
        for letter in word:
            if part and width(part + letter, size, bold=bold) > room:
                pieces.append(part)
                part = ""
            part += letter
        pieces.append(part)
    return pieces


def _fill(words: list[str], room: float, size: float, *, bold: bool) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and width(f"{lines[-1]} {word}", size, bold=bold) <= room:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


def _shorten(line: str, room: float, size: float, *, bold: bool) -> str:
    while line and width(f"{line}…", size, bold=bold) > room:
        line = line[:-1].rstrip()
    return f"{line}…"
