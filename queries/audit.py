"""Rules asked of a structure, and what they say made into a report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from graphmodel.collector import collector_paused
from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel, Modality
from queries.case import Case
from queries.clauses import clauses
from queries.engines.base import Engine, FactId, StoredFact
from queries.judgement import judge
from queries.known import Known
from queries.outcome import Outcome, Severity
from queries.profile import Profile
from queries.report import FactText, Figure, Finding, Named, Report, RuleText, in_order
from queries.rule import Reason, Rule, RuleError, Status
from queries.wording import Places, fill, sentence


def audit(
    engine: Engine,
    *,
    as_of: Day,
    profile: Profile,
    rules: Collection[Rule],
    evidence: EvidenceLevel = EvidenceLevel.ASSERTED,
) -> Report:
    """Ask every rule that the profile has on, and return the report.

    Raises RuleError when a rule leaves a member of its population without an outcome.
    """
    with collector_paused():
        return _audited(Known(engine, as_of, evidence), profile, rules)


def _audited(known: Known, profile: Profile, rules: Collection[Rule]) -> Report:
    asked = [rule for rule in rules if profile.settings(rule.id).on]
    findings: list[Finding] = []
    texts: list[RuleText] = []
    for rule in sorted(asked, key=lambda rule: rule.id):
        case = Case(known, {**rule.settings, **profile.values(rule.id)})
        case.population = rule.population(case)
        findings.extend(_findings(rule, case, known, profile.settings(rule.id).severity or rule.severity))
        texts.append(_rule_text(rule, len(case.population)))
    head = known.engine.head()
    return Report(
        version=_version(),
        structure=Named(id=head.id, name=head.title),
        content=head.hash,
        as_of=known.as_of,
        profile=profile.id,
        profile_title=profile.title,
        evidence=known.level,
        rules=tuple(texts),
        findings=in_order(findings),
        set_aside=tuple(_named(known, group) for group in sorted(known.left_open)),
        facts=_facts(findings, known, head.source),
    )


def _version() -> str:
    try:
        return version("answerable")
    except PackageNotFoundError:  # run from a folder that was never installed
        return "0"


def _findings(rule: Rule, case: Case, known: Known, severity: Severity) -> Iterable[Finding]:
    """Yield the findings of one rule, telling the case as it speaks whom it has spoken of."""
    identities: set[str] = set()
    for outcome in rule.check(case):
        case.spoken_of.update(outcome.subjects, outcome.affected)
        found = _finding(rule, outcome, known, severity)
        if found.identity in identities:
            raise RuleError(f"{rule.id} speaks twice of {found.identity}.")
        identities.add(found.identity)
        yield found
    silent = sorted(set(case.population) - case.spoken_of)
    if silent:
        raise RuleError(f"{rule.id} says nothing of {', '.join(silent)}.")


def _finding(rule: Rule, outcome: Outcome, known: Known, severity: Severity) -> Finding:
    judgement = judge(rule, outcome, known)
    severity = outcome.severity or severity
    subjects = tuple(sorted(outcome.subjects))
    reason = _reason(rule, outcome, judgement.status)
    places = Places(outcome.subjects, outcome.words, known.name, known.several)
    return Finding(
        identity=" ".join(filter(None, (rule.id, *subjects, outcome.aspect and f"({outcome.aspect})"))),
        rule=rule.id,
        title=rule.title,
        status=judgement.status,
        severity=severity,
        priority=severity.lower() if judgement.status is Status.QUERY else severity,
        subjects=tuple(_named(known, subject) for subject in subjects),
        aspect=outcome.aspect,
        board=fill(reason.board, places),
        audit=fill(reason.audit, places),
        ask="" if judgement.status in _SETTLED else fill(reason.ask, places),
        because=judgement.because,
        facts=tuple(dict.fromkeys((*outcome.facts, *judgement.facts))),
        context=outcome.context,
        path=tuple(_named(known, step) for step in outcome.path),
        affected=tuple(_named(known, group) for group in outcome.affected),
        figures=tuple(
            Figure(name=name, part=part, whole=whole) for name, (part, whole) in sorted(outcome.figures.items())
        ),
    )


def _reason(rule: Rule, outcome: Outcome, status: Status) -> Reason:
    """Return the wording for an outcome; what sources differ on, or what is certain, is not put as something unseen."""
    if outcome.why:
        return Reason(outcome.why, outcome.why)
    if outcome.reason not in rule.reasons:
        raise RuleError(f"{rule.id} gives a reason that it has no words for: `{outcome.reason}`.")
    reason = rule.reasons[outcome.reason]
    if status is Status.CONFLICT:
        return Reason(_DIFFER.board, reason.audit, _DIFFER.ask)
    return replace(reason, board=reason.fails) if status is Status.FAIL and reason.fails else reason


_DIFFER = Reason(
    board="What is said of {subject} does not agree.",
    audit="",
    ask="Which of the statements about {subject} is right?",
)
_SETTLED = frozenset({Status.MET, Status.NA, Status.FAIL})


def _named(known: Known, entity: str) -> Named:
    return Named(id=entity, name=known.name(entity))


def _rule_text(rule: Rule, population: int) -> RuleText:
    return RuleText(
        id=rule.id,
        title=rule.title,
        family=rule.family,
        nature=rule.nature,
        clauses=tuple(Named(id=clause, name=clauses()[clause].says) for clause in rule.clauses),
        why=rule.why,
        remedy=rule.remedy,
        who=rule.who,
        population=population,
    )


def _facts(findings: Iterable[Finding], known: Known, own_source: str | None) -> dict[str, FactText]:
    wanted = sorted({fact for finding in findings for fact in (*finding.facts, *finding.context)})
    stored = known.engine.facts(wanted)
    sources = {source for fact in stored.values() if (source := _source(fact, own_source)) is not None}
    titles = {source: str(fact.properties["name"]) for source, fact in known.engine.facts(sorted(sources)).items()}
    return {fact: _text(stored[fact], known, own_source, titles) for fact in wanted if fact in stored}


def _source(fact: StoredFact, own_source: str | None) -> str | None:
    return fact.properties.get("evidence_source") or own_source


def _text(fact: StoredFact, known: Known, own_source: str | None, titles: Mapping[FactId, str]) -> FactText:
    source = _source(fact, own_source)
    evidence: Mapping[str, Any] = {
        name: fact.properties.get(f"evidence_{name}") for name in ("locator", "reason", "note", "quote")
    }
    return FactText(
        id=fact.id,
        says=sentence(fact, known.name),
        source=source,
        source_title=titles.get(source or ""),
        modality=fact.properties.get("evidence_modality", Modality.STATED.value),
        valid_from=fact.properties.get("valid_from"),
        valid_to=fact.properties.get("valid_to"),
        current=known.standing(fact.id)[1],
        **evidence,
    )
