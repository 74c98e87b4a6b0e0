"""YAML that a person likes to read and edit, and that comes back as it went out.

Part by part, with an empty line between; an entry goes on one line in braces where it is short. No anchors. A text
is quoted wherever this or an older reader of YAML (1.1) would take it for something else: ``no``, ``2003-11-21``.
"""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from loaders.yaml_text import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDTH = 120
"""Characters of a line, as far as words allow."""

_SHORT = 104
"""Characters of an entry that goes on one line; with indentation and key it stays within the width."""

_LONG = 100
"""Characters of a text that is broken into lines."""

_NAMED = "id"
"""The key of an entry that is never put on one line: things are found by their ids."""

_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_Value: TypeAlias = Any

_MAP, _SEQ = "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"

_WORDS = re.compile(r"[^ \n]+(?: [^ \n]+)*")
_LINES = re.compile(r"[^ \n](?:.*[^ \n])?(?:\n+[^ \n](?:.*[^ \n])?)*\n?")

# What no reader of YAML takes as it stands, and the line breaks of Unicode, which it would turn into plain ones.
_ESCAPED = re.compile("[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def as_yaml(document: Mapping[str, object]) -> str:
    """Write a document of plain values (dicts with text keys, lists, texts, numbers, true, false, None) as YAML.

    The keys of the document itself are taken to be plain words.
    """
    parts: list[str] = []
    for key, value in document.items():
        if isinstance(value, list) and value:
            # An empty line before each list, and two spaces before each item.
            parts.append(f"\n{key}:\n{textwrap.indent(_written(_list(value)), '  ')}")
        else:
            parts.append(_written(yaml.MappingNode(_MAP, [(_scalar(key), _node(value))], flow_style=False)))
    return "".join(parts).lstrip("\n") or "{}\n"


def _written(node: yaml.Node) -> str:
    # Two characters less than the width: lists are indented by as much.
    return str(yaml.serialize(node, Dumper=_DUMPER, allow_unicode=True, width=WIDTH - 2))


def _node(value: _Value) -> yaml.Node:
    if isinstance(value, dict):
        pairs = [(_scalar(key), _node(item)) for key, item in value.items()]
        return yaml.MappingNode(_MAP, pairs, flow_style=_NAMED not in value and _length(value) <= _SHORT)
    return _list(value) if isinstance(value, list) else _scalar(value)


def _list(values: list[_Value]) -> yaml.Node:
    on_one_line = not any(isinstance(value, dict | list) for value in values) and _length(values) <= _SHORT
    return yaml.SequenceNode(_SEQ, [_node(value) for value in values], flow_style=on_one_line)


def _length(value: _Value) -> int:
    """Estimate the characters of a value on one line; more than any line has where it cannot stand on one."""
    if isinstance(value, dict):
        return sum(len(key) + _length(item) + 4 for key, item in value.items())
    if isinstance(value, list):
        return sum(_length(item) + 2 for item in value) + 2
    return _SHORT + 1 if isinstance(value, str) and "\n" in value else len(str(value))


def _scalar(value: _Value) -> yaml.ScalarNode:
    if isinstance(value, str):
        return yaml.ScalarNode("tag:yaml.org,2002:str", value, style=_style(value))
    if value is None:
        return yaml.ScalarNode("tag:yaml.org,2002:null", "null")
    if isinstance(value, bool):
        return yaml.ScalarNode("tag:yaml.org,2002:bool", str(value).lower())
    if isinstance(value, int):
        return yaml.ScalarNode("tag:yaml.org,2002:int", str(value))
    # YAML 1.1 wants a point in every number that is no whole one: 1e-07 is a text there.
    digits, exponent, power = repr(value).partition("e")
    return yaml.ScalarNode("tag:yaml.org,2002:float", f"{digits}{'' if '.' in digits else '.0'}{exponent}{power}")


def _style(text: str) -> str | None:
    """Choose how a text is written; None leaves it to PyYAML, which quotes what an older reader would mistake."""
    if _ESCAPED.search(text):
        return '"'
    if "\n" in text:
        return "|" if _LINES.fullmatch(text) else '"'
    if len(text) > _LONG and _WORDS.fullmatch(text):
        return ">"
    return None if plain(text) == text else "'"
