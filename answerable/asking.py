"""With what an audit is asked: the day, the profile and the evidence that counts, from options, file or custom."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from typing import NamedTuple

from answerable.errors import InputError
from answerable.profile_file import faults_of, is_file, profile_faults, read_profile
from graphmodel.dates import Day, day
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from loaders.names import nearest
from queries.audit import audit
from queries.catalogue import CatalogueError, rules
from queries.clauses import ClausesError
from queries.engines.base import Engine
from queries.findings.report import Report
from queries.profile import DEFAULT, Profile, profile_ids
from queries.profile import profile as profile_of
from queries.rule import Rule


class Asked(NamedTuple):
    """With what an audit is asked. `rules` is None where every rule there is is asked."""

    as_of: Day
    profile: Profile
    evidence: EvidenceLevel
    rules: tuple[Rule, ...] | None = None


def settled(
    structure: Structure,
    *,
    as_of: str | dt.date | None = None,
    profile: str | os.PathLike[str] | Profile | None = None,
    evidence: str = EvidenceLevel.ASSERTED,
) -> Asked:
    """Settle what is asked: each from what is given, else from the structure, else today and `governance`.

    `profile` is one, the name of one that comes with the tool, or the file of one.

    Raises InputError with everything that is wrong, one sentence a line.
    """
    wrong = [
        *wrong_day(as_of),
        *(wrong_profile(profile) if profile is not None else ()),
        *wrong_choice("The evidence level", evidence, EvidenceLevel),
    ]
    if profile is None and structure.profile is not None:
        wrong += [f"{fault} It is the file that names it." for fault in _wrong_name(structure.profile)]
    if wrong:
        raise InputError("\n".join(wrong))
    wanted = profile or structure.profile or DEFAULT
    return Asked(
        day(as_of or structure.as_of or _today()),
        _profile(wanted),
        EvidenceLevel(evidence),
    )


def ask(engine: Engine, asked: Asked) -> Report:
    """Audit what an engine holds with the rules that are asked."""
    rules = known_rules() if asked.rules is None else asked.rules
    return audit(engine, as_of=asked.as_of, profile=asked.profile, rules=rules, evidence=asked.evidence)


def known_rules() -> tuple[Rule, ...]:
    """Return every rule; InputError where an installed package adds rules or clauses that cannot be used."""
    try:
        return rules()
    except (CatalogueError, ClausesError) as error:
        raise InputError(str(error)) from error


def wrong_day(text: str | dt.date | None) -> tuple[str, ...]:
    """Say what is wrong with a day, if anything."""
    try:
        if text is not None:
            day(text)
    except ValueError:
        return (f"`{text}` is not a day. Write year, month and day, such as 2003-11-21.",)
    return ()


def wrong_profile(given: str | os.PathLike[str] | Profile) -> tuple[str, ...]:
    """Say what is wrong with a profile, with the file of one, or with the name of one, if anything."""
    if isinstance(given, Profile):
        return faults_of(given, known_rules())
    return profile_faults(given, known_rules()) if is_file(given) else _wrong_name(str(given))


def _wrong_name(name: str) -> tuple[str, ...]:
    return wrong_choice("The profile", name, profile_ids())


def _profile(given: str | os.PathLike[str] | Profile) -> Profile:
    """Return a profile in which nothing is wrong."""
    if isinstance(given, Profile):
        return given
    return read_profile(given, known_rules()) if is_file(given) else profile_of(str(given))


def wrong_choice(what: str, given: str, allowed: Iterable[str]) -> tuple[str, ...]:
    """Say that something is none of the words allowed, if so, with the likest of them."""
    words = tuple(map(str, allowed))
    if given in words:
        return ()
    *first, last = words
    likest = nearest(given, words)
    guess = f" Did you mean `{likest[0]}`?" if likest else ""
    return (f"{what} cannot be `{given}`. It can be {', '.join(first)} or {last}.{guess}",)


def _today() -> dt.date:
    """The day where the user is, which is what `today` means to them."""
    return dt.datetime.now().astimezone().date()
