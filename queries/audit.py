"""Rules asked of a structure, and what they say made into a report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from graphmodel.collector import collector_paused
from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel, Modality
from queries.asking.wants import wants
from queries.case import Case
from queries.catalogue import rules as every_rule
from queries.clauses import Clause
from queries.engines.base import Engine, FactId, StoredFact
from queries.facts.known import Known
from queries.findings.matrix import matrix
from queries.findings.quoted import later_sources, quotable
from queries.findings.report import FactText, Figure, Finding, Named, Report, RuleText, in_order
from queries.judgement import Judgement, judge
from queries.outcome import COMING, Outcome, Says, Severity
from queries.own_profile import OwnChange, own_changes
from queries.profile import Profile
from queries.profile import profile as standard_profile
from queries.rule import Reason, Rule, RuleError, Status
from queries.without_groups import without_groups
from queries.wording import Places, fill, sentence, within


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
        certain = None
        if evidence is not EvidenceLevel.ASSERTED:
            everything, _ = _asked(Known(engine, as_of, EvidenceLevel.ASSERTED), profile, rules, None)
            certain = {finding.identity for finding in everything if finding.status is Status.FAIL}
        return _report(Known(engine, as_of, evidence), profile, rules, certain)


def _report(known: Known, profile: Profile, rules: Collection[Rule], certain: Collection[str] | None) -> Report:
    findings, texts = _asked(known, profile, rules, certain)
    head = known.engine.head()
    return Report(
        version=_version(),
        structure=Named(id=head.id, name=head.title),
        content=head.hash,
        as_of=known.as_of,
        profile=profile.id,
        profile_title=profile.title,
        profile_changes=_own_changes(profile, rules),
        evidence=known.level,
        rules=tuple(texts),
        findings=in_order(findings),
        set_aside=tuple(_named(known, group) for group in sorted(known.left_open)),
        to_come=tuple(_named(known, group) for group in sorted(known.to_come)),
        facts=_facts(findings, known, head.source),
        matrix=matrix(findings, rules, profile, known.as_of),
        remarks=(*profile.remarks(known.as_of), *without_groups(_types(known))),
        not_quoted=later_sources(profile, known.as_of),
    )


def _types(known: Known) -> frozenset[str]:
    return frozenset(row.type for row in known.entities.values())


def _own_changes(profile: Profile, rules: Collection[Rule]) -> tuple[OwnChange, ...]:
    if profile.id == profile.standard:
        return ()
    return own_changes(profile, standard_profile(profile.standard) if profile.standard else None, rules)


def _asked(
    known: Known, profile: Profile, rules: Collection[Rule], certain: Collection[str] | None
) -> tuple[list[Finding], list[RuleText]]:
    """Ask the rules that are on, in order of their ids.

    `certain` holds the faults that stand when all evidence is counted, where less is counted here.
    """
    findings: list[Finding] = []
    texts: list[RuleText] = []
    judged = _judged(profile)
    for rule in sorted((rule for rule in rules if profile.settings(rule.id).on), key=lambda rule: rule.id):
        case = Case(known, {**rule.settings, **profile.values(rule.id)}, profile, judged)
        case.population = rule.population(case)
        findings.extend(_findings(rule, case, known, profile.settings(rule.id).severity or rule.severity, certain))
        texts.append(_rule_text(rule, len(case.population), quotable(profile, known.as_of)))
    return findings, texts


def _judged(profile: Profile) -> frozenset[str]:
    """Collect what the rules of a profile judge by, also those left out this time: what is asked changes no answer."""
    return frozenset(name for rule in every_rule() if profile.settings(rule.id).on for name in rule.properties)


def _version() -> str:
    try:
        return version("answerable")
    except PackageNotFoundError:  # run from a folder that was never installed
        return "0"


def _findings(
    rule: Rule, case: Case, known: Known, severity: Severity, certain: Collection[str] | None
) -> Iterable[Finding]:
    """Yield the findings of one rule, telling the case as it speaks whom it has spoken of."""
    identities: set[str] = set()
    for outcome in rule.check(case):
        case.spoken_of.update(outcome.subjects, outcome.affected, outcome.covers)
        found = _finding(rule, outcome, known, severity, certain)
        if found.identity in identities:
            raise RuleError(f"{rule.id} speaks twice of {found.identity}.")
        identities.add(found.identity)
        yield found
    silent = sorted(set(case.population) - case.spoken_of)
    if silent:
        raise RuleError(f"{rule.id} says nothing of {', '.join(silent)}.")


def _finding(
    rule: Rule, outcome: Outcome, known: Known, severity: Severity, certain: Collection[str] | None
) -> Finding:
    judgement = judge(rule, outcome, known)
    severity = outcome.severity or severity
    subjects = tuple(sorted(outcome.subjects))
    identity = " ".join(filter(None, (rule.id, *subjects, outcome.aspect and f"({outcome.aspect})")))
    if judgement.status is Status.FAIL and certain is not None and identity not in certain:
        judgement = Judgement(Status.QUERY, "Evidence that is not counted here speaks of it.", judgement.facts)
    reason = _reason(rule, outcome, judgement)
    places = Places(outcome.subjects, outcome.words, known.name, known.several)
    return Finding(
        identity=identity,
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
        wants=wants(rule, outcome, judgement, known),
    )


def _reason(rule: Rule, outcome: Outcome, judgement: Judgement) -> Reason:
    """Return the wording for an outcome; what sources differ on, or what is certain, is not put as something unseen."""
    if not outcome.why and outcome.reason not in rule.reasons:
        raise RuleError(f"{rule.id} gives a reason that it has no words for: `{outcome.reason}`.")
    reason = Reason(outcome.why, outcome.why) if outcome.why else rule.reasons[outcome.reason]
    status = judgement.status
    if status is Status.CONFLICT and outcome.says is not Says.DIFFERS:
        return Reason(_DIFFER.board, reason.audit, _DIFFER.ask)
    if status is Status.QUERY and outcome.says is Says.HOLDS:
        return Reason(_ONCE.board + within(reason.board), reason.audit, _ONCE.ask)
    if judgement.spoken:
        return _spoken(reason, judgement.spoken)
    return replace(reason, board=reason.fails) if status is Status.FAIL and reason.fails else reason


def _spoken(reason: Reason, modality: str) -> Reason:
    """Say with a sentence how it is meant, where a source does not say it outright, and ask what would make it so."""
    coming = modality in COMING
    said = "" if coming and reason.to_come else _HOW_MEANT.get(modality, _AS_FAR_AS_TOLD)
    board = said + within(reason.board) if said else reason.board
    ask = _FROM_WHEN if coming else _WRITTEN_WHERE
    return replace(reason, board=board, ask=reason.ask or ask.replace("{}", within(reason.board).rstrip(".")))


_AS_FAR_AS_TOLD = "As far as can be told: "
_HOW_MEANT: Mapping[str, str] = {
    Modality.ASSERTED_GENERAL: "Said in general terms: ",
    Modality.IN_DEVELOPMENT: "In development, not yet so: ",
    Modality.PLANNED: "Planned, not yet so: ",
}
_FROM_WHEN = "From when is this to be so: {}?"
_WRITTEN_WHERE = "Where is this written down: {}?"
_ONCE = Reason(
    board="It cannot be told from the dates whether this was so on the day: ",
    audit="",
    ask="From when to when was this so?",
)
_DIFFER = Reason(
    board="What is said of {subject} does not agree.",
    audit="",
    ask="Which of the statements about {subject} is right?",
)
_SETTLED = frozenset({Status.MET, Status.NA, Status.FAIL})


def _named(known: Known, entity: str) -> Named:
    return Named(id=entity, name=known.name(entity))


def _rule_text(rule: Rule, population: int, quoted: Mapping[str, Clause]) -> RuleText:
    return RuleText(
        id=rule.id,
        title=rule.title,
        family=rule.family,
        nature=rule.nature,
        clauses=tuple(Named(id=clause, name=quoted[clause].says) for clause in rule.clauses if clause in quoted),
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
