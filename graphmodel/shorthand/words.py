"""The words of the shorthand: text into statements, statements into words, and words into safe text again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass


class ShorthandError(ValueError):
    """A statement that cannot be read; `statement` is its text, `expected` what should have stood there."""

    def __init__(self, statement: str, expected: str) -> None:
        super().__init__(f"`{statement}`: {expected}")
        self.statement = statement
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark. A quoted one is never a keyword."""

    text: str
    quoted: bool = False

    @property
    def plain(self) -> str:
        """The word as a keyword or mark: empty when it stands in quotes."""
        return "" if self.quoted else self.text


END = Word("")
"""What stands behind the last word."""
MARKS = frozenset({"=>", "->", "~>", "=", "+", ":", ",", "[", "]"})

_WORD = re.compile(
    r"""
      (?P<quoted> "(?:[^"\\]|\\.)*" )
    | (?P<mark> => | -> | ~> | [=+:,\[\]] )
    | (?P<end> [;\n] )
    | (?P<skip> [^\S\n]+ | \#[^\n]* )
    | (?P<bare> (?: (?!->|~>) [^\s;\#\[\]"=+:,] )+ )
    """,
    re.VERBOSE,
)


class Statement:
    """The words of one statement, taken from the left, and those between its square brackets at the end."""

    def __init__(self, text: str, words: list[Word]) -> None:
        self.text = text
        plain = [word.plain for word in words]
        opening = plain.index("[") if "[" in plain else len(words)
        self.bracket = words[opening + 1 : -1]
        if opening < len(words) and (plain[-1] != "]" or "[" in plain[opening + 1 :] or "]" in plain[opening + 1 : -1]):
            raise self.error("expected one pair of square brackets, at the end")
        self._words = words[:opening]
        self._place = 0

    def error(self, expected: str) -> ShorthandError:
        return ShorthandError(self.text, expected)

    def peek(self, ahead: int = 0) -> Word:
        """Return the next word, or one further on, without taking it; `END` behind the last."""
        place = self._place + ahead
        return self._words[place] if place < len(self._words) else END

    def take(self, expected: str) -> Word:
        """Take the next word, whatever it is but a mark; `expected` names it in the error if there is none."""
        word = self.peek()
        if word is END or word.plain in MARKS:
            raise self.error(f"expected {expected}" + (f", found `{word.text}`" if word is not END else " at the end"))
        self._place += 1
        return word

    def accept(self, *keywords: str) -> bool:
        """Take these keywords or marks if they come next, and tell whether they did."""
        if any(self.peek(ahead).plain != keyword for ahead, keyword in enumerate(keywords)):
            return False
        self._place += len(keywords)
        return True

    def rest(self) -> list[Word]:
        """Take all that is left."""
        words, self._place = self._words[self._place :], len(self._words)
        return words

    def finish(self) -> None:
        """Raise a `ShorthandError` unless every word has been taken."""
        if self.peek() is not END:
            raise self.error(f"expected nothing after this, found `{self.peek().text}`")


def statements(text: str) -> Iterator[Statement]:
    """Yield the statements of a text; a `ShorthandError` for one that cannot be cut into words."""
    words: list[Word] = []
    start = place = 0
    while place <= len(text):
        found = _WORD.match(text, place)
        if found is None and place < len(text):
            raise ShorthandError(text[start:].partition("\n")[0].strip(), "expected the closing quotation mark")
        if found is None or found["end"]:
            if words:
                yield Statement(text[start:place].strip(), words)
            words, start = [], place + 1
        elif found["quoted"]:
            words.append(Word(_unquoted(text[start:].partition("\n")[0], found[0]), quoted=True))
        elif not found["skip"]:
            words.append(Word(found[0]))
        place = place + 1 if found is None else found.end()


def _unquoted(statement: str, text: str) -> str:
    try:
        return str(json.loads(text, strict=False))
    except json.JSONDecodeError as error:
        raise ShorthandError(statement, "expected JSON between the quotation marks") from error


def safe(text: str, keywords: frozenset[str] = frozenset()) -> str:
    """Write a word so that it is read back as itself: in quotes where it must be, as where ``=`` would make ``=>``."""
    bare = _WORD.fullmatch(text)
    plain = bare and bare["bare"] and not text.startswith(">") and text not in keywords
    return text if plain else quoted(text)


def quoted(text: str) -> str:
    """Write a text in double quotes."""
    return json.dumps(text, ensure_ascii=False)
