"""Rows that are half filled: a kind that nobody gave is guessed, and the guess stands as an inferred claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphmodel.evidence import Modality
from graphmodel.kinds import LineKind
from loaders.guesses.guesses import BY_ITS_NAME, body_kind, document_kind, fund_kind, group_kind, plan_kind
from loaders.names import folded
from loaders.synonyms import meant
from loaders.tables.columns import TABLES
from loaders.tables.meant.whereabouts import places
from loaders.wording import a, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from loaders.gathered import Entry, Gathered, Where
    from loaders.parsed import FieldPath

_GUESSES: Mapping[str, Callable[[str], str]] = {
    "bodies": body_kind,
    "groups": group_kind,
    "documents": document_kind,
    "plans": plan_kind,
    "funds": fund_kind,
}
_SHOWN = 6
"""Guesses that one sentence lists; where there are more, it says how many."""


class Defaults:
    """Fills in what a row cannot be without, and tells it once a table."""

    def __init__(self, into: Gathered) -> None:
        """Work on what is being gathered."""
        self._into = into
        self._guessed: dict[str, list[tuple[str, str, Where]]] = {}
        self._lines: list[Where] = []

    def kind(self, path: FieldPath, entry: Entry, where: Where, *, silent: bool = False) -> None:
        """Give an entity the kind that its name, or what stands in place of a kind, lets one guess."""
        table = str(path[0])
        guess = _GUESSES.get(table)
        words = TABLES[table].by_field["kind"].words if guess else ()
        said = entry.get("kind")
        if guess is None or said in words:
            return
        kind, reason = _by_what_is_said(str(said), words, guess) if said else ("", "")
        if not kind:
            kind, reason = str(guess(str(entry["name"]))), BY_ITS_NAME
        entry["kind"] = kind
        evidence = {"modality": Modality.INFERRED.value, "reason": reason}
        number = len(entry.setdefault("claims", []))
        self._into.add((*path, "claims", number), {"property": "kind", "value": kind, "evidence": evidence}, where)
        if said:
            what = f"{quoted(said)} is no kind of {TABLES[table].type}; {quoted(_plain(kind))} was taken, {reason}."
            self._into.tell(where.sheet.at(where.row, "kind"), what, "Choose a kind from the list.", warning=True)
        elif not silent:
            self._guessed.setdefault(table, []).append((str(entry["name"]), kind, where))

    def line(self, entry: Entry, where: Where) -> None:
        """Take a line whose kind nobody gave for reporting, the weakest of them, and the whole line for inferred."""
        words = TABLES["lines"].by_field["kind"].words
        said = entry.get("kind")
        if said in words or "from" not in entry or "to" not in entry:
            return
        same = meant(folded(str(said)), words) if said else ()
        if len(same) == 1:
            entry["kind"] = same[0]
            return
        entry["kind"] = LineKind.REPORTS_TO.value
        reason = f"the row calls it {quoted(said)}" if said else "the row does not say what kind of line it is"
        entry["evidence"] = {"modality": Modality.INFERRED.value, "reason": reason, **entry.get("evidence", {})}
        if said:
            what = f"{quoted(said)} is no kind of line; this was read as reporting, and as inferred."
            self._into.tell(where.sheet.at(where.row, "kind"), what, "Choose a kind from the list.", warning=True)
        else:
            self._lines.append(where)

    def tell(self) -> None:
        """Tell what was filled in."""
        for table, guessed in self._guessed.items():
            _, _, first = guessed[0]
            many = f"{len(guessed)} {TABLES[table].title.casefold()} have" if len(guessed) > 1 else "This row has"
            shown = [f"{quoted(name)} as {a(_plain(kind))}" for name, kind, _ in guessed[:_SHOWN]]
            more = f" and {len(guessed) - _SHOWN} more" if len(guessed) > _SHOWN else ""
            which = f" ({places(where for _, _, where in guessed)})" if len(guessed) > 1 else ""
            what = f"{many} no kind{which}: it was guessed from the name, {', '.join(shown)}{more}."
            self._into.tell(first.sheet.at(first.row, "kind"), what, "Fill in the kind.", warning=True)
        if self._lines:
            first = self._lines[0]
            what = (
                f"Nothing says what kind of line this is in {places(self._lines)}: read as reporting, and as inferred."
            )
            self._into.tell(first.sheet.at(first.row, "kind"), what, "Fill in the kind.", warning=True)


def _by_what_is_said(said: str, words: tuple[str, ...], guess: Callable[[str], Any]) -> tuple[str, str]:
    """Read a kind in words of one's own: another word for one of the list, or a name that tells it."""
    same = meant(folded(said), words)
    kind = same[0] if len(same) == 1 else str(guess(said))
    is_telling = len(same) == 1 or kind != str(guess(""))
    return (kind, f"as the sheet says {quoted(said)}") if is_telling else ("", "")


def _plain(word: str) -> str:
    return word.replace("_", " ")
