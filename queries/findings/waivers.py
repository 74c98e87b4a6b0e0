"""Accepted exceptions: findings that somebody owns, with a reason and a day on which it is looked at again."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from graphmodel.dates import Day, FullDate
from graphmodel.evidence import Record

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]


class Waiver(Record):
    """An accepted exception as its file has it: `finding`, an identity from a report, or else `rule` and `subject`.

    A `subject` is an id, a name or an alias; `aspect` narrows it to one of several findings of a rule about it. The
    exception holds from the day on which it was `agreed_on` to the day of `review_by`, that day included.
    """

    finding: Words | None = Field(default=None, description="The identity of a finding, as a JSON report has it.")
    rule: Words | None = Field(default=None, description="The id of a rule, such as TOR-01.")
    subject: Words | None = Field(default=None, description="Whom or what it is about: an id, a name or an alias.")
    aspect: str | None = Field(default=None, description="Which of several findings of the rule about the subject.")
    owner: Words = Field(description="Who answers for accepting it; better an office than a name.")
    reason: Words = Field(description="Why it is accepted as it is.")
    agreed_on: FullDate = Field(description="The day it was accepted on.")
    review_by: FullDate = Field(description="The last day it holds; then it is looked at again.")

    @property
    def covers(self) -> str:
        """What is excepted, as the file says it."""
        narrowed = f" ({self.aspect})" if self.aspect else ""
        return self.finding or f"{self.rule} {self.subject}{narrowed}"


class Waivers(Record):
    """A file of accepted exceptions."""

    TYPE: ClassVar[str] = "file of waivers"

    schema_: Literal[1] = Field(default=1, alias="schema")
    waivers: tuple[Waiver, ...] = ()


class WaiverStanding(StrEnum):
    """What has become of an accepted exception on the day of the report."""

    IN_FORCE = "in_force"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    UNMATCHED = "unmatched"
    NOT_ASKED = "not_asked"


class Waived(Record):
    """Why a finding is accepted as it is: who owns that, and until when."""

    owner: str
    reason: str
    agreed_on: str
    review_by: str


class WaiverText(Waived):
    """An accepted exception as the report tells it: what it `covers`, how it stands, and the findings it is about."""

    covers: str
    standing: WaiverStanding
    findings: tuple[str, ...] = ()


def waived(waiver: Waiver) -> Waived:
    """Return what a finding says of the exception that covers it."""
    return Waived(owner=waiver.owner, reason=waiver.reason, agreed_on=waiver.agreed_on, review_by=waiver.review_by)


def waiver_text(waiver: Waiver, as_of: Day | str, findings: Iterable[str], *, asked: bool) -> WaiverText:
    """Return how an exception stands on a day. `findings` are those it is about, `asked` whether its rule was asked."""
    found = tuple(findings)
    return WaiverText(
        **waived(waiver).model_dump(),
        covers=waiver.covers,
        standing=_standing(waiver, str(as_of), matched=bool(found), asked=asked),
        findings=found,
    )


def holds_on(waiver: Waiver, as_of: Day | str) -> bool:
    """Tell whether an exception was agreed by a day and need not be looked at again before it."""
    return waiver.agreed_on <= str(as_of) <= waiver.review_by


def _standing(waiver: Waiver, as_of: str, *, matched: bool, asked: bool) -> WaiverStanding:
    if not asked:
        return WaiverStanding.NOT_ASKED
    if not matched:
        return WaiverStanding.UNMATCHED
    if holds_on(waiver, as_of):
        return WaiverStanding.IN_FORCE
    return WaiverStanding.EXPIRED if waiver.review_by < as_of else WaiverStanding.NOT_YET
