"""What an audit says, as a document: findings, the facts they rest on, and with what it was asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from pydantic import Field

from graphmodel.collector import collector_paused
from graphmodel.evidence import EvidenceLevel, Record
from queries.findings.changes import Since
from queries.findings.clause_result import ClauseResult
from queries.findings.left_out import LeftOut
from queries.findings.waivers import Waived, WaiverText
from queries.outcome import Severity
from queries.own_profile import OwnChange
from queries.rule import Status

REPORT_SCHEMA = 1

OPEN = frozenset({Status.FAIL, Status.CONFLICT, Status.QUERY, Status.PARTLY, Status.OBSERVED})
"""The statuses that somebody may have to do something about: what can be accepted, and what is followed over time."""


class Named(Record):
    """Something with its id and name."""

    id: str
    name: str


class PersonNames(Record):
    """A person with all names that a report may tell of them, now or in the report that it is put beside."""

    id: str
    names: tuple[str, ...]


class FactText(Record):
    """A fact in words, with the source, the place in it, and how the source speaks of it."""

    id: str
    says: str
    source: str | None = None
    source_title: str | None = None
    locator: str | None = None
    modality: str
    reason: str | None = None
    note: str | None = None
    quote: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    current: str = "yes"


class Figure(Record):
    """A ratio as the two whole numbers it is made of."""

    name: str
    part: int
    whole: int


class Want(Record):
    """Something that is not known, by whose it is: the same for every rule that wants it.

    `what` is one of `graphmodel.evidence.What`, or the name of a property that is told in two ways. `towards` names
    who else it concerns, where it lies between several.
    """

    about: str
    what: str
    towards: tuple[str, ...] = ()


class Finding(Record):
    """What one rule says of one subject, or of several together.

    `board`, `audit` and `ask` are the wording in three voices; `because` says what made the status what it is. `facts`
    and `context` are ids into the report's facts. `priority` is the severity, one step lower for a query. `wants` is
    what would have to be told to settle it. `waived` says who accepts it as it is, and until when.
    """

    identity: str
    rule: str
    title: str
    status: Status
    severity: Severity
    priority: Severity
    subjects: tuple[Named, ...]
    aspect: str = ""
    board: str
    audit: str
    ask: str = ""
    because: str = ""
    facts: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    path: tuple[Named, ...] = ()
    affected: tuple[Named, ...] = ()
    figures: tuple[Figure, ...] = ()
    wants: tuple[Want, ...] = ()
    waived: Waived | None = None


class RuleText(Record):
    """A rule as the report quotes it: what it is, why it matters, what to do and who could."""

    id: str
    title: str
    family: str
    nature: str
    clauses: tuple[Named, ...]
    why: str
    remedy: str
    who: str
    population: int = Field(ge=0)


class Report(Record):
    """A whole audit. It is a function of content, as-of date, profile, rules and version, and of nothing else.

    Groups that are `set_aside` are those of which a change leaves open whether they exist, and those `to_come` are
    planned or begin later; neither are audited. `waivers` are the accepted exceptions it was made with, `since` what
    has changed since an earlier report, and `left_out` what somebody asked it to leave out. `matrix` is
    what each clause comes to, `profile_changes` are what a profile of somebody's own asks otherwise than the one of the
    tool that it extends, and `remarks` say where the day asked about is none that the profile is for. From the
    sources `not_quoted` nothing is quoted, because they are later than that day. `people` are
    those whose names it may tell, so that they can be taken out: a report without names has none.
    """

    schema_: int = Field(default=REPORT_SCHEMA, alias="schema")
    version: str
    structure: Named
    content: str
    as_of: str
    profile: str
    profile_title: str
    profile_changes: tuple[OwnChange, ...] = ()
    evidence: EvidenceLevel
    rules: tuple[RuleText, ...]
    findings: tuple[Finding, ...]
    set_aside: tuple[Named, ...]
    to_come: tuple[Named, ...] = ()
    facts: dict[str, FactText]
    waivers: tuple[WaiverText, ...] = ()
    since: Since | None = None
    left_out: LeftOut | None = None
    matrix: tuple[ClauseResult, ...] = ()
    remarks: tuple[str, ...] = ()
    not_quoted: tuple[str, ...] = ()
    people: tuple[PersonNames, ...] = ()

    @cached_property
    def _rule(self) -> Mapping[str, RuleText]:
        return {rule.id: rule for rule in self.rules}

    def rule(self, id_: str) -> RuleText:
        """Return a rule as the report quotes it; KeyError where it was not asked."""
        return self._rule[id_]

    def with_status(self, *statuses: Status) -> tuple[Finding, ...]:
        """Return the findings of these statuses, in the order of the report."""
        return tuple(finding for finding in self.findings if finding.status in statuses)

    def counts(self) -> dict[Status, int]:
        """Return how many findings have each status, worst first, zeros left out."""
        found = Counter(finding.status for finding in self.findings)
        return {status: found[status] for status in Status if found[status]}

    def about(self, subject: str) -> tuple[Finding, ...]:
        """Return the findings that name a subject."""
        return tuple(finding for finding in self.findings if any(named.id == subject for named in finding.subjects))

    def to_json(self) -> str:
        """Return the report as JSON text, the same bytes for the same report."""
        with collector_paused():
            text = self.model_dump_json(by_alias=True, indent=2, exclude_defaults=True, exclude={"schema_"})
        return f'{{\n  "schema": {self.schema_},{text[1:]}\n'


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings: worst status first, then priority, rule, and identity."""
    severities = {severity: place for place, severity in enumerate(Severity)}
    return tuple(
        sorted(
            findings,
            key=lambda found: (found.status.rank, severities[found.priority], found.rule, found.identity),
        )
    )
