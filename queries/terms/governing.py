"""The terms of reference of the groups of a day, document by document, with what else governs the same groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from graphmodel.dates import UNKNOWN, Day, earliest
from graphmodel.kinds import Capacity, DocumentKind, DocumentStatus
from queries.case import Case
from queries.outcome import COMING
from queries.profile import Depth
from queries.reads import DOCUMENTS, MONEY, SEATS
from queries.reads.documents import DocumentRow
from queries.terms.elements import Condition, conditions_of, depth_of


class Terms(NamedTuple):
    """One document of terms of reference: its ties to groups, the first that of the group it is asked of.

    `beside` are the other documents by which the same groups work: a scheme of delegation, a constitution, a protocol.
    """

    document: str
    ties: tuple[DocumentRow, ...]
    beside: tuple[DocumentRow, ...]

    @property
    def row(self) -> DocumentRow:
        """The document, with its tie to the group it is asked of."""
        return self.ties[0]

    @property
    def group(self) -> str:
        """The group that is asked about it: of several, the one above the others."""
        return self.ties[0].group

    @property
    def unwritten(self) -> bool:
        """Whether there is no text yet to look at."""
        return _is_unwritten(self.row)

    @property
    def seen(self) -> bool:
        """Whether anything of what it says is known."""
        row = self.row
        says = (row.elements, row.says_members, row.says_chair, row.says_accountable_to)
        return any(says) or row.says_per_year is not None


def terms_of(case: Case) -> Mapping[str, Terms]:
    """Return every document of terms of reference that governs a group of the day, by its id."""
    ties: dict[str, list[DocumentRow]] = defaultdict(list)
    others: dict[str, list[DocumentRow]] = defaultdict(list)
    for tie in case.rows(DOCUMENTS):
        if tie.group not in case.groups or not case.counts(tie.document_modality) or tie.document_current == "no":
            continue
        if tie.status == DocumentStatus.NONE:
            continue
        if tie.kind == DocumentKind.TERMS_OF_REFERENCE:
            ties[tie.document].append(tie)
        elif not _is_unwritten(tie) and tie.modality not in COMING:
            others[tie.group].append(tie)
    return {document: _terms(case, document, found, others) for document, found in sorted(ties.items())}


def to_be_agreed(row: DocumentRow, day: Day) -> bool:
    """Tell whether a document was agreed only after the day, by the date that is given."""
    return row.approved_on not in ("", UNKNOWN) and earliest(row.approved_on) > day


def documents_of_terms(case: Case) -> tuple[str, ...]:
    """The population of rules about what terms of reference say."""
    return tuple(terms_of(case))


def _is_unwritten(tie: DocumentRow) -> bool:
    return tie.status == DocumentStatus.IN_DEVELOPMENT or tie.document_modality in COMING


def depth_of_terms(case: Case, terms: Terms) -> Depth:
    """Return how much a document should say: as much as the weightiest of its groups needs."""
    rows = [case.groups[tie.group] for tie in terms.ties]
    depths = [depth_of(row.kind, row.tier, row.decision_rights, case.profile.depth) for row in rows]
    return max(depths, key=tuple(Depth).index)


def conditions_in(case: Case) -> Mapping[str, frozenset[Condition]]:
    """Return, by group, what holds of it that makes more headings matter."""
    funded = {tie.start for tie in case.in_force(MONEY) if tie.type == "plans_use_of"}
    providers = {seat.group for seat in case.in_force(SEATS) if seat.capacity == Capacity.PROVIDER}
    return {
        group: conditions_of(row.decision_rights, row.functions, funds=group in funded, providers=group in providers)
        for group, row in case.groups.items()
    }


def _terms(case: Case, document: str, ties: list[DocumentRow], others: Mapping[str, list[DocumentRow]]) -> Terms:
    groups = {tie.group for tie in ties}
    if len(groups) > 1:
        ties = sorted(ties, key=lambda tie: (len(case.chains.above(tie.group) & groups), tie.group, tie.fact))
    beside = {tie.document: tie for group in sorted(groups) for tie in others.get(group, ())}
    return Terms(document, tuple(ties), tuple(beside.values()))
