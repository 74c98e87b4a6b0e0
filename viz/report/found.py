"""What the papers of a report share: findings by rule, how each is marked, and how sources are numbered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from queries.clauses import clauses, source_titles
from queries.findings.changes import Change
from queries.findings.report import OPEN, Finding, Report, RuleText
from queries.rule import Status
from viz.paper import Block, Heading
from viz.report.five_cs import based_on
from viz.report.words import PRIORITY_WORDS, STATUS_WORDS

CHANGE_WORDS: Mapping[Change, str] = {
    Change.NEW: "new",
    Change.WORSE: "worse than it was",
    Change.LAPSED: "no longer accepted",
    Change.FIRST_ASKED: "asked for the first time",
    Change.STILL_OPEN: "still open",
    Change.BETTER: "better than it was, but still open",
    Change.WAIVED: "accepted",
    Change.FIXED: "settled",
    Change.NOT_ASKED: "open then, and not asked now",
}


def open_of(report: Report, status: Status) -> tuple[Finding, ...]:
    """Return the findings of a status that nobody has accepted."""
    return tuple(finding for finding in report.with_status(status) if finding.waived is None)


def by_rule(findings: Iterable[Finding]) -> list[tuple[str, tuple[Finding, ...]]]:
    """Group findings by rule; rules in the order in which the report first names them, which is by priority."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.rule, []).append(finding)
    return [(rule, tuple(group)) for rule, group in groups.items()]


def told_by_rule(
    report: Report, status: Status, tell: Callable[[RuleText, Sequence[Finding]], Iterable[Block]], *, with_ids: bool
) -> Iterator[Block]:
    """Compose the open findings of a status under its heading, rule by rule, each rule as `tell` tells it."""
    found = open_of(report, status)
    if found:
        yield Heading(1, f"{STATUS_WORDS[status].heading} ({len(found)})")
    for id_, findings in by_rule(found):
        rule = report.rule(id_)
        yield Heading(2, f"{rule_title(rule, with_id=with_ids)} ({len(findings)})")
        yield from tell(rule, findings)


def beside(finding: Finding) -> tuple[str, ...]:
    """Return the facts that are known beside those that a finding rests on, each once."""
    return tuple(fact for fact in dict.fromkeys(finding.context) if fact not in finding.facts)


def rule_title(rule: RuleText, *, with_id: bool) -> str:
    """Name a rule: a board reads its title, who works with the rules reads its id as well."""
    return f"{rule.id} {rule.title}" if with_id else rule.title


def marks(finding: Finding, report: Report) -> str:
    """Say how much a finding matters and, beside an earlier report, what has become of it."""
    words = [PRIORITY_WORDS[finding.priority]]
    changed = report.since.by_identity.get(finding.identity) if report.since else None
    if changed is not None and finding.status in OPEN:
        words.append(CHANGE_WORDS[changed.change])
    return "; ".join(words)


def sources(report: Report) -> dict[str, str]:
    """Return the title of every source that the report quotes, by id, in the order of their ids."""
    known = clauses()
    open_ones = by_rule(finding for finding in report.findings if finding.status in OPEN)
    asked = (
        known[clause.id].source
        for rule, findings in open_ones
        for clause in based_on(report.rule(rule), findings)
        if clause.id in known
    )
    titles = {source: source_titles()[source] for source in asked}
    titles |= {
        fact.source: fact.source_title or titles.get(fact.source, fact.source)
        for fact in report.facts.values()
        if fact.source
    }
    return {source: titles[source] for source in sorted(titles)}
