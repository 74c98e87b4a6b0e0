"""The name of a partnership out of the title of a sheet or a file: without what says what the sheet is."""

from __future__ import annotations

import re

_WHAT = (
    r"who sits (?:where|on what)|who(?:'|’)?s who|(?:group |board )?membership(?: (?:matrix|list|grid|table))?|"
    r"members(?: list)?(?<!of members)|(?:attendance |representation )?(?:matrix|grid)|attendance|representation|"
    r"contacts?(?: list)?|workbook|spreadsheet|v ?\d+(?:\.\d+)?|draft|final|copy|"
    r"(?:as at|as of|updated|revised|version|last updated)\b.*"
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTH} )?(?:19|20)\d\d(?:\s?[-/–]\s?\d{{2,4}})?"
_TAIL = re.compile(rf"[\s\-–—:,|(\[]*\b(?:{_WHAT}|{_DATE})[\s)\].]*$", re.IGNORECASE)
_SIGNED = re.compile(r"\s*\([A-Z]{2,3}\)$")


def plain_title(text: str) -> str:
    """Return a title without its tail: `Anytown CSP - who sits where 2025-26` is that of Anytown CSP.

    Nothing is left of one that says no more than what the sheet is.
    """
    title = " ".join(text.split())
    while _TAIL.search(unsigned := _SIGNED.sub("", title)):
        title = _TAIL.sub("", unsigned)
    return title.strip(" -–—:,|")
