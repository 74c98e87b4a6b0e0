"""What a cell was taken to say, where that is not what stands there, and what is then to be told of it."""

from __future__ import annotations

from enum import Enum
from typing import Any, NamedTuple


class Told(Enum):
    """What is told of a cell: a sentence on it, and what is to be done."""

    NOT_EVIDENCED = (
        "{text} says that it is not known, so this counts as not evidenced.",
        "Fill it in when it is known.",
    )
    UNKNOWN = ("{text} was read as `unknown`.", "Fill it in when it is known.")
    NOTHING = ("{text} was read as a blank cell.", "")
    NONE = (
        "{text} may mean that there is none, or that nobody has said; it was read as a blank cell.",
        "If there is none, say so on the sheet Claims: the property, and `denied` under How firm.",
    )
    VACANT = ("{text} names nobody, so it was read as a blank cell.", "")
    ELSEWHERE = ("{text} points to somewhere else, so this counts as not evidenced.", "Write here what stands there.")
    ERROR = ("The formula here gives the error {text}, so this counts as not evidenced.", "Write the value itself.")
    NO_RESULT = (
        "The formula here was saved without its result, so this counts as not evidenced.",
        "Open the workbook in Excel or LibreOffice and save it once.",
    )
    ABOVE = ("{text} was read as what stands above it, {value}.", "")
    NOTHING_ABOVE = ("{text} has nothing above it, so this counts as not evidenced.", "Write it out.")
    READ = ("{text} was read as {value}.", "")
    SHORT = (
        "{text} was read as {value}, though two figures leave the year open.",
        "Write the year with four figures.",
    )
    TIME = ("{text} was read as {value} hours.", "")
    FIGURE = ("{text} was also read as the number {value}.", "")
    ABOUT = ("{text} was read as {value}, though it says about how many.", "")
    SERIAL = ("{text} is how Excel counts days; it was read as {value}.", "Format the column as dates.")
    SPAN = (
        "{text} may be a year from April to March, and is no one date; it was read as {value}.",
        "Write the month, as in 2003-04, or the year alone.",
    )
    SPAN_LEFT = (
        "{text} may be a year from April to March, and is no one date, so this counts as not evidenced.",
        "Write the day, as in 2003-04-01.",
    )
    MADE_A_DATE = (
        "The spreadsheet holds a date here; it was read as the text {value}.",
        "If you typed something else, such as 1-2, format the cell as text and type it again.",
    )


SURE = frozenset({Told.READ, Told.TIME, Told.FIGURE, Told.ABOVE, Told.SERIAL})
"""What leaves nothing in doubt."""


class Taken(NamedTuple):
    """A value that was taken from a cell, or None where nothing was; what stands there, and what is told of it."""

    value: Any
    text: str
    told: Told
