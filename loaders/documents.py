"""Documents about a structure, such as profiles, waivers and pinned positions, read into whatever model they have."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from graphmodel.place import Problem
from loaders.complaints import complaint
from loaders.draft import Draft
from loaders.faults import Model, validated
from loaders.file_text import MAX_BYTES, given_text
from loaders.mending import mended
from loaders.problems import LoadError
from loaders.registry import parse_file, parse_text

if TYPE_CHECKING:
    import os

    from loaders.parsed import FieldPath, Parsed


class Wrong(NamedTuple):
    """Something in a document that its model allows and that is wrong all the same; `at_key` if its key is."""

    path: FieldPath
    what: str
    remedy: str = ""
    at_key: bool = False


Check: TypeAlias = Callable[[object], Iterable[Wrong]]
"""Looks at the plain values of a document, whether or not they fit the model."""


def read_as(
    path: str | os.PathLike[str], model: type[Model], *, max_bytes: int = MAX_BYTES, check: Check | None = None
) -> Model:
    """Read a YAML or JSON file of at most ``max_bytes`` into a pydantic model.

    Raises LoadError with every problem: what keeps the file from being read, or each field and value that does not
    fit. A word that is spelt a little differently is no more than that in a structure; here, where it may change a
    verdict, it is refused with a suggestion. What ``check`` finds is told with the rest.
    """
    return _read(parse_file(path, max_bytes=max_bytes), model, check)


def read_text_as(text: str, model: type[Model], file: str = "document.yaml") -> Model:
    """Read a text into a pydantic model; ``file`` names it in messages. As ``read_as``."""
    return _read(parse_text(given_text(text, file)), model)


def _read(parsed: Parsed, model: type[Model], check: Check | None = None) -> Model:
    draft = Draft(parsed)
    made, faults = validated(draft, model)
    if faults:
        mended(draft, model, faults, strict=True)
        made, faults = validated(draft, model)
    problems = [problem for problem in parsed.problems if not problem.warning]
    problems.extend(complaint(draft, model, fault) for fault in faults)
    problems.extend(
        Problem(draft.place(wrong.path, of_key=wrong.at_key), wrong.what, wrong.remedy)
        for wrong in (check(draft.content) if check else ())
    )
    if made is None or problems:
        raise LoadError(problems)
    return made
