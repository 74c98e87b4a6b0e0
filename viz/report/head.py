"""The head of a report's paper: what was asked and of what, what came of it in brief, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from queries.findings.report import Finding, Report
from queries.rule import Status
from queries.without_groups import NO_GROUPS
from viz.paper import Block, Definition, Definitions, Heading, Paragraph, Table
from viz.report.beside_paper import in_brief, left_out_words, own_profile_words
from viz.report.words import BRIEF_STATUS, LEVEL_WORDS, STATUS_WORDS, level_words
from viz.wording import date


def head(report: Report, *, with_ids: bool) -> Iterator[Block]:
    """Say as at which day, by which rules and on what evidence; `with_ids` also the names that machines use."""
    profile = f"{report.profile_title} (profile {report.profile})" if with_ids else report.profile_title
    entries = [
        ("As at", date(report.as_of)),
        ("Rules", profile),
        ("Evidence that counts", f"{LEVEL_WORDS[report.evidence]} ({level_words(report.evidence)})"),
    ]
    if own := own_profile_words(report):
        entries.insert(2, ("Changed in them", own))
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


def in_short(report: Report) -> Iterator[Block]:
    """Say what was found in brief, count it in words, and say what each of the words means."""
    yield Heading(1, "In brief")
    yield Paragraph(" ".join((_found(report), *in_brief(report))))
    yield from map(Paragraph, report.remarks)
    counts = Counter(finding.status for finding in report.findings if finding.waived is None)
    rows = ((STATUS_WORDS[one].heading, str(counts[one]), STATUS_WORDS[one].means) for one in Status if counts[one])
    if report.findings:
        yield Table(("What was found", "How many", "Which means"), tuple(rows))


def reference(report: Report) -> Iterator[Block]:
    """Name at the end what machines and those who work with the rules need: ids, and what was not asked."""
    yield from made_by(report)
    if report.rules:
        rows = ((rule.id, rule.title, str(rule.population)) for rule in report.rules)
        yield Table(("Rule", "What it looks for", "Asked of"), tuple(rows))


def made_by(report: Report) -> Iterator[Block]:
    """Name the profile, the level and the content, so that the same report can be made again."""
    yield Heading(1, "For reference")
    entries = (("Profile", report.profile), ("Evidence", level_words(report.evidence)), _content(report))
    yield Definitions(tuple(Definition(term, text) for term, text in entries))


def not_asked_rules(report: Report) -> Iterator[Block]:
    """List the rules that somebody asked to leave out."""
    if report.left_out and report.left_out.rules:
        yield Paragraph(f"Rules of the profile that were not asked: {', '.join(report.left_out.rules)}.")


def _content(report: Report) -> tuple[str, str]:
    return "Content audited", f"{report.structure.id}, fingerprint {report.content}"


def _found(report: Report) -> str:
    """Say how much is out of order, disputed and to be asked; what is left out never makes a headline sound better."""
    shown = Counter(finding.status for finding in report.findings if finding.waived is None)
    left = report.left_out.by_status() if report.left_out else {}
    if NO_GROUPS in report.remarks and not left and not any(shown[status] for status in _HEADLINE):
        return "Nothing was asked."
    told = [_counted(status, shown[status], left.get(status, 0)) for status in _HEADLINE]
    not_a_fault = " A question is not a fault: it says what was not evidenced in what was read."
    return f"{'; '.join(filter(None, told))}.{not_a_fault if shown[Status.QUERY] else ''}"


_HEADLINE: Mapping[Status, tuple[str, str, str]] = {
    Status.FAIL: ("thing", "shown to be out of order", "Nothing is shown to be out of order"),
    Status.CONFLICT: ("thing", "on which the evidence disagrees", ""),
    Status.QUERY: ("question", "to ask", "no question to ask"),
}
"""What is counted, what is said of it, and what where there is none."""


def _counted(status: Status, shown: int, left: int) -> str:
    noun, is_so, none = _HEADLINE[status]
    if not left:
        return f"{shown} {_plural(noun, shown)} {is_so}" if shown else none
    if not shown:
        return f"{left} {_plural(noun, left)} {is_so}, of lower priority, {'is' if left == 1 else 'are'} left out"
    return f"{shown} {_plural(noun, shown)} {is_so}, and {left} of lower priority left out"


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
