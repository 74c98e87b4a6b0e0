"""What is told of rows that name nobody where somebody belongs: each sort once a sheet, with all its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.evidence import What
from graphmodel.place import letters
from loaders.tables.cell.remarks import among
from loaders.tables.sitting.role_words import Standing, by_word
from loaders.tables.sitting.without_persons import without_persons, words_in
from loaders.wording import quoted

if TYPE_CHECKING:
    from graphmodel.place import Location
    from loaders.gathered import Gathered
    from loaders.tables.rows import Row

_KNOWN = words_in((*by_word(), "former"))
_WHO = "Write who it is when it is known."


class Nobody:
    """Collects such rows of one sheet."""

    def __init__(self, into: Gathered) -> None:
        """Begin with none."""
        self._into = into
        self._found: dict[str, list[tuple[Location, str, str]]] = {}

    def vacant_of_body(self, row: Row, field: str, body: str) -> None:
        """Note a vacant seat of a body."""
        self._note(
            "of a body", row, field, f"This seat is vacant: it was read as one of {quoted(body)} that is not filled."
        )

    def vacant_post(self, row: Row, field: str, post: str) -> None:
        """Note a vacant seat for which a post is made."""
        what = f"This seat is vacant: it was read as that of a post which nobody holds, {quoted(post)}."
        self._note("post", row, field, what, "Write under On behalf of whose seat it is, if that is known.")

    def no_evidence(self, row: Row, field: str, text: str) -> None:
        """Note a row that is no evidence of anything."""
        self._note("nothing", row, field, f"{quoted(text)} names nobody, so this row is not evidence of anything.")

    def denied(self, row: Row, field: str, about: str, what: What) -> None:
        """Note that something is denied."""
        words = "no line to anybody" if what is What.LINE else f"no {what.value.replace('_', ' ')}"
        told = f"This was read as saying that {quoted(about)} has {words}."
        self._note("denied", row, field, told, "If that is not known, leave it blank.")

    def not_known(self, row: Row, field: str, text: str) -> None:
        """Note that something is not known."""
        told = f"{quoted(text)} names nobody, so this counts as not evidenced, and as a question that is open."
        self._note("not known", row, field, told, _WHO)

    def no_seat(self, row: Row, text: str, standing: Standing) -> None:
        """Note a row that says that somebody does not sit there, or not any more."""
        shown = quoted(without_persons(text, _KNOWN) or "-")
        if standing is Standing.ENDED:
            what = f"{shown} says that this seat has ended, so none was read."
            remedy = "To keep it, write the role, and under Until when it ended."
        else:
            what, remedy = (
                f"{shown} says that nobody sits here, so no seat was read.",
                "If somebody does, write the role.",
            )
        self._note(f"no seat: {text}", row, "role", what, remedy)

    def varies(self, row: Row, field: str, text: str) -> None:
        """Note that it is now one, now another."""
        told = f"{quoted(text)} names nobody, so this is a question that is open; the words are kept in the note."
        self._note(f"varies: {text}", row, field, told, "Write who it is, or each of them with their dates.")

    def tell(self) -> None:
        """Tell all of it."""
        for found in self._found.values():
            (where, what, remedy), *rest = found
            others = (
                f" The same in {among(f'{letters(one.column or 1)}{one.row}' for one, _, _ in rest)}." if rest else ""
            )
            self._into.tell(where, what + others, remedy, warning=True)

    def _note(self, sort: str, row: Row, field: str, what: str, remedy: str = "") -> None:
        self._found.setdefault(sort, []).append((row.where.sheet.at(row.where.row, field), what, remedy))
