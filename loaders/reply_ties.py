"""Answers that name somebody or something: relations between what was asked about and who is named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from graphmodel.answers import Entry
from graphmodel.entities import Body, Group, Person, Post
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
from loaders.wording import a, one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graphmodel.relations import Relation
    from loaders.reply_answers import Answer
    from loaders.reply_changes import Changes


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

_NEW = re.compile(r"new (post|person|group|body)\s*:\s*(.+)", re.IGNORECASE)


def named_ids(changes: Changes, answer: Answer) -> tuple[str, ...]:
    """Return the ids of those that an answer names; none where a name is not known, which is told with the nearest."""
    ids = [_id(changes, answer, name) for name in _names(changes, answer)]
    return tuple(id_ for id_ in ids if id_) if all(ids) else ()


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
        for relation in changes.relations(tie.class_.TYPE)
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
    return [one for one in changes.relations(tie.class_.TYPE) if (one.start, one.finish) == ends]


def _same_role(relation: Relation, tie: Tie, what: str) -> bool:
    """Whoever sits there in any role is a member."""
    if not isinstance(relation, Seat) or what in (What.MEMBERSHIP, What.SEAT):
        return True
    return bool(relation.role == tie.fields["role"])


def _names(changes: Changes, answer: Answer) -> Sequence[str]:
    """Split a text into names; a name with a semicolon in it that is known as a whole stays whole."""
    if changes.names(answer.form.types).same(answer.text):
        return (answer.text,)
    return tuple(filter(None, (part.strip() for part in re.split(r"[;\n]", answer.text))))


def _id(changes: Changes, answer: Answer, name: str) -> str:
    types = answer.form.types
    new = _NEW.fullmatch(name)
    if new and new[1].casefold() in types:
        return _made(changes, answer, new[1].casefold(), new[2].strip())
    names = changes.names(types)
    same = names.same(name)
    if len(same) == 1:
        return same[0]
    if answer.what == What.HOLDER:
        return _made(changes, answer, "person", name)
    near = same or names.nearest(name)
    what = f"{quoted(name)} is {'the name of several' if same else 'no name in the structure'}."
    shown = one_of(f"{quoted(changes.name(id_))} ({id_})" if same else quoted(changes.name(id_)) for id_ in near)
    kinds = [quoted(f"new {type_}: {name}") for type_ in types if type_ in _MADE]
    made = f" Write {kinds[0]} where it is {a(types[0])} that is not there yet." if kinds else ""
    remedy = f"Did you mean {shown}?" if near else f"Add it to the structure first, or correct the name.{made}"
    changes.problems.append(answer.reply.problem(Entry.ANSWER, what, remedy))
    return ""


def _made(changes: Changes, answer: Answer, type_: str, name: str) -> str:
    """Make an entity that the answer says is there, and that the structure did not have."""
    same = changes.names((type_,)).same(name)
    if same:
        return same[0]
    id_ = changes.new_id(type_)
    evidence = answer.evidence(changes)
    changes.add(_MADE[type_](id=id_, name=name[:500], evidence=evidence, **_KINDS.get(type_, {})))
    return id_


_MADE: Mapping[str, Any] = {"post": Post, "person": Person, "group": Group, "body": Body}
_KINDS: Mapping[str, dict[str, str]] = {"group": {"kind": "group"}, "body": {"kind": "other"}}
