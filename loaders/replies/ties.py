"""Answers that name somebody or something: relations between what was asked about and who is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from graphmodel.evidence import Modality, What
from graphmodel.kinds import Role
from graphmodel.relations import (
    ContributesTo,
    Covers,
    Holds,
    LineManagedBy,
    LinkedTo,
    Monitors,
    Owns,
    PartOf,
    PostIn,
    ReportedTo,
    ReportingLine,
    Seat,
    Supports,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphmodel.relations import Relation
    from loaders.replies.answer import Answer
    from loaders.replies.changes import Changes


class Tie(NamedTuple):
    """The relation that an answer makes; `asked_at_start` says at which end stands what was asked about."""

    class_: type[Relation]
    asked_at_start: bool
    fields: Mapping[str, Any] = {}
    one: bool = False
    """Whether there is usually only one."""


def _seat(role: Role, *, one: bool = True) -> Tie:
    return Tie(Seat, False, {"role": role}, one)  # noqa: FBT003  named by the tuple


_LINK = Tie(LinkedTo, True)  # noqa: FBT003  named by the tuple
TIES: Mapping[str, Tie] = {
    What.LINE: Tie(ReportingLine, asked_at_start=True, fields={"kind": "accountable_to"}),
    What.CHAIR: _seat(Role.CHAIR),
    What.VICE_CHAIR: _seat(Role.VICE_CHAIR),
    What.LEAD_OFFICER: _seat(Role.LEAD_OFFICER),
    What.SENIOR_RESPONSIBLE_OWNER: _seat(Role.SENIOR_RESPONSIBLE_OWNER),
    What.MEMBERSHIP: _seat(Role.MEMBER, one=False),
    What.SEAT: _seat(Role.MEMBER, one=False),
    What.HOLDER: Tie(Holds, asked_at_start=False, one=True),
    What.HOME: Tie(PostIn, asked_at_start=True, one=True),
    What.PART_OF: Tie(PartOf, asked_at_start=True, one=True),
    What.LINE_MANAGER: Tie(LineManagedBy, asked_at_start=True, one=True),
    What.OWNER: Tie(Owns, asked_at_start=False, one=True),
    What.MONITORING: Tie(Monitors, asked_at_start=False),
    What.REPORT: Tie(ReportedTo, asked_at_start=True),
    What.STRATEGY: Tie(ContributesTo, asked_at_start=True),
    What.AREA: Tie(Covers, asked_at_start=True),
    What.SECRETARIAT: Tie(Supports, asked_at_start=False),
    What.LSP_LINK: _LINK,
    What.YOT_LINK: _LINK,
    What.VOLUNTARY_LINK: _LINK,
    What.PCT_LINK: _LINK,
}


def relate(changes: Changes, answer: Answer, other: str) -> bool:
    """Add the relation to one who is named, or let the one there is rest on the answer; False where none fits."""
    tie = _fitting(changes, answer, other)
    if tie is None:
        return False
    there = [one for one in _between(changes, answer, tie, other) if _same_role(one, tie, answer.what)]
    for relation in there:
        changes.confirm(relation, answer.evidence(changes))
    if not there:
        ends = (answer.about, other) if tie.asked_at_start else (other, answer.about)
        words = (tie.class_.START.word, tie.class_.FINISH.word)
        row = {**dict(zip(words, ends, strict=True)), **tie.fields, **answer.dates}
        changes.add(tie.class_.model_validate({**row, "evidence": answer.evidence(changes)}))
    return True


def existing(changes: Changes, answer: Answer) -> tuple[Relation, ...]:
    """Return the relations in the structure that answer the question already, denied ones left out."""
    tie = TIES.get(answer.what)
    if tie is None:
        return ()
    return tuple(
        relation
        for relation in changes.relations(tie.class_.TYPE, at=answer.about)
        if (relation.start if tie.asked_at_start else relation.finish) == answer.about
        and relation.evidence.modality is not Modality.DENIED
        and _same_role(relation, tie, answer.what)
    )


def _fitting(changes: Changes, answer: Answer, other: str) -> Tie | None:
    """Return the tie whose ends take these two, whichever of them was asked about."""
    tie = TIES[answer.what]
    types = tuple(getattr(changes.entity(id_), "TYPE", "") for id_ in (answer.about, other))
    if answer.what == What.SECRETARIAT and types[1] == "body":
        tie = _seat(Role.SECRETARIAT)
    for way in (tie, tie._replace(asked_at_start=not tie.asked_at_start)):
        start, finish = types if way.asked_at_start else types[::-1]
        if start in way.class_.START.types and finish in way.class_.FINISH.types:
            return way
    return None


def _between(changes: Changes, answer: Answer, tie: Tie, other: str) -> list[Relation]:
    ends = (answer.about, other) if tie.asked_at_start else (other, answer.about)
    return [one for one in changes.relations(tie.class_.TYPE, at=answer.about) if (one.start, one.finish) == ends]


def _same_role(relation: Relation, tie: Tie, what: str) -> bool:
    """Whoever sits there in any role is a member."""
    if not isinstance(relation, Seat) or what in (What.MEMBERSHIP, What.SEAT):
        return True
    return bool(relation.role == tie.fields["role"])
