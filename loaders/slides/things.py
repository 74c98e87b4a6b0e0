"""The things that slides name, each once however often it is drawn, as rows of tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graphmodel.evidence import Modality
from loaders.gathered import Sheet, Where
from loaders.names import folded
from loaders.slides.what import What
from loaders.tables.columns import CLAIMS, EVIDENCE
from loaders.tables.meant.known import id_from
from loaders.tables.rows import Row
from loaders.wording import SHOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.gathered import Entry

SEVERAL = ("works_with", "linked_to", "co_located_with")
"""Links that say the same whichever end comes first."""


@dataclass(frozen=True)
class Spot:
    """A place in a presentation: a slide, and the box or the line on it."""

    file: str
    slide: int
    words: str = ""

    @property
    def locator(self) -> str:
        """The place as evidence gives it."""
        words = self.words if len(self.words) <= SHOWN else f"{self.words[: SHOWN - 1]}…"
        return f'slide {self.slide}, "{words}"' if words else f"slide {self.slide}"

    @property
    def where(self) -> Where:
        """The place as problems give it."""
        return Where(Sheet(self.file, self.locator, {}), None)


@dataclass
class Thing:
    """Something that a slide names."""

    id: str
    name: str
    what: What
    spot: Spot
    reason: str
    values: dict[str, Any] = field(default_factory=dict)
    aliases: list[str] = field(default_factory=list)

    @property
    def table(self) -> str:
        """The table that it belongs to."""
        return self.what.table


class Things:
    """Everything that the slides name, and how it hangs together, in the order in which it was met."""

    def __init__(self, source: str) -> None:
        """Take the id of the source."""
        self.source = source
        self._things: dict[str, Thing] = {}
        self._known: dict[str, Thing] = {}
        self._full: dict[str, str] = {}
        self._ids = {source}
        self._relations: dict[tuple[str, ...], Row] = {}
        self._claims: list[Row] = []

    def expect(self, name: str, short: str) -> None:
        """Note before all else what is short for what, so that it is the same thing on a slide that comes earlier."""
        known = self._full.setdefault(folded(short), name)
        if folded(known) != folded(name):
            self._full[folded(short)] = short  # short for two things, it tells neither

    def full(self, name: str) -> str:
        """Give the full name of what a short one stands for; any other as it is."""
        return self._full.get(folded(name), name)

    @property
    def drawn(self) -> Counter[str]:
        """How many relations there are, by their tables."""
        return Counter(row.table for row in self._relations.values())

    def named(self, name: str) -> Thing | None:
        """Give the thing with a name, if it was met already."""
        return self._known.get(folded(self.full(name))) or self._ending_in(name)

    def met(self, name: str, what: What, spot: Spot, reason: str) -> Thing:
        """Give the thing with a name: the same each time."""
        plain = folded(name)
        if plain not in self._known:
            id_ = self._free(id_from(name))
            self._known[plain] = self._things[id_] = Thing(id_, name, what, spot, reason)
        return self._known[plain]

    def also_called(self, thing: Thing, alias: str) -> None:
        """Note a short name, unless something else is called so."""
        if self._known.setdefault(folded(alias), thing) is thing and alias not in thing.aliases:
            thing.aliases.append(alias)

    def claim(self, thing: Thing, name: str, value: Any, spot: Spot, reason: str) -> None:
        """Set one property of a thing, if nothing else did, with what it rests on."""
        if name not in thing.values:
            thing.values[name] = value
            about = {"about": thing.id, "property": name, "value": str(value)}
            self._claims.append(Row(CLAIMS, {**about, **self._evidence(spot, reason)}, spot.where))

    def relate(self, table: str, values: Entry, spot: Spot, reason: str) -> None:
        """Add a relation, unless it is there already."""
        ends = [str(value) for name, value in values.items() if name not in ("type", "kind", "role")]
        same = sorted(ends) if values.get("type") in SEVERAL else ends
        key = (table, *(str(values.get(name, "")) for name in ("type", "kind", "role")), *same)
        self._relations.setdefault(key, Row(table, {**values, **self._evidence(spot, reason)}, spot.where))

    def rows(self) -> Iterator[Row]:
        """Yield the rows of everything."""
        for thing in self._things.values():
            kind = {"kind": str(thing.what.kind)} if thing.what.kind else {}
            aliases = {"aliases": thing.aliases} if thing.aliases else {}
            values = {"id": thing.id, "name": thing.name, **kind, **thing.values, **aliases}
            yield Row(thing.table, {**values, **self._evidence(thing.spot, thing.reason)}, thing.spot.where)
        yield from self._relations.values()
        yield from self._claims

    def __len__(self) -> int:
        return len(self._things)

    def _ending_in(self, name: str) -> Thing | None:
        """Give the one body or group whose name ends in a short name: `PCT` in a box of a group."""
        end = f" {folded(name)}"
        found = {
            thing.id: thing
            for plain, thing in self._known.items()
            if thing.table in ("bodies", "groups") and plain.endswith(end)
        }
        return next(iter(found.values())) if len(found) == 1 and name.isupper() else None

    def _evidence(self, spot: Spot, reason: str) -> Entry:
        said = {"source": self.source, "locator": spot.locator, "modality": str(Modality.INFERRED), "reason": reason}
        return {EVIDENCE + name: value for name, value in said.items()}

    def _free(self, wanted: str) -> str:
        candidate, number = wanted, 2
        while candidate in self._ids:
            candidate, number = f"{wanted}-{number}", number + 1
        self._ids.add(candidate)
        return candidate
