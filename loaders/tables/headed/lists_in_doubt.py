"""Lists that are declared complete, though the sheet on which they would stand is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.evidence import What
from loaders.tables.columns import TABLES

if TYPE_CHECKING:
    from collections.abc import Collection

    from loaders.gathered import Gathered

_SEATS = (
    What.MEMBERSHIP, What.CHAIR, What.VICE_CHAIR, What.SECRETARIAT, What.REPRESENTATIVE, What.SEAT, What.LEAD_OFFICER,
    What.SENIOR_RESPONSIBLE_OWNER, What.SENIORITY, What.AUTHORITY,
)  # fmt: skip
_LINES = (What.LINE, What.LEAD, What.SUBJECT, What.FREQUENCY, What.POWERS)
_DOCUMENTS = (What.TERMS_OF_REFERENCE, What.ELEMENTS, What.APPROVAL, What.REVIEW)
_SHEETS = {
    **dict.fromkeys(_SEATS, ("seats",)),
    **dict.fromkeys(_LINES, ("lines",)),
    **dict.fromkeys(_DOCUMENTS, ("documents", "links")),
    What.GROUPS: ("groups",),
    What.POSTS: ("posts",),
    What.MILESTONES: ("milestones",),
}
"""On which sheets the entries of a list stand; of any other list they are links."""


def tell_lists_in_doubt(into: Gathered, read: Collection[str]) -> None:
    """Tell the sheets that are not among those read, though a list that would stand there is declared complete."""
    wanted = {
        table
        for declared in into.content.get("completeness", ())
        for table in _SHEETS.get(declared.get("of"), ("links",))
    }
    for table in (table for table in TABLES if table in wanted.difference(read)):
        what = f"A list is declared complete that would stand on {TABLES[table].title}, and there is no such sheet."
        remedy = "Add the sheet, with its headings alone if there is nothing to list, or take the declaration back."
        into.tell(into.place(("completeness",)), what, remedy, warning=True)
