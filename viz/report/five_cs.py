"""A finding as an auditor writes it: criteria, condition, cause, effect, recommendation. Nothing in it is guessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graphmodel.evidence import Modality
from queries.clauses import clauses
from queries.findings.quoted import belongs
from queries.findings.report import Finding, Named, Report, RuleText
from queries.rule import Status
from viz.report.words import Cite, by_id, clause_place, fact_words, ratio
from viz.wording import MODALITIES

_COMING = (Modality.IN_DEVELOPMENT, Modality.PLANNED)


class FiveCs(NamedTuple):
    """The five parts of a finding; `rests_on` are the facts of the condition, `beside` what else is known."""

    criteria: tuple[str, ...]
    condition: str
    rests_on: tuple[str, ...]
    beside: tuple[str, ...]
    cause: str
    effect: str
    recommendation: tuple[str, ...]


def five_cs(finding: Finding, report: Report, cite: Cite = by_id) -> FiveCs:
    """Put a finding into the five Cs; `cite` says how a source is named."""
    rule = report.rule(finding.rule)
    rests_on = _facts(finding.facts, report, cite)
    return FiveCs(
        criteria=tuple(criterion(clause, cite) for clause in based_on(rule, (finding,))) or (NO_CLAUSE,),
        condition=" ".join(_condition(finding, report)),
        rests_on=rests_on,
        beside=tuple(told for told in _facts(finding.context, report, cite) if told not in rests_on),
        cause=_cause(finding, report),
        effect=_effect(finding, rule),
        recommendation=tuple(_recommendation(finding, rule)),
    )


NO_CLAUSE = "No source of this report asks it in so many words; it is asked because of what is at stake."
"""What stands for the criteria of a rule that rests on no clause of the report's sources."""


def based_on(rule: RuleText, findings: Iterable[Finding]) -> tuple[Named, ...]:
    """Return the clauses of a rule that some of its findings are about; one of a package that is gone counts too."""
    told, known = tuple(findings), clauses()
    return tuple(
        clause
        for clause in rule.clauses
        if clause.id not in known or any(belongs(finding, known[clause.id]) for finding in told)
    )


def criterion(clause: Named, cite: Cite = by_id) -> str:
    """Quote a clause in our words, with the place of it in its source."""
    known = clauses().get(clause.id)
    place = clause_place(cite(known.source), known.place) if known else clause.id
    return f"{clause.name.rstrip('.')} ({place})."


def _condition(finding: Finding, report: Report) -> Iterator[str]:
    yield finding.audit or finding.board or finding.title
    if finding.because:
        yield finding.because
    if finding.path:
        yield f"The way through the groups: {' → '.join(step.name for step in finding.path)}."
    if finding.affected:
        yield f"It also covers {'; '.join(group.name for group in finding.affected)}."
    for figure in finding.figures:
        name = figure.name.replace("_", " ")
        yield f"{name[:1].upper()}{name[1:]}: {ratio(figure, report.evidence)}."


def _facts(ids: tuple[str, ...], report: Report, cite: Cite) -> tuple[str, ...]:
    return tuple(fact_words(report.facts[fact], cite) for fact in ids if fact in report.facts)


def _cause(finding: Finding, report: Report) -> str:
    """Say what the evidence shows of why it is so; nothing more, and where it shows nothing whom to ask."""
    if finding.status is Status.OBSERVED:
        return "None is looked for: this is a pattern, not a fault."
    on_the_way = [
        f"{report.facts[fact].says} ({MODALITIES[Modality(report.facts[fact].modality)]})"
        for fact in finding.facts
        if finding.status is Status.PARTLY and fact in report.facts and report.facts[fact].modality in _COMING
    ]
    if on_the_way:
        return f"It is still on its way: {'; '.join(on_the_way)}."
    if finding.status is Status.CONFLICT:
        return "Not evidenced: nothing says why the sources differ."
    if finding.status is Status.FAIL:
        return "Not evidenced: ask whoever is to put it right how it came about."
    if not finding.ask:
        return "Not evidenced."
    return "Not evidenced. Whether there is anything to explain depends on the answer."


def _effect(finding: Finding, rule: RuleText) -> str:
    if finding.status is Status.FAIL:
        return rule.why
    if finding.status is Status.OBSERVED:
        return f"None is claimed. Why it is worth knowing: {_lower(rule.why)}"
    return f"None is shown. What would be at stake: {_lower(rule.why)}"


def _recommendation(finding: Finding, rule: RuleText) -> Iterator[str]:
    asks = bool(finding.ask) and finding.status is not Status.FAIL
    if asks:
        yield f"First ask: {finding.ask}"
    yield f"Then, if need be: {_lower(rule.remedy)}" if asks else rule.remedy
    yield f"To be done by: {_lower(rule.who)}"


def _lower(sentence: str) -> str:
    """Let a sentence go on after a colon: without its capital, unless it begins with a name in capitals."""
    word = sentence.split(" ", 1)[0]
    return sentence if word.isupper() and len(word) > 1 else f"{sentence[:1].lower()}{sentence[1:]}"
