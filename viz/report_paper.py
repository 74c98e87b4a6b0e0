"""A Report as a Paper: for a board by default, in words that an adviser can quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from queries.clauses import clauses, source_titles
from queries.report import Finding, Named, Report, RuleText
from queries.rule import Status
from viz.matrix_paper import matrix_blocks, not_asked
from viz.paper import Block, Bullets, Definition, Definitions, Heading, Item, Paper, Paragraph, Picture, Table
from viz.report_words import LEVEL_WORDS, PRIORITY_WORDS, STATUS_WORDS, fact_words, status_meanings
from viz.wording import date

_IN_FULL = (Status.FAIL, Status.CONFLICT, Status.QUERY, Status.PARTLY, Status.OBSERVED)
_SHORT = (Status.MET, Status.NA)
_ARROW = " → "


class Voice(StrEnum):
    """Whom the findings speak to."""

    BOARD = "board"
    AUDIT = "audit"


def report_paper(report: Report, *, voice: Voice = Voice.BOARD, picture: Picture | None = None) -> Paper:
    """Compose the paper of a report. `picture` stands at its head, where there is one."""
    return Paper(
        f"{report.structure.name}: who answers to whom",
        (
            *_head(report),
            *((picture,) if picture else ()),
            *_summary(report),
            *matrix_blocks(report),
            *(block for status in _IN_FULL for block in _in_full(report, status, voice)),
            *(block for status in _SHORT for block in _in_short(report, status, voice)),
            *_not_audited(report),
            *not_asked(report),
            *_sources(report),
            *_how_to_read(),
        ),
    )


def _head(report: Report) -> Iterator[Block]:
    entries = (
        ("As at", date(report.as_of)),
        ("Rules", f"{report.profile_title} (profile {report.profile})"),
        ("Evidence that counts", f"{LEVEL_WORDS[report.evidence]} (level {report.evidence.value})"),
        ("Made by", f"answerable {report.version}"),
        ("Content audited", f"{report.structure.id}, fingerprint {report.content}"),
    )
    yield Definitions(tuple(Definition(term, text) for term, text in entries))


def _summary(report: Report) -> Iterator[Block]:
    yield Heading(1, "In brief")
    yield Paragraph(_in_brief(report))
    yield from map(Paragraph, report.remarks)
    if report.rules:
        yield Table(
            ("Rule", "What it looks for", *(status.value for status in Status)),
            (*(_counts(rule.id, rule.title, report) for rule in report.rules), _counts("", "All", report)),
        )


def _in_brief(report: Report) -> str:
    counts = report.counts()
    failing = counts.get(Status.FAIL, 0)
    asking = counts.get(Status.QUERY, 0)
    told = [
        f"{failing} {_plural('thing', failing)} shown to be out of order"
        if failing
        else "Nothing is shown to be out of order",
        f"{asking} {_plural('question', asking)} to ask" if asking else "no question to ask",
    ]
    if disagree := counts.get(Status.CONFLICT, 0):
        told.insert(1, f"{disagree} {_plural('thing', disagree)} on which the evidence disagrees")
    not_a_fault = " A question is not a fault: it says what was not evidenced in what was read." if asking else ""
    return f"{'; '.join(told)}.{not_a_fault}"


def _plural(word: str, number: int) -> str:
    return word if number == 1 else f"{word}s"


def _counts(rule: str, title: str, report: Report) -> tuple[str, ...]:
    found = [finding.status for finding in report.findings if not rule or finding.rule == rule]
    return (rule, title, *(str(found.count(status)) for status in Status))


def _in_full(report: Report, status: Status, voice: Voice) -> Iterator[Block]:
    found = report.with_status(status)
    if not found:
        return
    yield Heading(1, f"{STATUS_WORDS[status].heading} ({len(found)})")
    rules = {rule.id: rule for rule in report.rules}
    for rule, findings in _by_rule(found):
        yield Heading(2, f"{rule} {rules[rule].title} ({len(findings)})")
        yield Bullets(tuple(_finding(finding, report, voice) for finding in findings))
        yield Definitions(tuple(_about(rules[rule])))


def _by_rule(findings: Iterable[Finding]) -> list[tuple[str, tuple[Finding, ...]]]:
    """Group findings by rule; rules in the order in which the report first names them, which is by priority."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.rule, []).append(finding)
    return [(rule, tuple(group)) for rule, group in groups.items()]


def _finding(finding: Finding, report: Report, voice: Voice) -> Item:
    says = _says(finding, voice)
    return Item(f"{says} ({PRIORITY_WORDS[finding.priority]})", tuple(_working(finding, says, report)))


def _says(finding: Finding, voice: Voice) -> str:
    return (finding.audit if voice is Voice.AUDIT else finding.board) or finding.title


def _working(finding: Finding, says: str, report: Report) -> Iterator[Item]:
    if finding.ask:
        yield Item(finding.ask, label="Ask")
    if finding.because:
        yield Item(finding.because, label="Because")
    if any(subject.name.casefold() not in says.casefold() for subject in finding.subjects):
        yield Item(_names(finding.subjects), label="About")
    if finding.affected:
        yield Item(_names(finding.affected), label="Also covers")
    if finding.path:
        yield Item(_ARROW.join(step.name for step in finding.path), label="Path")
    for figure in finding.figures:
        yield Item(f"{figure.part} of {figure.whole}", label=figure.name.replace("_", " ").capitalize())
    yield from _facts("Rests on", finding.facts, report)
    yield from _facts("Also known, without settling it", finding.context, report)


def _facts(label: str, ids: Sequence[str], report: Report) -> Iterator[Item]:
    known = [report.facts[fact] for fact in ids if fact in report.facts]
    if len(known) == 1:
        yield Item(fact_words(known[0]), label=label)
    elif known:
        yield Item("", tuple(Item(fact_words(fact)) for fact in known), label=label)


def _names(named: Iterable[Named]) -> str:
    return "; ".join(one.name for one in named)


def _about(rule: RuleText) -> Iterator[Definition]:
    yield Definition("Why it matters", rule.why)
    yield Definition("What to do", rule.remedy)
    yield Definition("Who could", rule.who)
    yield Definition("Based on", " ".join(map(_clause, rule.clauses)))


def _clause(clause: Named) -> str:
    known = clauses().get(clause.id)
    place = f"{known.source}, {known.place}" if known else clause.id
    return f"{clause.name.rstrip('.')} ({place})."


def _in_short(report: Report, status: Status, voice: Voice) -> Iterator[Block]:
    found = report.with_status(status)
    if not found:
        return
    yield Heading(1, f"{STATUS_WORDS[status].heading} ({len(found)})")
    rows = [
        (rule, says, _names(finding.subjects[0] for finding in same), _where(same, report))
        for (rule, says), same in _alike(found, voice)
    ]
    if any(where for *_, where in rows):
        yield Table(("Rule", "What was found", "Of whom", "Source"), tuple(rows))
    else:
        yield Table(("Rule", "What was found", "Of whom"), tuple(row[:3] for row in rows))


def _alike(findings: Iterable[Finding], voice: Voice) -> list[tuple[tuple[str, str], list[Finding]]]:
    """Group the findings of one rule that say the same of different subjects."""

    def same(finding: Finding) -> tuple[str, str]:
        return finding.rule, _says(finding, voice)

    ordered = sorted(findings, key=lambda finding: (*same(finding), finding.identity))
    return [(key, list(group)) for key, group in groupby(ordered, same)]


def _where(findings: Iterable[Finding], report: Report) -> str:
    facts = [report.facts[fact] for finding in findings for fact in finding.facts if fact in report.facts]
    places = (", ".join(filter(None, (fact.source, fact.locator))) for fact in facts)
    return "; ".join(dict.fromkeys(filter(None, places)))


def _not_audited(report: Report) -> Iterator[Block]:
    if report.set_aside or report.to_come:
        yield Heading(1, f"Not audited ({len(report.set_aside) + len(report.to_come)})")
    for groups, why in (
        (report.set_aside, "Whether these still exist is not stated. Ask that first; nothing else was asked of them:"),
        (report.to_come, "These are planned, in development, or begin only after the day:"),
    ):
        if groups:
            yield Paragraph(why)
            yield Bullets(tuple(Item(group.name) for group in groups))


def _sources(report: Report) -> Iterator[Block]:
    known = clauses()
    asked = (known[clause.id].source for rule in report.rules for clause in rule.clauses if clause.id in known)
    titles = {source: source_titles()[source] for source in asked}
    titles |= {fact.source: fact.source_title for fact in report.facts.values() if fact.source and fact.source_title}
    if titles:
        yield Heading(1, "Sources")
        yield Definitions(tuple(Definition(source, titles[source]) for source in sorted(titles)))


def _how_to_read() -> Iterator[Block]:
    yield Heading(1, "How to read this")
    yield Paragraph(
        "Silence is never a fault. What the sources do not say becomes a question; something is said not to be in "
        "order only where a source says so, or where somebody has declared a list complete."
    )
    yield status_meanings()
