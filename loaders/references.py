"""References that lead nowhere or to the wrong thing: what is meant, what comes near, and how to say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphmodel.checks import ANYTHING, Flaw
from graphmodel.place import Problem
from graphmodel.relations import RELATIONS
from graphmodel.structure import ENTITY_TABLES, Structure
from loaders.mending import read_as
from loaders.names import Names, folded
from loaders.shape import STAND_IN, class_at, noun
from loaders.tables.headings import TITLES
from loaders.wording import a, one_of, quoted, spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from graphmodel.entities import Entity
    from loaders.draft import Draft
    from loaders.parsed import FieldPath

_TYPE_ORDER = tuple(kind.TYPE for kind in ENTITY_TABLES.values())
_TABLES = {kind.TYPE: table for table, kind in ENTITY_TABLES.items()}


class _Known(NamedTuple):
    """One thing that a reference may lead to."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]


class References:
    """Knows what a structure's references can lead to, and tells their flaws."""

    def __init__(self, draft: Draft, structure: Structure, unread: Iterable[str] = ()) -> None:
        """Take the draft, for places, what could be made of it, for names, and ids of what could not be read."""
        self._draft = draft
        self._known = {
            entity.id: _Known(entity.id, entity.TYPE, _name_of(entity), entity.aliases)
            for entity in structure.entities()
            if not entity.id.startswith(STAND_IN)
        }
        # Silences and complete lists may be about a relation, which they name by its key.
        self._relations = Names((relation.key, relation.key) for relation in structure.relations())
        self._unread = Names((known, known) for known in unread)
        self._exact: dict[frozenset[str], Names] = {}
        self._near: dict[frozenset[str], Names] = {}

    def mended(self, flaw: Flaw) -> Problem | None:
        """Put a reference right where exactly one thing has this id, name or alias but for case, spaces and hyphens."""
        if flaw.kind != "unknown":
            return None
        meant = self._names(self._exact, flaw.wanted, _own_names).same(flaw.value)
        if len(meant) != 1:
            return None
        warning = read_as(self._draft, flaw.path, flaw.value, meant[0])
        self._draft.set(flaw.path, meant[0])
        return warning

    def problem(self, flaw: Flaw) -> Problem:
        """Tell a flaw, with what to do."""
        what, remedy = _TOLD[flaw.kind](self, flaw)
        return Problem(self._draft.place(flaw.path), what, remedy)

    def unknown(self, flaw: Flaw) -> tuple[str, str]:
        wanted = _listed(flaw.wanted)
        what = f"{quoted(flaw.value)} is not {wanted}." if wanted else f"Nothing in this file is {quoted(flaw.value)}."
        near = self._relations.nearest(flaw.value) if flaw.path[-1] == "about" else ()
        near = near or self._names(self._near, flaw.wanted, _all_names).nearest(flaw.value)
        near = near or self._unread.nearest(flaw.value)
        if near:
            return what, f"Did you mean {one_of(map(self._shown, near))}?"
        tables = [quoted(self._sheet(table)) for kind, table in _TABLES.items() if kind in flaw.wanted]
        return what, f"Correct it, or add it to {one_of(tables)}." if tables else "Correct it, or add what is meant."

    def wrong_type(self, flaw: Flaw) -> tuple[str, str]:
        owner = class_at(Structure, self._draft.content, flaw.path[:-1]) or Structure
        field = next(str(step) for step in reversed(flaw.path) if isinstance(step, str))
        what = (
            f"{quoted(flaw.value)} is {a(flaw.found)}; {a(noun(owner))} needs {_listed(flaw.wanted)} "
            f"as its {quoted(field)}."
        )
        name = self._known[flaw.value].name if flaw.value in self._known else flaw.value
        near = self._names(self._near, flaw.wanted, _all_names).nearest(name)
        return what, f"Did you mean {one_of(map(self._shown, near))}?" if near else "Name another."

    def repeated_id(self, flaw: Flaw) -> tuple[str, str]:
        return f"The id {quoted(flaw.value)} is taken{self._first(flaw)}.", "Give one of the two another id."

    def copy(self, flaw: Flaw) -> Problem | None:
        """Warn of a relation that is the first one word for word, and may be left out; None for any other flaw."""
        first = next(_bearers({}, flaw), ()) if flaw.kind == "duplicate_relation" else ()
        if not first or self._draft.at(first) != self._draft.at(flaw.path):
            return None
        what, _ = self.repeated_relation(flaw)
        return Problem(self._draft.place(flaw.path), what, "It was read once.", warning=True, sure=True)

    def repeated_relation(self, flaw: Flaw) -> tuple[str, str]:
        owner = class_at(Structure, self._draft.content, flaw.path)
        keyed = next((relation.KEYED for relation in RELATIONS if relation is owner), ())
        apart = f", or tell them apart by {one_of(map(quoted, keyed))}" if keyed else ""
        return f"This {noun(owner)} stands here a second time{self._first(flaw)}.", f"Delete one of the two{apart}."

    def _first(self, flaw: Flaw) -> str:
        rows = self._draft.content if isinstance(self._draft.content, dict) else {}
        for path in _bearers(rows, flaw):
            return f"; the first is in {spot(self._draft.place(path), self._draft.place(flaw.path))}"
        return ""

    def _sheet(self, table: str) -> str:
        """Return what a table is called, in tables as in a document."""
        return TITLES[table] if self._draft.parsed.lenient else table

    def _shown(self, known: str) -> str:
        name = self._known[known].name if known in self._known else known
        return quoted(known) if folded(name) == folded(known) else f"{quoted(known)} ({name})"

    def _names(
        self, made: dict[frozenset[str], Names], wanted: frozenset[str], spell: Callable[[_Known], Iterator[str]]
    ) -> Names:
        if wanted not in made:
            fitting = (known for known in self._known.values() if wanted == ANYTHING or known.type in wanted)
            made[wanted] = Names((known.id, spelling) for known in fitting for spelling in spell(known))
        return made[wanted]


def _name_of(entity: Entity) -> str:
    return entity.id if entity.name.startswith(STAND_IN) else entity.name


def _own_names(known: _Known) -> Iterator[str]:
    yield known.id
    yield known.name
    yield from known.aliases


def _all_names(known: _Known) -> Iterator[str]:
    """Yield also the id without the prefix of its area: ``fire`` for ``sw.fire``."""
    yield from _own_names(known)
    yield known.id.rpartition(".")[2]


def _listed(wanted: frozenset[str]) -> str:
    return one_of([a(wanted_type) for wanted_type in _TYPE_ORDER if wanted_type in wanted])


def _bearers(content: Mapping[str, object], flaw: Flaw) -> Iterator[FieldPath]:
    """Find the first thing that bears the id, or is the relation, that stands again at the flaw's path."""
    table, _, position = flaw.found.rstrip("]").partition("[")
    if position:
        yield (table, int(position))
        return
    rows = content.get(table)
    for place, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, dict) and row.get("id") == flaw.value:
            yield (table, place)


_TOLD: Mapping[str, Callable[[References, Flaw], tuple[str, str]]] = {
    "unknown": References.unknown,
    "wrong_type": References.wrong_type,
    "duplicate_id": References.repeated_id,
    "duplicate_relation": References.repeated_relation,
}
