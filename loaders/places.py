"""Where every entity and relation of a structure stands in its file, for whoever asks: a report holds no places."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from graphmodel.factids import claim_ids, list_ids
from graphmodel.structure import ENTITY_TABLES, RELATION_TABLES, Structure

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from graphmodel.place import Location
    from loaders.parsed import FieldPath


class Places(Mapping[str, "Location"]):
    """The place of every fact by its id. They are found when one is asked for: most commands never do."""

    def __init__(
        self, structure: Structure, place: Callable[[FieldPath], Location], gone: Collection[FieldPath] = ()
    ) -> None:
        """Take a structure and what tells the place of a path; `gone` are the rows that were read and left out."""
        self._structure = structure
        self._place = place
        self._gone = frozenset(gone)

    def __getitem__(self, fact: str) -> Location:
        return self._place(self._paths[fact])

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    @cached_property
    def _paths(self) -> Mapping[str, FieldPath]:
        return dict(self._rows())

    def _rows(self) -> Iterator[tuple[str, FieldPath]]:
        for table in (*ENTITY_TABLES, *RELATION_TABLES):
            items = getattr(self._structure, table)
            written = self._written(table, len(items))
            for item, path in zip(items, written, strict=True):
                fact = item.id if table in ENTITY_TABLES else item.key
                yield fact, path
                claims = enumerate(claim_ids(fact, item.claims))
                yield from ((claim, (*path, "claims", order)) for order, claim in claims)
        for order, fact in enumerate(list_ids(self._structure.completeness)):
            yield fact, ("completeness", order)

    def _written(self, table: str, rows: int) -> Iterator[FieldPath]:
        """Yield the paths of the rows that were kept, as the file counts them."""
        every = ((table, position) for position in range(rows + len(self._gone)))
        kept = (path for path in every if path not in self._gone)
        return (path for path, _ in zip(kept, range(rows), strict=False))
