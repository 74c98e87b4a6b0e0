"""The head of a report's paper: what was asked and of what, what came of it in brief, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from queries.report import Finding, Report
from queries.rule import Status
from viz.beside_paper import in_brief, left_out_words
from viz.paper import Block, Definition, Definitions, Heading, Paragraph, Table
from viz.report_words import BRIEF_STATUS, LEVEL_WORDS, level_words
from viz.wording import date


def head(report: Report, *, with_ids: bool) -> Iterator[Block]:
    """Say as at which day, by which rules and on what evidence; `with_ids` also the names that machines use."""
    profile = f"{report.profile_title} (profile {report.profile})" if with_ids else report.profile_title
    entries = [
        ("As at", date(report.as_of)),
        ("Rules", profile),
        ("Evidence that counts", f"{LEVEL_WORDS[report.evidence]} ({level_words(report.evidence)})"),
    ]
    if left := left_out_words(report):
        entries.append(("Left out, as asked", left))
    entries.append(("Made by", f"answerable {report.version}"))
    if with_ids:
        entries.append(_content(report))
    yield Definitions(tuple(Definition(term, text) for term, text in entries))


def summary(report: Report, *, with_ids: bool) -> Iterator[Block]:
    """Say what was found in brief, and count it rule by rule."""
    yield Heading(1, "In brief")
    yield Paragraph(" ".join((_found(report), *in_brief(report))))
    yield from map(Paragraph, report.remarks)
    if report.rules:
        yield _by_status(report) if with_ids else _by_words(report)


def reference(report: Report) -> Iterator[Block]:
    """Name at the end what machines and those who work with the rules need: ids, and what was not asked."""
    yield Heading(1, "For reference")
    entries = (("Profile", report.profile), ("Evidence", level_words(report.evidence)), _content(report))
    yield Definitions(tuple(Definition(term, text) for term, text in entries))
    if report.rules:
        rows = ((rule.id, rule.title, str(rule.population)) for rule in report.rules)
        yield Table(("Rule", "What it looks for", "Asked of"), tuple(rows))


def not_asked_rules(report: Report) -> Iterator[Block]:
    """List the rules that somebody asked to leave out."""
    if report.left_out and report.left_out.rules:
        yield Paragraph(f"Rules of the profile that were not asked: {', '.join(report.left_out.rules)}.")


def _content(report: Report) -> tuple[str, str]:
    return "Content audited", f"{report.structure.id}, fingerprint {report.content}"


def _found(report: Report) -> str:
    open_now = [finding.status for finding in report.findings if finding.waived is None]
    failing, asking, disagree = map(open_now.count, (Status.FAIL, Status.QUERY, Status.CONFLICT))
    told = [
        f"{failing} {_plural('thing', failing)} shown to be out of order"
        if failing
        else "Nothing is shown to be out of order",
        f"{asking} {_plural('question', asking)} to ask" if asking else "no question to ask",
    ]
    if disagree:
        told.insert(1, f"{disagree} {_plural('thing', disagree)} on which the evidence disagrees")
    not_a_fault = " A question is not a fault: it says what was not evidenced in what was read." if asking else ""
    return f"{'; '.join(told)}.{not_a_fault}"


def _plural(word: str, number: int) -> str:
    return word if number == 1 else f"{word}s"


def _by_status(report: Report) -> Table:
    accepted = any(finding.waived for finding in report.findings)
    rows = [(rule.id, rule.title, *_counts(report, rule.id, accepted=accepted)) for rule in report.rules]
    rows.append(("", "All", *_counts(report, "", accepted=accepted)))
    header = ("Rule", "What it looks for", *(status.value for status in Status), *(("accepted",) if accepted else ()))
    return Table(header, tuple(rows))


def _by_words(report: Report) -> Table:
    """Count for a board: in words, and only what there is."""
    accepted = any(finding.waived for finding in report.findings)
    total = _counts(report, "", accepted=accepted)
    used = [place for place, number in enumerate(total) if number != "0"]
    names = (*BRIEF_STATUS.values(), "Accepted")
    rows = [(rule.title, _counts(report, rule.id, accepted=accepted)) for rule in report.rules]
    return Table(
        ("What was looked for", *(names[place] for place in used)),
        tuple((title, *(counts[place] for place in used)) for title, counts in (*rows, ("All", total))),
    )


def _counts(report: Report, rule: str, *, accepted: bool) -> tuple[str, ...]:
    found = [finding for finding in report.findings if not rule or finding.rule == rule]
    counts = [str(sum(one.status is status and one.waived is None for one in found)) for status in Status]
    return (*counts, str(_accepted(found))) if accepted else tuple(counts)


def _accepted(findings: list[Finding]) -> int:
    return sum(finding.waived is not None for finding in findings)
