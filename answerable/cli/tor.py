"""`answerable tor`: draft terms of reference of a group, from what is known of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli.output import remark, show_paper
from answerable.cli.reading import AsOfOption, FileArgument, NamesOption, read
from answerable.errors import InputError
from answerable.writing import STANDARD_OUTPUT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphmodel.entities import Group
    from graphmodel.structure import Structure

DEPTHS = ("light", "standard", "full")


def tor(
    file: FileArgument,
    group: Annotated[str, typer.Argument(metavar="GROUP", help="The group, by id, name or alias.", show_default=False)],
    depth: Annotated[
        str | None,
        typer.Option(
            "--depth",
            metavar="DEPTH",
            help="How much is said: light, standard or full. [default: full where the group decides money or carries "
            "out a duty in law, light for a small task group, else the profile's]",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            readable=False,
            help="Where the draft goes: .docx, .html, .md or .txt; - is standard output. [default: -]",
        ),
    ] = None,
    as_of: AsOfOption = None,
    names: NamesOption = False,
    notes: Annotated[
        bool, typer.Option("--notes/--no-notes", help="Say below each heading why it is there, and on what grounds.")
    ] = True,
) -> None:
    """Draft terms of reference for a group.

    What is known is filled in, with how firmly; what is not stands in square brackets, and again in a list of what has
    still to be agreed, with who could say.
    """
    from answerable import __version__
    from answerable.asking import settled, wrong_choice, wrong_day
    from answerable.papers import paper_as, wrong_paper
    from answerable.writing import write
    from queries.profile import Depth
    from viz.terms_paper import Options, terms_paper

    target = None if output is None or str(output) == STANDARD_OUTPUT else output
    wrong = [*wrong_day(as_of), *(wrong_choice("--depth", depth, DEPTHS) if depth else ())]
    structure = read(file, [*wrong, *wrong_paper(target, file, "draft")])
    meant = _group(structure, group)
    asked = settled(structure, as_of=as_of)
    chosen = Depth(depth) if depth else None
    author = f"answerable {__version__}"
    options = Options(asked.as_of, chosen, asked.profile.depth, names=names, notes=notes, author=author)
    paper = terms_paper(structure, meant, options)
    if target is None:
        show_paper(paper)
    else:
        write(target, paper_as(target.suffix.casefold(), paper))
        remark([f"Written: {target}"])


def _group(structure: Structure, name: str) -> Group:
    """Return the group that is meant. Raises InputError with the nearest where there is none, or with all it may be."""
    from graphmodel.kinds import GOVERNANCE_KINDS
    from loaders.names import Names

    groups = {group.id: group for group in structure.groups if group.kind in GOVERNANCE_KINDS}
    if name in groups:
        return groups[name]
    known = Names((id_, word) for id_, group in groups.items() for word in (id_, group.name, *group.aliases))
    found = known.same(name)
    if len(found) == 1:
        return groups[found[0]]
    if found:
        raise InputError(f"`{name}` may be {_choice(found, groups)}. Give the id.")
    if other := _no_governance_group(structure, name):
        raise InputError(f"{other} {_those_there(groups)}")
    raise InputError(_none_such(name, known.nearest(name) or _like(name, groups), groups))


def _no_governance_group(structure: Structure, name: str) -> str:
    """Say what the name is of where it is there, and has no terms of reference; empty where it is not there."""
    from loaders.names import Names
    from viz.wording import kind

    others = {entity.id: entity for entity in structure.entities() if entity.TYPE not in ("person", "source", "event")}
    known = Names((id_, word) for id_, entity in others.items() for word in (id_, entity.name, *entity.aliases))
    found = (name,) if name in others else known.same(name)
    if not found:
        return ""
    entity = others[found[0]]
    what = kind(entity)
    called = f"{entity.name} ({entity.id}) is {'an' if what[0] in 'aeio' else 'a'} {what}"
    return f"{called}: terms of reference are drafted for a partnership, board, group, forum or network."


def _like(name: str, groups: Mapping[str, Group]) -> tuple[str, ...]:
    """Return the groups of whose name this may be a part, with a slip or two in it."""
    from rapidfuzz import fuzz, process, utils

    words = {id_: group.name for id_, group in groups.items()}
    found = process.extract(
        name, words, scorer=fuzz.partial_ratio, processor=utils.default_process, score_cutoff=_NEAR, limit=_SUGGESTIONS
    )
    return tuple(id_ for _, _, id_ in found)


_NEAR = 80
_SUGGESTIONS = 3


def _none_such(name: str, near: tuple[str, ...], groups: Mapping[str, Group]) -> str:
    from viz.text import clean

    none = f"There is no partnership, board, group, forum or network `{clean(name)}` in this file."
    if near:
        return f"{none} Did you mean {_choice(near, groups)}?"
    return f"{none} {_those_there(groups)}"


def _those_there(groups: Mapping[str, Group]) -> str:
    named = ", ".join(f"{group.name} ({id_})" for id_, group in groups.items())
    return f"There are: {named}." if named else "There are none in this file."


def _choice(ids: tuple[str, ...], groups: Mapping[str, Group]) -> str:
    from answerable.rendering import choice_of

    named = [f"{groups[id_].name} ({id_})" for id_ in ids]
    return choice_of(named) if len(named) > 1 else named[0]
