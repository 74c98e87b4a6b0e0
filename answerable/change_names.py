"""The names in the file of a proposed change that mean nobody, where the file has other faults as well."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from answerable.kinds_meant import ANSWERED_TO, ANSWERS, FOR_WHOM, GROUPS, SITS
from answerable.meant import Meant

if TYPE_CHECKING:
    from graphmodel.structure import Structure
    from loaders.documents import Wrong

_Path: TypeAlias = tuple[str | int, ...]
_LINE = {"from": ANSWERS, "to": ANSWERED_TO, "now": ANSWERED_TO}
_SEAT = {"member": SITS, "group": GROUPS, "on_behalf_of": FOR_WHOM}
_ROWS: Mapping[str, Mapping[str, Collection[str]]] = {
    **dict.fromkeys(("move_lines", "add_lines", "remove_lines"), _LINE),
    **dict.fromkeys(("add_seats", "remove_seats"), _SEAT),
}


def wrong_names(structure: Structure, content: object) -> Iterator[Wrong]:
    """Yield what is wrong with names, each in its place; whatever is no name where one stands is told elsewhere."""
    from loaders.documents import Wrong

    if not isinstance(content, dict):
        return
    meant = Meant(structure, "the structure")
    merges = [one for one in _list(content.get("merges")) if isinstance(one, dict)]
    for merge in merges:
        if isinstance(into := merge.get("into"), str) and into not in meant.types:
            meant.also(into, str(merge.get("name") or into))
    for path, called, types in _names(content):
        told = len(meant.wrong)
        meant.meant(called, types)
        yield from (Wrong(path, said) for said in meant.wrong[told:])


def _names(content: Mapping[str, Any]) -> Iterator[tuple[_Path, str, Collection[str]]]:
    for at, merge in enumerate(_list(content.get("merges"))):
        if isinstance(merge, dict):
            yield from _of_a_merger(("merges", at), merge)
    yield from _all(("closes",), content.get("closes"))
    for table, fields in _ROWS.items():
        for at, row in enumerate(_list(content.get(table))):
            for name, types in fields.items():
                if isinstance(row, dict) and isinstance(row.get(name), str):
                    yield (table, at, name), row[name], types


def _of_a_merger(path: _Path, merge: Mapping[str, Any]) -> Iterator[tuple[_Path, str, Collection[str]]]:
    for name in ("groups", "keeps"):
        yield from _all((*path, name), merge.get(name))
    if isinstance(merge.get("chair"), str):
        yield (*path, "chair"), merge["chair"], SITS
    for at, said in enumerate(_list(merge.get("afterwards"))):
        if isinstance(said, dict) and isinstance(said.get("group"), str):
            yield (*path, "afterwards", at, "group"), said["group"], GROUPS


def _all(path: _Path, given: object) -> Iterator[tuple[_Path, str, Collection[str]]]:
    for at, called in enumerate(_list(given)):
        if isinstance(called, str):
            yield (*path, at), called, GROUPS


def _list(given: object) -> list[Any]:
    return given if isinstance(given, list) else []
