"""Several structures side by side, each asked in the same way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel, Modality
from queries.audit import audit
from queries.comparison.correspondences import NOTHING, Correspondences
from queries.comparison.figures import Looked, seated, words_of
from queries.comparison.flips import flips
from queries.comparison.judged import RULES, judged
from queries.comparison.kin import kin
from queries.comparison.metrics import METRICS, values
from queries.comparison.motifs import motifs
from queries.comparison.parts import parts
from queries.comparison.results import Compared, Comparison, Coverage, Motif, Part, Value
from queries.comparison.seen import Seen
from queries.engines.base import Engine, Read
from queries.facts.known import Known
from queries.profile import Profile
from queries.reads import CLAIMS, COMPLETE, ORIGINALS, RESTS
from queries.rule import Rule


class Side(NamedTuple):
    """A structure to be compared: under which id, in what engine, and as of which day."""

    id: str
    engine: Engine
    as_of: Day


def compare(
    sides: Sequence[Side],
    *,
    profile: Profile,
    rules: Collection[Rule],
    version: str,
    given: Correspondences = NOTHING,
) -> Comparison:
    """Compare structures at every level of evidence, by one profile for all; ids of sides are all different."""
    asked = _asking(rules, profile)
    looks = {side.id: {level: Seen(Known(side.engine, side.as_of, level)) for level in EvidenceLevel} for side in sides}
    structures = _told_apart([_compared(side, looks[side.id], profile, asked) for side in sides])
    matched = parts({side.id: looks[side.id][EvidenceLevel.ASSERTED] for side in sides}, given)
    names = {
        one.id: _names(one, looks[one.id][EvidenceLevel.ASSERTED], matched) for one in structures
    }  # fmt: skip
    return Comparison(structures, METRICS, flips(structures, METRICS), matched, names, version)


def _asking(rules: Iterable[Rule], profile: Profile) -> tuple[Rule, ...]:
    wanted = {rule for of_one in RULES.values() for rule in of_one}
    return tuple(rule for rule in rules if rule.id in wanted and profile.settings(rule.id).on)


def _compared(side: Side, looks: Mapping[EvidenceLevel, Seen], profile: Profile, rules: Collection[Rule]) -> Compared:
    found: dict[EvidenceLevel, tuple[Motif, ...]] = {}
    figures: dict[EvidenceLevel, dict[str, Value]] = {}
    left_out: dict[str, None] = {}
    modalities = _modalities(looks[EvidenceLevel.ASSERTED].known)
    for level, seen in reversed(tuple(looks.items())):
        weaker = _WEAKER.get(level)
        if weaker is not None and weaker[1] not in modalities:
            figures[level], found[level] = figures[weaker[0]], found[weaker[0]]
            continue
        report = audit(side.engine, as_of=side.as_of, profile=profile, rules=rules, evidence=level)
        figures[level] = values(Looked(seen, judged(report, seen.groups), words_of(seen)))
        of_level = motifs(seen)
        found[level] = of_level.motifs
        left_out |= dict.fromkeys(of_level.left_out)
    figures, found = {level: figures[level] for level in looks}, {level: found[level] for level in looks}
    everything = looks[EvidenceLevel.ASSERTED]
    head = side.engine.head()
    return Compared(
        side.id, head.title, side.as_of, head.hash, figures, _coverage(everything), kin(everything.known), found,
        tuple(left_out),
    )  # fmt: skip


def _told_apart(structures: Sequence[Compared]) -> tuple[Compared, ...]:
    """Add to titles that several have the day of each, where that tells them all apart, else its id."""
    titles = Counter(one.title for one in structures)
    days = Counter((one.title, one.as_of) for one in structures)
    shared = {title for title, number in titles.items() if number > 1}
    dated = {title for title in shared if all(days[title, one.as_of] == 1 for one in structures if one.title == title)}
    return tuple(
        one._replace(title=f"{one.title} ({f'as of {one.as_of}' if one.title in dated else one.id})")
        if one.title in shared
        else one
        for one in structures
    )


_WEAKER: Mapping[EvidenceLevel, tuple[EvidenceLevel, Modality]] = {
    EvidenceLevel.INFERRED: (EvidenceLevel.ASSERTED, Modality.ASSERTED_GENERAL),
    EvidenceLevel.STATED: (EvidenceLevel.INFERRED, Modality.INFERRED),
}
"""The level below each, and what it lets count besides: where a file has none of that, the two are the same."""


_RESTING: tuple[Read[Any], ...] = (RESTS, CLAIMS, ORIGINALS, COMPLETE)
"""What says how firmly something stands."""


def _modalities(known: Known) -> frozenset[str]:
    return frozenset(row.modality for read in _RESTING for row in known.all_rows(read))


def _coverage(seen: Seen) -> Coverage:
    """Count what rests on each modality, of what is not over on the day; sources themselves are no facts."""
    known = seen.known
    counted = Counter(
        row.modality
        for row in known.all_rows(RESTS)
        if row.current != "no" and (row.fact in known.entities or " " in row.fact)
    )
    facts = {modality.value: counted[modality.value] for modality in Modality if counted[modality.value]}
    return Coverage(words_of(seen), facts, seated(seen), len(seen.groups))


def _names(one: Compared, seen: Seen, matched: Sequence[Part]) -> dict[str, str]:
    """Name every group and whoever else is told of, but for those who only stand in the id of a fact."""
    told = {*seen.groups, *seen.known.left_open}
    told |= {member for found in one.motifs.values() for motif in found for member in motif.members}
    told |= {player for part in matched for player in part.players.get(one.id, ())}
    return {id_: seen.known.name(id_) for id_ in sorted(told)}
