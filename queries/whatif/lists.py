"""Which lists are still complete when a proposal is carried out: silence of a proposal is no absence either."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.evidence import Completeness, Modality, What
from graphmodel.structure import Structure
from queries.whatif.change import SeatRule
from queries.whatif.merging import Merging
from queries.whatif.proposal import Proposal

_OF_THE_FILE = frozenset({What.GROUPS})
"""What is said of the file alone, and of nothing in it."""
_NEVER_LISTED = frozenset({"source", "event", "person"})


def lists_after(proposal: Proposal, mergings: list[Merging]) -> Iterator[Completeness]:
    """Yield the lists that still are complete.

    A list declared for the whole file says nothing of a group that the file did not know: it becomes one for each thing
    that there was. Of a new group two lists can be complete: its members, where those of all its groups were, and its
    lines, where those of all were and all end.
    """
    made = {merging.merge.into for merging in mergings if merging.is_new}
    before = proposal.before
    for entry in before.completeness:
        if entry.about is None and made and entry.of not in _OF_THE_FILE:
            yield from (entry.model_copy(update={"about": about}) for about in _all_there(before))
        else:
            yield entry
    for merging in mergings:
        if merging.is_new:
            yield from _of_a_new_group(proposal, merging)


def _all_there(before: Structure) -> Iterator[str]:
    types = {entity.id: entity.TYPE for entity in before.entities()}
    yield from (key for key, _ in before.items() if types.get(key) not in _NEVER_LISTED)


def _of_a_new_group(proposal: Proposal, merging: Merging) -> Iterator[Completeness]:
    closed = {of: _all_complete(proposal.before, of, merging) for of in (What.MEMBERSHIP, What.LINE)}
    whole = {
        What.MEMBERSHIP: closed[What.MEMBERSHIP] and merging.merge.seats is SeatRule.KEEP_CAPACITIES,
        What.LINE: closed[What.LINE] and merging.over == set(merging.fates),
    }
    for of, is_whole in whole.items():
        if is_whole:
            yield Completeness(of=of, about=merging.merge.into, evidence=proposal.evidence(), valid_from=proposal.day)


def _all_complete(before: Structure, of: What, merging: Merging) -> bool:
    """Tell whether a list was declared complete of each of the groups, or of the whole file, in so many words."""
    about = {
        entry.about
        for entry in before.completeness
        if entry.of is of
        and entry.evidence.modality is Modality.STATED
        and (entry.valid_from, entry.valid_to) == (None, None)
    }
    return None in about or set(merging.fates) <= about
