"""Who answers to whom: load, audit and draw the accountability lines of a partnership.

    import answerable as an

    structure = an.load("partnership.xlsx")
    report = an.audit(structure, as_of="2003-11-21")
    an.draw(structure, report, "map.html")
    an.save(structure, "partnership.xlsx")
    structure.graph(as_of="2003-11-21")  # the networkx graph
    an.frames(structure)["seats"]  # a pandas data frame

A file may be a workbook, a folder of CSV files, slides or a document. Of somebody's own tables what can be understood
is loaded, and the rest is told as warnings. What a user can put right is raised as an `AnswerableError` or, with every
problem of the file, as a `LoadError`.
"""

from __future__ import annotations

import datetime as dt
import os
import warnings
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from answerable.errors import AnswerableError

if TYPE_CHECKING:
    from fractions import Fraction

    import pandas as pd

    from graphmodel.place import Problem
    from graphmodel.structure import Structure
    from loaders.problems import LoadError
    from queries.burden.assumed import Assumptions
    from queries.burden.results import Burden
    from queries.comparison.correspondences import Correspondences
    from queries.comparison.results import Comparison
    from queries.differences.difference import Difference
    from queries.findings.report import Report
    from queries.findings.waivers import Waivers
    from queries.profile import Profile
    from queries.whatif.change import Change
    from queries.whatif.depends import Depends
    from queries.whatif.results import WhatIf

__version__ = "0.1.0"

__all__ = [
    "AnswerableError",
    "LoadError",
    "Report",
    "Structure",
    "__version__",
    "audit",
    "burden",
    "check",
    "compare",
    "depends",
    "diff",
    "draw",
    "frames",
    "load",
    "save",
    "whatif",
]

_ELSEWHERE = {
    "LoadError": "loaders.problems",
    "Report": "queries.findings.report",
    "Structure": "graphmodel.structure",
}
"""Where the classes of the public API live. They are imported when asked for, so that importing this takes no time."""


def load(path: str | os.PathLike[str]) -> Structure:
    """Load a structure: a workbook (.xlsx, .xls, .ods), a folder of CSV files, slides (.pptx), Popolo, YAML or JSON.

    How tables and slides were understood, what was left out of them and what was read with a remark is told as
    warnings. So is what was put right in a document, but one in which something is wrong is not loaded.

    Raises LoadError, whose `problems` are everything that is wrong with the file, each with its place.
    """
    from answerable.told import is_own, warned
    from loaders.structures import load as load_file

    loaded = load_file(path)
    for words in warned(loaded) if is_own(loaded) else map(str, loaded.problems):
        warnings.warn(words, UserWarning, stacklevel=2)
    return loaded.structure


def check(path: str | os.PathLike[str]) -> tuple[Problem, ...]:
    """Return everything that is to be said of a file, in the order of its places; empty where it is in good order.

    What is no `warning` was left out of a workbook or another file of somebody's own, or keeps a document from being
    loaded.
    """
    from loaders.problems import LoadError
    from loaders.structures import load as load_file

    try:
        return load_file(path).problems
    except LoadError as error:
        return error.problems


def audit(
    structure: Structure,
    *,
    as_of: str | dt.date | None = None,
    profile: str | os.PathLike[str] | Profile | None = None,
    evidence: str = "asserted",
    rules: Iterable[str] = (),
    exclude: Iterable[str] = (),
    min_severity: str | None = None,
    waivers: str | os.PathLike[str] | Waivers | None = None,
    baseline: str | os.PathLike[str] | Report | None = None,
) -> Report:
    """Ask the rules of a profile of a structure, and return the report.

    `as_of` is a day (else the structure's own, else today), `profile` a profile, the name of one or the file of one
    (else the structure's own, else `governance`), and `evidence` says how weak a fact may be and still count:
    `stated`, `inferred` or `asserted`. The report has the names of persons wherever a rule came upon them; the
    command line leaves them out.

    `rules` and `exclude` name rules, or families by their letters (`ACC`), to ask alone or not at all; open findings
    below `min_severity` (`high`, `medium`, `low`) are left out, and the report says so. `waivers` are accepted
    exceptions and `baseline` an earlier report, each as a file or as read. Raises AnswerableError where one of these
    is not what it should be.
    """
    from answerable.asking import ask, settled
    from answerable.beside import beside, finished, refuse_if_unfit
    from answerable.errors import InputError
    from queries.engines.memory import MemoryEngine

    asked = settled(structure, as_of=as_of, profile=profile, evidence=evidence)
    given, wrong = beside(rules=rules, exclude=exclude, min_severity=min_severity, waivers=waivers, baseline=baseline)
    if wrong:
        raise InputError("\n".join(wrong))
    fit = refuse_if_unfit(given, structure, asked.profile)
    report = ask(MemoryEngine(structure), asked._replace(rules=fit.rules))
    return finished(report, structure, asked.profile, fit)


def burden(
    structure: Structure,
    *,
    as_of: str | dt.date | None = None,
    evidence: str = "asserted",
    profile: str | os.PathLike[str] | Profile | None = None,
    assume: str | os.PathLike[str] | Assumptions | None = None,
    intervals: bool = False,
    chair_factor: Fraction | int = 1,
) -> Burden:
    """Work out what seats ask of bodies, posts and people: exact numbers, and nothing filled in that is not known.

    `as_of`, `evidence` and `profile` are as in `audit`. `assume` is a file of assumptions, or one as read: what rests
    on it says so. With `intervals` hours are given between the bounds of the profile too, and `chair_factor` is how
    many times the length of a meeting counts for who chairs it. Ids and names of persons are in it. Raises
    AnswerableError where one of these is not what it should be.
    """
    from answerable.asking import settled
    from answerable.burdening import burden_of

    asked = settled(structure, as_of=as_of, profile=profile, evidence=evidence)
    return burden_of(structure, asked, assume=assume, intervals=intervals, chair_factor=chair_factor)


def compare(
    structures: Iterable[Structure],
    *,
    as_of: str | dt.date | None = None,
    profile: str | os.PathLike[str] | Profile | None = None,
    parts: str | os.PathLike[str] | Correspondences | None = None,
) -> Comparison:
    """Put structures side by side: figures at every level of evidence, shapes, motifs, and who plays which part.

    `as_of` is a day for all (else each structure's own, else today), `profile` one for all (else the one that all of
    them name, else `governance`), and `parts` says who plays which part where, as a document or the file of one; what
    it leaves open is proposed. ``answerable.data_frames.comparison_frame`` makes a data frame of the figures. Ids of
    persons may be in it. Raises AnswerableError where there are fewer than two, or something is not what it should be.
    """
    from answerable.comparing import compare as compared

    return compared(structures, as_of=as_of, profile=profile, parts=parts)


def diff(
    before: Structure,
    after: Structure | None = None,
    *,
    from_: str | dt.date | None = None,
    to: str | dt.date | None = None,
    profile: str | os.PathLike[str] | Profile | None = None,
    evidence: str = "asserted",
    assume: str | os.PathLike[str] | Assumptions | None = None,
    same: Iterable[str] = (),
    not_same: Iterable[str] = (),
) -> Difference:
    """Hold a structure against a later one, or against itself at two days.

    `from_` and `to` are the days (else the structures' own, else today); with one structure `from_` has to be given.
    `profile` and `evidence` are as for `audit`, the same for both, and `assume` is what to take for granted where
    nothing is known, for the hours that bodies save. `same` names what goes by another id in the later structure, as
    ``OLD=NEW`` by id or name, and `not_same` what has one name and is not. The difference has the names of persons.
    Raises AnswerableError where one of these is not what it should be.
    """
    from answerable.differing import Asking, differing

    return differing(before, after, Asking(from_, to, profile, evidence, assume, same, not_same)).difference


def draw(structure: Structure, report: Report, path: str | os.PathLike[str], *, names: bool = False) -> None:
    """Draw a structure with the findings of a report: a page for ``.html``, a picture for ``.svg``.

    `names` shows the names of persons. Raises AnswerableError where the file cannot be written.
    """
    from answerable.drawing import draw as draw_file

    draw_file(structure, report, path, names=names)


def save(structure: Structure, path: str | os.PathLike[str], *, names: bool = False) -> None:
    """Write a structure in the form that a name asks for.

    ``.yaml``, ``.json``, ``.xlsx`` and a folder of CSV files (a name without a suffix) hold everything and read back
    the same. ``.graphml``, ``.edges.csv`` (with ``.nodes.csv`` beside it) and ``.jsonld`` are for other programs: they
    hold the graph, and names of persons only with `names`. Raises AnswerableError where it cannot be written.
    """
    from answerable.saving import save as save_file

    save_file(structure, path, names=names)


def frames(structure: Structure) -> dict[str, pd.DataFrame]:
    """Return a structure as pandas data frames, a frame a table: ``frames(structure)["seats"]``.

    Ids join them: `seats.group` is a `groups.id`, and `claims.about` an `id` or the `fact` of a relation. What goes
    without saying is filled in; names of persons are in it. Raises AnswerableError where pandas is not installed.
    """
    from answerable.data_frames import frames as data_frames

    return data_frames(structure)


def whatif(
    structure: Structure,
    change: str | os.PathLike[str] | Change,
    *,
    as_of: str | dt.date | None = None,
    profile: str | os.PathLike[str] | Profile | None = None,
    evidence: str = "asserted",
    assume: str | os.PathLike[str] | Assumptions | None = None,
) -> WhatIf:
    """Say what a proposed change would break, settle, cost and leave to be asked; nothing is written.

    `change` is the file of one, or one as `queries.whatif.change.Change` has it, with ids, names or aliases; `assume`
    are assumptions for the hours. The structure as it would be is ``.applied.structure``. The rest is as for `audit`.
    Raises AnswerableError with everything that is wrong with the change.
    """
    from answerable.asking import settled
    from answerable.proposing import read_change
    from answerable.what_if import would_be

    asked = settled(structure, as_of=as_of, profile=profile, evidence=evidence)
    return would_be(structure, read_change(change), asked, assume)


def depends(
    structure: Structure,
    who: str,
    *,
    as_of: str | dt.date | None = None,
    profile: str | os.PathLike[str] | Profile | None = None,
    evidence: str = "asserted",
) -> Depends:
    """Say what breaks if a post, body, group or person, by id, name or alias, is not there. The rest as for `audit`.

    Raises AnswerableError where nobody is called so, or several are.
    """
    from answerable.asking import settled
    from answerable.what_if import hanging_on

    return hanging_on(structure, who, settled(structure, as_of=as_of, profile=profile, evidence=evidence))


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> Any:
    if name in _ELSEWHERE:
        return getattr(import_module(_ELSEWHERE[name]), name)
    raise AttributeError(f"module `answerable` has no attribute `{name}`")
