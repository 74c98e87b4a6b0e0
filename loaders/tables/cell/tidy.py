"""What is put right in every cell before anyone asks what it says: blanks of all sorts, and marks that nobody sees."""

from __future__ import annotations

import re

from loaders.tables.cell.mojibake import repaired

_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_BLANKS = re.compile(r"[^\S\n]+")
_AROUND_LINES = re.compile(r" ?\n ?")


def tidied(text: str) -> str:
    """Return a text with single blanks between its words, none around it, and lines kept as lines.

    Non-breaking and other odd blanks become plain ones, marks that nobody sees go, and letters that were opened in the
    wrong encoding come back.
    """
    if text.isascii() and "  " not in text and text.isprintable() and text[:1] != " " and text[-1:] != " ":
        return text
    plain = _BLANKS.sub(" ", _UNSEEN.sub("", repaired(text).replace("\r\n", "\n").replace("\r", "\n")))
    return _AROUND_LINES.sub("\n", plain).strip()
