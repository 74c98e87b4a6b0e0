"""Differences whose groups are followed by hand, so that what tells of them is tested for itself."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from answerable.asking import ask, settled
from answerable.assumptions import read_assumptions
from graphmodel.content import content_hash
from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from graphmodel.structure import Structure
from loaders.structures import load
from queries.burden.savings import Saving
from queries.differences.diff import difference as found
from queries.differences.difference import Difference, Fate, Followed, State
from queries.differences.patch import patch
from queries.differences.side import Side
from queries.differences.slices import at
from queries.engines.memory import MemoryEngine
from queries.findings.changes import Changed, Earlier, Since

NOTHING: Mapping[str, str] = {}


def study(name: str) -> Structure:
    """Return a case study."""
    structure = load(str(files("sample_data").joinpath(f"{name}.yaml"))).structure
    assert structure is not None
    return structure


def difference(
    before: Structure,
    after: Structure,
    groups: tuple[Followed, ...] = (),
    *,
    days: tuple[str, str] | None = None,
    renamed: Mapping[str, str] = NOTHING,
    savings: tuple[Saving, ...] = (),
    changes: tuple[Changed, ...] = (),
) -> Difference:
    """Return the difference between two structures, or one at two days."""
    first, last = days or (str(before.as_of), str(after.as_of))
    earlier = Earlier(as_of=first, version="1", content="", profile="governance", evidence=EvidenceLevel.ASSERTED)
    return Difference(
        before=_state(before, first),
        after=_state(after, last),
        level=EvidenceLevel.ASSERTED,
        names={entity.id: entity.name for side in (before, after) for entity in side.entities()},
        patch=patch(at(before, Day(first)).structure, at(after, Day(last)).structure, renamed),
        groups=groups,
        findings=Since(earlier=earlier, changes=changes),
        savings=savings,
        remarks=(),
    )


def _state(structure: Structure, day: str) -> State:
    return State(structure.id, structure.title, Day(day), content_hash(structure))


def worcester(savings: tuple[Saving, ...] = (), changes: tuple[Changed, ...] = ()) -> Difference:
    """Return South Worcestershire before and after its merger."""
    gone = ("sw.csp_malvern", "sw.csp_wychavon", "sw.csp_worcester")
    groups = (
        *(Followed(one, Fate.MERGED, ("sw.csp",), "sw.merger", ("sw.merger",)) for one in gone),
        Followed("sw.csp", Fate.MADE, gone, "sw.merger", ("sw.merger",)),
        *(Followed(one, Fate.KEPT, (), "", ()) for one in ("sw.smat", "sw.smat_board", "sw.dist_groups", "sw.yot")),
        *(Followed(one, Fate.NOT_TOLD, (), "", ()) for one in ("sw.strategic", "sw.dag")),
    )
    before, after = study("south_worcestershire_before"), study("south_worcestershire")
    return difference(before, after, groups, savings=savings, changes=changes)


def real(
    before: Structure, after: Structure, days: tuple[str, str], assumed: str = "", *, evidence: str = "asserted"
) -> Difference:
    """Return the difference as it is found: groups followed, both sides audited, burden worked out."""
    sides, reports = [], []
    for structure, day in zip((before, after), days, strict=True):
        asked = settled(structure, as_of=day, profile=after.profile, evidence=evidence)
        sides.append(Side(structure, asked.as_of, asked.evidence))
        reports.append(ask(MemoryEngine(structure), asked))
    path = files("sample_data").joinpath("assumptions", f"{assumed}.yaml")
    assumptions = read_assumptions(str(path) if assumed else None, before, after)
    return found(sides[0], sides[1], (reports[0], reports[1]), assumptions=assumptions)
