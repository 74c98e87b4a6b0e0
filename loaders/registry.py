"""Which format a text is in: by the suffix of its file, and by what it says where the suffix is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graphmodel.place import Location, Problem
from loaders import json_text, yaml_text
from loaders.file_text import MAX_BYTES, FileText, read_text, refusal
from loaders.problems import LoadError
from loaders.wording import one_of, quoted

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from loaders.parsed import Parsed


@dataclass(frozen=True)
class TextFormat:
    """A way to write a document as text."""

    name: str
    suffixes: tuple[str, ...]
    parse: Callable[[FileText], Parsed]


YAML = TextFormat("YAML", (".yaml", ".yml"), yaml_text.parse)
JSON = TextFormat("JSON", (".json",), json_text.parse)
FORMATS = (YAML, JSON)

ACCEPTED = one_of(suffix for form in FORMATS for suffix in form.suffixes)
"""The suffixes accepted, as a sentence names them: ``.yaml, .yml or .json``."""

_FIRST_KEY = re.compile(r"(?:\s*(?:#.*|---.*|%.*)?\n)*\s*[\w\"'][\w \"'-]*:(?:\s|$)")


def parse_file(path: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES) -> Parsed:
    """Read and parse a document in any of ``FORMATS``.

    A file whose suffix says one format and whose content is plainly the other is read for what it is, with a warning.
    Raises LoadError when the file cannot be read, is in none of the formats, or does not keep to the one it is in.
    """
    return parse_text(read_text(path, max_bytes=max_bytes))


def parse_text(source: FileText) -> Parsed:
    """Parse a text that is known by a file's name; as ``parse_file``."""
    by_name = format_of_name(source.file)
    by_content = _format_of_content(source.text)
    if by_name is None:
        return _without_suffix(source, by_content)
    if by_name is YAML and by_content is JSON:
        return _json_in_yaml(source)
    if by_name is JSON and by_content is YAML:
        return _renamed(YAML.parse(source), JSON, YAML)
    return by_name.parse(source)


def format_of_name(file: str | os.PathLike[str]) -> TextFormat | None:
    """Tell the format by the suffix of a file's name, in any case; None where it is no suffix of ours."""
    suffix = Path(file).suffix.casefold()
    return next((form for form in FORMATS if suffix in form.suffixes), None)


def _format_of_content(text: str) -> TextFormat | None:
    if text.lstrip().startswith(("{", "[")):
        return JSON
    return YAML if _FIRST_KEY.match(text) else None


def _without_suffix(source: FileText, by_content: TextFormat | None) -> Parsed:
    if by_content is not None:
        return by_content.parse(source)
    suffix = Path(source.file).suffix
    named = f"A {suffix} file is not read here" if suffix else "The file's name does not say what it holds"
    raise refusal(
        Location(source.file), f"{named}, and the text is neither YAML nor JSON.", f"Accepted are {ACCEPTED}."
    )


def _json_in_yaml(source: FileText) -> Parsed:
    # Most JSON is YAML too; JSON indented with tabs is not, and entries in brackets may be YAML and no JSON.
    try:
        return _renamed(JSON.parse(source), YAML, JSON)
    except LoadError:
        return YAML.parse(source)


def _renamed(parsed: Parsed, named: TextFormat, found: TextFormat) -> Parsed:
    suffix = quoted(Path(parsed.source.file).suffix)
    warning = Problem(
        Location(parsed.source.file),
        f"The file's name ends in {suffix}, but it holds {found.name}, not {named.name}; it was read as {found.name}.",
        f"Rename it to end in {found.suffixes[0]}.",
        warning=True,
        sure=True,
    )
    return replace(parsed, warnings=(*parsed.warnings, warning))
