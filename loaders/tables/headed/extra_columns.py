"""Columns that people's own lists have beside those of the tables: read into something else, or left on purpose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.names import folded
from loaders.tables.columns import TABLES, Column, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST_NAME, SURNAME, JOB_TITLE, POSITION = "first_name", "surname", "job_title", "position"
ORGANISATION = "organisation"

EXTRA: Mapping[str, tuple[Column, ...]] = {
    "seats": (
        Column(ORGANISATION, "Organisation", Kind.REFERENCE, refers=TABLES["seats"].by_field["on_behalf_of"].refers),
        Column(FIRST_NAME, "First name", Kind.TEXT),
        Column(SURNAME, "Surname", Kind.TEXT),
        Column(JOB_TITLE, "Job title", Kind.TEXT),
        Column(POSITION, "Position", Kind.TEXT),
    ),
    "people": (Column(FIRST_NAME, "First name", Kind.TEXT), Column(SURNAME, "Surname", Kind.TEXT)),
}
"""By the table. Nothing of it is ever written: a row with such a cell becomes other rows."""

WORDS: Mapping[str, tuple[str, ...]] = {
    FIRST_NAME: ("forename", "given name", "christian name", "first"),
    SURNAME: ("last name", "family name", "second name"),
    JOB_TITLE: ("job", "post", "post title", "post held", "rank", "designation", "job role", "title and post"),
    POSITION: ("position held", "position in organisation"),
}

_REACHED_AT = re.compile(
    r"(?:contact |work |office |direct |business )*(?:e ?mail|tele?phone|tel|phone|mobile|mob|fax|extension|ext|"
    r"postal address|post ?code)s?(?: (?:address(?:es)?|number|no|nos|numbers|details))?\.?"
)


def is_reached_at(heading: str) -> bool:
    """Tell whether a column holds how persons are reached, which is left out on purpose."""
    return _REACHED_AT.fullmatch(folded(heading)) is not None
