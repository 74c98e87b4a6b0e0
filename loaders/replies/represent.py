"""Who sits on a group for a body: the seat that such an answer makes, and whether its holder may decide there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.answers import Entry
from graphmodel.relations import Seat
from loaders.replies.values import give

if TYPE_CHECKING:
    from loaders.replies.answer import Answer
    from loaders.replies.changes import Changes
    from loaders.replies.names import Named


def represent(changes: Changes, answer: Answer, other: Named) -> None:
    """Seat the one who sits for a body; where it is not said for which, the answer is kept in its words."""
    body, group = _ends(changes, answer, other)
    if not (body and group):
        changes.claim(answer.about, answer.what, changes.name(other.id), answer.evidence(changes), **answer.dates)
        what = "The answer does not say for which body, so it was kept in its words and settles nothing."
        remedy = "Write the body before the name: Council: Head of Service."
        changes.problems.append(answer.reply.problem(Entry.ANSWER, what, remedy, warning=True))
        return
    there = [one for one in changes.relations("seat", at=group) if (one.start, one.finish) == (other.id, group)]
    seat = there[0] if there else _seated(changes, answer, other.id, group, body)
    if there and getattr(seat, "on_behalf_of", None) is None:
        give(changes, answer, seat.key, "on_behalf_of", body)
    if other.may_decide is not None:
        give(changes, answer, seat.key, "authority", other.may_decide)


def _seated(changes: Changes, answer: Answer, member: str, group: str, body: str) -> Seat:
    evidence = answer.evidence(changes)
    seat = Seat(member=member, group=group, on_behalf_of=body, evidence=evidence, **answer.dates)
    changes.add(seat)
    return seat


def _ends(changes: Changes, answer: Answer, other: Named) -> tuple[str, str]:
    """Return the body and the group: one is asked about, the other named with the question, the answer, or alone."""
    towards = other.body or (answer.towards[0] if len(answer.towards) == 1 else "")
    of_body = [one.finish for one in changes.relations("seat", at=answer.about) if one.start == answer.about]
    if towards:
        is_body = any(towards == one for one in of_body) and getattr(changes.entity(answer.about), "TYPE", "") == "body"
        return (answer.about, towards) if is_body else (towards, answer.about)
    if getattr(changes.entity(answer.about), "TYPE", "") == "body" and not answer.towards:
        groups = tuple(dict.fromkeys(of_body))
        return answer.about, groups[0] if len(groups) == 1 else ""
    on_group = [one.start for one in changes.relations("seat", at=answer.about) if one.finish == answer.about]
    bodies = [one for one in dict.fromkeys(on_group) if getattr(changes.entity(one), "TYPE", "") in ("body", "group")]
    return (bodies[0] if len(bodies) == 1 else ""), answer.about
