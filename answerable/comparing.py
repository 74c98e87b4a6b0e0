"""Structures side by side: with what they are compared, and the parts that a researcher gives."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING

from answerable.errors import InputError

if TYPE_CHECKING:
    from graphmodel.structure import Structure
    from queries.comparison.correspondences import Correspondences, Stranger
    from queries.comparison.results import Comparison
    from queries.profile import Profile

FEWEST = 2


def compare(
    structures: Iterable[Structure],
    *,
    as_of: str | dt.date | None = None,
    profile: str | os.PathLike[str] | Profile | None = None,
    parts: str | os.PathLike[str] | Correspondences | None = None,
    contents: Sequence[str] = (),
) -> Comparison:
    """Compare structures, each as of its own day unless one is given for all; see `answerable.compare`.

    `contents` are the hashes to tell instead of the structures' own, where these are only stand-ins without names.
    Raises InputError with everything that is wrong, one sentence a line.
    """
    from answerable import __version__
    from answerable.asking import known_rules, settled
    from queries.comparison.compare import Side
    from queries.comparison.compare import compare as compared
    from queries.engines.memory import MemoryEngine

    told = tuple(structures)
    if len(told) < FEWEST:
        raise InputError("One structure cannot be compared with itself alone. Name two or more.")
    wanted = profile if profile is not None else common_profile(told)
    asked = [settled(structure, as_of=as_of, profile=wanted) for structure in told]
    ids = apart([structure.id for structure in told])
    sides = [
        Side(id_, MemoryEngine(structure), one.as_of) for id_, structure, one in zip(ids, told, asked, strict=True)
    ]
    given = given_parts(parts, ids, told)
    made = compared(sides, profile=asked[0].profile, rules=known_rules(), version=__version__, given=given)
    if not contents:
        return made
    named = zip(made.structures, contents, strict=True)
    return made._replace(structures=tuple(one._replace(content=content) for one, content in named))


def compared_for_readers(
    structures: Sequence[Structure],
    *,
    as_of: str | None,
    profile: str | None,
    parts: str | os.PathLike[str] | None,
    names: bool,
) -> tuple[tuple[Structure, ...], Comparison]:
    """Compare structures as they are shown to others: without the names and ids of persons, unless with `names`.

    Returns the structures as compared, and the comparison; the hashes in it are those of the structures themselves.
    """
    from answerable.without_names import without_names
    from graphmodel.content import content_hash
    from graphmodel.veiled import veiled_ids
    from queries.comparison.correspondences import renamed

    ids = apart([structure.id for structure in structures])
    given = given_parts(parts, ids, structures)
    if names:
        return tuple(structures), compare(structures, as_of=as_of, profile=profile, parts=given)
    plain = tuple(map(without_names, structures))
    veils = {id_: veiled_ids(structure) for id_, structure in zip(ids, structures, strict=True)}
    made = compare(
        plain,
        as_of=as_of,
        profile=profile,
        parts=renamed(given, veils),
        contents=tuple(map(content_hash, structures)),
    )
    return plain, made


def common_profile(structures: Sequence[Structure]) -> str:
    """Return the profile that all of some structures name, else the one for all: they are asked alike."""
    from queries.profile import DEFAULT

    named = {structure.profile for structure in structures}
    return (named.pop() or DEFAULT) if len(named) == 1 else DEFAULT


def apart(ids: Sequence[str]) -> tuple[str, ...]:
    """Return ids of which each is there once: a second one of the same name gets a number."""
    taken = set(ids)
    found: list[str] = []
    for id_ in ids:
        numbered = (f"{id_}.{number}" for number in count(2))
        found.append(id_ if id_ not in found else next(name for name in numbered if name not in taken))
        taken.add(found[-1])
    return tuple(found)


def given_parts(
    parts: str | os.PathLike[str] | Correspondences | None, ids: Sequence[str], structures: Sequence[Structure]
) -> Correspondences:
    """Return the parts that are given, or read from a file; InputError where a name in them is in no structure."""
    from queries.comparison.correspondences import NOTHING, Correspondences, strangers

    if parts is None:
        return NOTHING
    given, file = (parts, "") if isinstance(parts, Correspondences) else (_read(parts), f"{os.fspath(parts)}: ")
    known = {
        id_: [entity.id for entity in structure.entities()] for id_, structure in zip(ids, structures, strict=True)
    }
    by_id = dict(zip(ids, structures, strict=True))
    wrong = [f"{file}{_unknown(given, stranger, by_id)}" for stranger in strangers(given, known)]
    if wrong:
        raise InputError("\n".join(wrong))
    return given


def _read(path: str | os.PathLike[str]) -> Correspondences:
    from loaders.documents import read_as
    from loaders.problems import LoadError
    from queries.comparison.correspondences import Correspondences

    try:
        return read_as(path, Correspondences)
    except LoadError as error:
        raise InputError("\n".join(map(str, error.problems))) from error


def _unknown(given: Correspondences, stranger: Stranger, structures: Mapping[str, Structure]) -> str:
    """Say that a name in a document of parts is not known, with the likest that is."""
    from loaders.names import Names

    part = given.parts[stranger.part].name
    if not stranger.structure:
        near = Names((one, one) for one in structures).nearest(stranger.name)
        called = f"names the structure `{stranger.name}`, which is not compared here"
    else:
        near = _players_like(stranger.name, structures[stranger.structure])
        called = f"names `{stranger.name}`, which is not in `{stranger.structure}`"
    guess = f" Did you mean {' or '.join(f'`{one}`' for one in near)}?" if near else ""
    return f"The part “{part}” {called}.{guess}"


def _players_like(called: str, structure: Structure) -> tuple[str, ...]:
    """Return the ids that come near a name, by id or by name; never those of persons, which nobody asked for."""
    from loaders.names import Names

    prefix = f"{called.partition('.')[0]}."
    there = [entity for entity in structure.entities() if entity.TYPE in _PLAYERS]
    ids = [entity.id for entity in there]
    spelt = [(id_, word) for id_ in ids for word in (id_, id_.removeprefix(prefix))]
    spelt += [(one.id, word) for one in there for word in (one.name, *one.aliases)]
    names = Names(spelt, near=_NEAR)
    return names.nearest(called) or names.nearest(called.removeprefix(prefix).replace("_", " "))


_PLAYERS = ("body", "group", "post")
_NEAR = 0.6
"""Likeness from which an id is near: ids are short, and one of a few is meant."""
