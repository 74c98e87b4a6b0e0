"""Seats that an agency confirmed, or said to be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.answers import Entry
from graphmodel.evidence import Modality
from graphmodel.relations import Seat
from loaders.reply_words import says_none, says_not_known, says_yes
from loaders.wording import quoted

if TYPE_CHECKING:
    from loaders.reply_answers import Answer
    from loaders.reply_changes import Changes


def seat_confirmed(changes: Changes, answer: Answer) -> None:
    """Let a seat rest on what its agency says; one that is said to be wrong stays, with the denial beside it."""
    seat, reply, short = changes.item(answer.about), answer.reply, answer.short
    if not isinstance(seat, Seat):
        changes.problems.append(
            reply.problem(Entry.SHORT, f"{quoted(answer.about)} is no seat.", "Take it over by hand.")
        )
    elif says_not_known(short):
        changes.silence(answer.about, answer.what, "asked, and not known")
    elif says_none(short):
        evidence = answer.evidence(changes, modality=Modality.DENIED)
        if changes.claim(answer.about, "member", seat.member, evidence):
            what = f"{quoted(changes.name(seat.member))} is said not to sit on {quoted(changes.name(seat.group))}."
            changes.problems.append(reply.problem(Entry.SHORT, what, "Both are kept, as a disagreement.", warning=True))
    elif says_yes(short) or not short:
        if short:
            changes.confirm(seat, answer.evidence(changes))
        if reply.until:
            changes.set(answer.about, "valid_to", reply.until)
            changes.claim(answer.about, "valid_to", reply.until, answer.evidence(changes))
    else:
        what = f"{quoted(short)} does not say whether the seat is right."
        changes.problems.append(reply.problem(Entry.SHORT, what, "Write yes or no."))
