"""A profile of the user's own: a file that extends one that comes with the tool, or another file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from answerable.profile_checks import profile_check
from graphmodel.place import Problem
from loaders.documents import Check, Wrong, read_as
from loaders.names import nearest
from loaders.problems import LoadError
from loaders.wording import one_of, quoted
from queries.profile import Profile, ProfileDocument, profile, profile_ids, whole
from queries.rule import Rule

_SUFFIXES = frozenset({".yaml", ".yml", ".json"})


def is_file(given: str | os.PathLike[str], beside: Path = Path()) -> bool:
    """Tell whether a file is meant, in the folder `beside`, and not a profile that comes with the tool."""
    if not isinstance(given, str):
        return True
    return given not in profile_ids() and (Path(given).suffix.casefold() in _SUFFIXES or (beside / given).is_file())


def read_profile(path: str | os.PathLike[str], rules: Iterable[Rule]) -> Profile:
    """Read a profile and those that it extends. Raises LoadError with everything that is wrong, with its place."""
    return _read(Path(path), profile_check(rules), ())


def files_of(given: str | os.PathLike[str] | None) -> tuple[Path, ...]:
    """Return the files that a profile is read from: its own, and those that it extends, as far as they can be read."""
    found: dict[Path, None] = {}
    beside = Path()
    while given is not None and is_file(given, beside) and (path := (beside / given).resolve()) not in found:
        found[path] = None
        beside = path.parent
        try:
            given = read_as(path, ProfileDocument).extends
        except LoadError:
            break
    return tuple(found)


def profile_faults(path: str | os.PathLike[str], rules: Iterable[Rule]) -> tuple[str, ...]:
    """Say everything that is wrong with the file of a profile, a sentence each, with its place."""
    try:
        read_profile(path, rules)
    except LoadError as error:
        return tuple(map(str, error.problems))
    return ()


def faults_of(given: Profile, rules: Iterable[Rule]) -> tuple[str, ...]:
    """Say what is wrong with a profile that a program has made, a sentence each."""
    if given.id in profile_ids() and given == profile(given.id):
        return ()
    found = profile_check(rules)(given.model_dump(mode="json", by_alias=True))
    return tuple(f"The profile {given.id}: {wrong.what} {wrong.remedy}" for wrong in found if wrong.path != ("id",))


def _read(path: Path, check: Check, above: tuple[Path, ...]) -> Profile:
    """Read a file and all that it extends, and tell what is wrong with each of them at once."""
    seen = (*above, path.resolve())
    extends: list[str] = []

    def check_all(content: object) -> Iterator[Wrong]:
        yield from check(content)
        parent = content.get("extends") if isinstance(content, dict) else None
        if isinstance(parent, str):
            wrong = tuple(_wrong_parent(parent, path, seen))
            extends.extend(() if wrong else (parent,))
            yield from wrong

    problems: list[Problem] = []
    document, parent = ProfileDocument(), None
    try:
        document = read_as(path, ProfileDocument, check=check_all)
    except LoadError as error:
        problems += error.problems
    try:
        parent = _parent(extends[0], path, check, seen) if extends else None
    except LoadError as error:
        problems += error.problems
    if problems:
        raise LoadError(problems)
    return whole(document, parent)


def _parent(extends: str, path: Path, check: Check, seen: tuple[Path, ...]) -> Profile:
    if is_file(extends, path.parent):
        return _read(path.parent / extends, check, seen)
    return profile(extends)


def _wrong_parent(extends: str, path: Path, seen: tuple[Path, ...]) -> Iterator[Wrong]:
    if extends in profile_ids():
        return
    file = (path.parent / extends).resolve()
    if file in seen:
        circle = " → ".join(one.name for one in (*seen[seen.index(file) :], file))
        yield Wrong(("extends",), f"Profiles extend each other in a circle: {circle}.", "Let one of them extend none.")
    elif not is_file(extends, path.parent):
        likest = nearest(extends, profile_ids())
        guess = f"Did you mean {one_of(map(quoted, likest))}?" if likest else _OTHERS
        yield Wrong(("extends",), f"There is no profile {quoted(extends)}.", guess)
    elif not file.is_file():
        yield Wrong(("extends",), f"There is no file {quoted(extends)} beside this one.", "Correct its name.")


_OTHERS = f"Write {one_of(map(quoted, profile_ids()))}, or the name of a file."
