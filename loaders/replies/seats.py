"""Seats that an agency confirmed, or said to be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.answers import Entry
from graphmodel.evidence import Modality, What
from graphmodel.relations import Seat
from loaders.replies.values import give
from loaders.replies.wrong import contradiction
from loaders.wording import quoted
from loaders.words import says_none, says_not_known, says_yes

if TYPE_CHECKING:
    from loaders.replies.answer import Answer
    from loaders.replies.changes import Changes


def seat_confirmed(changes: Changes, answer: Answer) -> None:
    """Let a seat rest on what its agency says, end it on a day that is given, or keep beside it that it is wrong."""
    seat, reply, short = changes.item(answer.about), answer.reply, answer.short or answer.text
    if fault := contradiction(answer):
        changes.problems.append(fault)
    elif not isinstance(seat, Seat):
        changes.problems.append(
            reply.problem(Entry.SHORT, f"{quoted(answer.about)} is no seat.", "Take it over by hand.")
        )
    elif says_not_known(short):
        changes.silence(answer.about, What.SEAT, "asked, and not known")
    elif says_none(short) and not reply.until:
        _denied(changes, answer, seat)
    elif says_yes(short) or says_none(short) or not short:
        if says_yes(short):
            _confirmed(changes, answer, seat)
        if reply.until:
            give(changes, answer, answer.about, "valid_to", reply.until)
    else:
        what = f"{quoted(short)} does not say whether the seat is right."
        changes.problems.append(reply.problem(Entry.SHORT, what, "Write yes or no."))


def _confirmed(changes: Changes, answer: Answer, seat: Seat) -> None:
    changes.confirm(seat, answer.evidence(changes))
    if any(claim.property == "member" and claim.evidence.modality is Modality.DENIED for claim in seat.claims):
        what = "The seat is confirmed, and somebody said that it is wrong: that stays, as a disagreement."
        remedy = "Take the denial out of the file where it is settled."
        changes.problems.append(answer.reply.problem(Entry.SHORT, what, remedy, warning=True))


def _denied(changes: Changes, answer: Answer, seat: Seat) -> None:
    """Set the denial beside what the seat rests on, so that an audit sees that the two do not agree."""
    new = changes.claim(answer.about, "member", seat.member, answer.evidence(changes, modality=Modality.DENIED))
    changes.claim(answer.about, "member", seat.member, seat.evidence)
    if new:
        what = f"{quoted(changes.name(seat.member))} is said not to sit on {quoted(changes.name(seat.group))}."
        remedy = "Both are kept, as a disagreement. Until when, beside the no, ends the seat."
        changes.problems.append(answer.reply.problem(Entry.SHORT, what, remedy, warning=True))
