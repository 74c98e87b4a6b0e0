"""Who sits by a cell of a matrix, where a column beside the names of bodies says it for all their seats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.matrix.cell import Legend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.matrix.cell import Said
    from loaders.matrix.find import Cell


def sitting(cell: Cell) -> Iterator[Said]:
    """Yield the seats of a cell; who is named beside the body has those for which the cell names nobody."""
    beside = _READER.read(f"({cell.person})") if cell.person else None
    for said in cell.reading.seats:
        if beside is None or said.person or said.post or said.vacant:
            yield said
        elif beside.seats:
            for one in beside.seats:
                yield said._replace(person=one.person, post=one.post, vacant=one.vacant)
        else:
            yield said


_READER = Legend()
