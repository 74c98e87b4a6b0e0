"""What a statement says is not evidenced of a group, once, and what a source says is not there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import cast

from graphmodel.claimed import denials
from graphmodel.entities import Document, Group
from graphmodel.evidence import EvidenceLevel, What
from graphmodel.kinds import GOVERNANCE_KINDS, Role
from graphmodel.relations import Seat
from queries.asking.questions import IN_SHORT
from queries.wording import joined
from viz.statement.means import is_terms
from viz.statement.standing import is_whole
from viz.statement.teller import Teller, is_number
from viz.statement.words import is_several, sentence
from viz.wording import plain


def unknown(teller: Teller, group: Group) -> Iterator[str]:
    """Yield what is denied of a group, then in one sentence what nobody says of it."""
    denied = denials(group, teller.index.as_of)
    for what, claim in denied.items():
        words = _NO.get(what, f"it has nothing of this: {IN_SHORT.get(what, plain(what))}")
        yield sentence("A source says that", _agreeing(words, group), teller.notes.cite([claim.evidence]))
    if group.kind not in GOVERNANCE_KINDS:  # nobody asks a meeting series for what a board must have
        return
    sought = [what for what, there in _SOUGHT.items() if what not in denied and not there(teller, group)]
    none = [what for what in sought if _is_shown_empty(teller, group, what)]
    for what in none:
        words = _agreeing(_NO.get(what, "nobody sits on it"), group)
        yield sentence(words, ": the list is declared complete")
    missing = [what for what in sought if what not in none]
    if missing:
        words = joined(_SHORT.get(what, IN_SHORT[what]) for what in missing)
        yield f"Not evidenced: {_agreeing(words, group)}."


def _is_shown_empty(teller: Teller, group: Group, what: str) -> bool:
    """Tell whether a list that is declared complete has nothing on it, however weakly evidenced."""
    anything = replace(teller, level=EvidenceLevel.ASSERTED)
    return what in _LISTS and is_whole(teller.index, What(what), group.id) and not _SOUGHT[what](anything, group)


_LISTS = frozenset({What.TERMS_OF_REFERENCE, What.LINE, What.CHAIR, What.MEMBERSHIP})


def _agreeing(words: str, group: Group) -> str:
    """Put words about one group so that they speak of several, where the group is several."""
    if not is_several(group):
        return words
    for one, several in _PLURALS:
        words = re.sub(rf"\b{one}\b", several, words)
    return words


_PLURALS = (
    ("it answers", "they answer"), ("it meets", "they meet"), ("it has", "they have"), ("on it", "on them"),
    ("chairs it", "chairs them"),
)  # fmt: skip
_NO: Mapping[str, str] = {
    What.LINE: "it answers to nobody", What.CHAIR: "it has no chair",
    What.VICE_CHAIR: "nobody stands in for the chair", What.TERMS_OF_REFERENCE: "it has no terms of reference",
}  # fmt: skip
_SHORT: Mapping[str, str] = {What.LINE: "to whom it answers"}


def _has_role(role: Role) -> Callable[[Teller, Group], bool]:
    return lambda teller, group: any(cast("Seat", seat).role is role for seat in teller.arriving("seat", group))


_SOUGHT: dict[str, Callable[[Teller, Group], bool]] = {
    What.TERMS_OF_REFERENCE: lambda teller, group: any(
        is_terms(cast("Document", teller.index.entity[tie.finish])) for tie in teller.leaving("governed_by", group)
    ),
    What.LINE: lambda teller, group: group.terminus or bool(teller.leaving("line", group)),
    What.CHAIR: _has_role(Role.CHAIR),
    What.MEMBERSHIP: _has_role(Role.MEMBER),
    What.RHYTHM: lambda _, group: bool(group.rhythm) or is_number(group.per_year),
}
