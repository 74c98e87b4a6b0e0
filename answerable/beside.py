"""What goes beside an audit: which rules are asked, what is left out, accepted exceptions and an earlier report."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from answerable.asking import known_rules, wrong_choice
from answerable.errors import InputError
from answerable.exceptions import meant, read_waivers, wrong_waivers
from answerable.last_report import read_report
from graphmodel.structure import Structure
from graphmodel.veiled import unveiled
from loaders.names import nearest
from loaders.wording import one_of, quoted
from queries.findings.accepting import accept
from queries.findings.baseline import since
from queries.findings.filters import leave_out
from queries.findings.report import PersonNames, Report, Want
from queries.findings.waivers import Waiver, Waivers
from queries.outcome import Severity
from queries.profile import Profile
from queries.rule import Rule

File: TypeAlias = str | os.PathLike[str]
SEVERITIES = tuple(severity.value for severity in Severity)


@dataclass(frozen=True, slots=True)
class Beside:
    """What goes beside an audit, read and found in order. `rules` is None where every rule is asked."""

    rules: tuple[Rule, ...] | None = None
    below: Severity | None = None
    waivers: tuple[Waiver, ...] = ()
    baseline: Report | None = None


def beside(
    *,
    rules: Iterable[str] = (),
    exclude: Iterable[str] = (),
    min_severity: str | None = None,
    waivers: File | Waivers | None = None,
    baseline: File | Report | None = None,
) -> tuple[Beside, list[str]]:
    """Read what goes beside an audit, and give it with all that is wrong with it, a sentence each."""
    wrong = list(wrong_choice("--min-severity", min_severity, SEVERITIES)) if min_severity is not None else []
    chosen, faults = _chosen(tuple(_listed(rules)), tuple(_listed(exclude)))
    accepted, problems = read_waivers(waivers)
    earlier, troubles = read_report(baseline)
    wrong += [*faults, *problems, *troubles]
    below = Severity(min_severity) if min_severity in SEVERITIES else None
    return Beside(chosen, below, accepted.waivers, earlier), wrong


def refuse_if_unfit(what: Beside, structure: Structure, profile: Profile) -> Beside:
    """Return what goes beside an audit with every subject by its id. Raises InputError where it does not fit."""
    wrong = [*wrong_waivers(what.waivers, structure)]
    if what.rules is not None and not any(profile.settings(rule.id).on for rule in what.rules):
        wrong.append(
            f"The profile {profile.id} asks none of the rules that are left. Choose others, or another profile."
        )
    if what.baseline is not None and what.baseline.structure.id != structure.id:
        then = what.baseline.structure
        wrong.append(
            f"The earlier report is about {quoted(then.id)} ({then.name}), not about {quoted(structure.id)}. "
            "Name a report on the same structure."
        )
    if wrong:
        raise InputError("\n".join(wrong))
    return Beside(what.rules, what.below, meant(what.waivers, structure), what.baseline)


def finished(report: Report, structure: Structure, profile: Profile, what: Beside) -> Report:
    """Put beside a report what goes there: exceptions, then changes, and last what is left out."""
    told = accept(report, what.waivers) if what.waivers else report
    if what.baseline is not None:
        told = told.model_copy(update={"since": since(told, _with_own_ids(what.baseline, structure))})
    told = told.model_copy(update={"people": _people(structure, what.baseline)})
    asked = {rule.id for rule in report.rules}
    on = (rule.id for rule in known_rules() if profile.settings(rule.id).on)
    return leave_out(told, below=what.below, rules_not_asked=(rule for rule in on if rule not in asked))


def _with_own_ids(earlier: Report, structure: Structure) -> Report:
    """Give the findings of a report without names the ids that persons have in the structure."""
    own = unveiled(structure)
    found = (
        finding.model_copy(
            update={
                "identity": own(finding.identity),
                "wants": tuple(
                    Want(about=own(want.about), what=want.what, towards=tuple(map(own, want.towards)))
                    for want in finding.wants
                ),
            }
        )
        for finding in earlier.findings
    )
    return earlier.model_copy(update={"findings": tuple(found)}) if structure.people else earlier


def _people(structure: Structure, earlier: Report | None) -> tuple[PersonNames, ...]:
    """Return who may be named: the persons of the structure, and those of an earlier report, by their names then."""
    names = {person.id: [person.name, *person.aliases] for person in structure.people}
    for person in earlier.people if earlier else ():
        names.setdefault(person.id, []).extend(person.names)
    return tuple(PersonNames(id=id_, names=tuple(dict.fromkeys(told))) for id_, told in names.items())


def _listed(given: Iterable[str]) -> Iterable[str]:
    """Take apart what stands between commas; capitals make no difference."""
    return (word.strip().upper() for text in given for word in text.split(",") if word.strip())


def _chosen(only: Sequence[str], without: Sequence[str]) -> tuple[tuple[Rule, ...] | None, list[str]]:
    if not only and not without:
        return None, []
    rules = known_rules()
    wrong = [
        *(_unknown(word, "--rules", rules) for word in only if not _named(word, rules)),
        *(_unknown(word, "--exclude", rules) for word in without if not _named(word, rules)),
    ]
    left = tuple(
        rule
        for rule in rules
        if (not only or any(_names(word, rule) for word in only)) and not any(_names(word, rule) for word in without)
    )
    if not left and not wrong:
        wrong.append("--rules and --exclude leave no rule to ask. Leave one of them out.")
    return left, wrong


def _named(word: str, rules: Iterable[Rule]) -> bool:
    return any(_names(word, rule) for rule in rules)


def _names(word: str, rule: Rule) -> bool:
    """Tell whether a word is the id of a rule, or the letters of its family."""
    return word in (rule.id, rule.id.partition("-")[0])


def _unknown(word: str, option: str, rules: Iterable[Rule]) -> str:
    known = tuple(dict.fromkeys(name for rule in rules for name in (rule.id.partition("-")[0], rule.id)))
    likest = nearest(word, known)
    guess = f" Did you mean {one_of(map(quoted, likest))}?" if likest else ""
    return f"{option}: there is no rule and no family of rules {quoted(word)}.{guess} `answerable explain` lists all."
