"""What a path leads to: a document, a workbook, slides or a folder of tables, told by what is in it and by its name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from graphmodel.place import Location
from loaders.file_text import MAX_BYTES
from loaders.registry import parse_file
from loaders.sorts import SUFFIXES, Sort, sort_of
from loaders.wording import quoted

if TYPE_CHECKING:
    import os

    from loaders.gathered import Gathered
    from loaders.parsed import Parsed, Readable


def gathered_or_parsed(path: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES, matrix: bool = False) -> Readable:
    """Read whatever a path leads to as the plain values of a document, each with its place.

    Raises LoadError where nothing can be read at all; of a file that is no structure, with what to do about it.
    `matrix` says that the sheets are membership matrices, however they look.
    """
    if Path(path).is_dir():
        return _tables(path, max_bytes, matrix=matrix)
    sort = sort_of(path, max_bytes)
    if sort not in _READERS:
        return _popolo_or_structure(parse_file(path, max_bytes=max_bytes))
    gathered = _READERS[sort](path, max_bytes, matrix=matrix)
    _tell_if_renamed(gathered, Path(path), sort)
    return gathered


def _tell_if_renamed(gathered: Gathered, path: Path, sort: Sort) -> None:
    right = SUFFIXES[sort]
    if path.suffix.casefold() not in ("", *right):
        gathered.tell(
            Location(str(path)),
            f"The file's name ends in {quoted(path.suffix)}, but it holds {sort.value}, and was read as such.",
            f"Rename it to end in {right[0]}.",
            warning=True,
            sure=True,
        )


# Only who brings tables or slides pays for their readers, so each is imported when it is needed.


def _tables(path: str | os.PathLike[str], max_bytes: int, *, matrix: bool) -> Gathered:
    from loaders.csv_folder import read_folder  # noqa: PLC0415  as said above

    return read_folder(path, max_bytes=max_bytes, matrix=matrix)


def _popolo_or_structure(parsed: Parsed) -> Readable:
    if not parsed.source.text[:1000].lstrip().startswith(("{", "[")):
        return parsed
    from loaders.popolo.things import is_popolo  # noqa: PLC0415  as said above

    if not is_popolo(parsed.content):
        return parsed
    from loaders.popolo.reading import read_popolo  # noqa: PLC0415  as said above

    return read_popolo(parsed)


def _workbook(path: str | os.PathLike[str], max_bytes: int, *, matrix: bool) -> Gathered:
    from loaders.workbook.reading import read_workbook  # noqa: PLC0415  as said above

    return read_workbook(path, max_bytes=max_bytes, matrix=matrix)


def _slides(path: str | os.PathLike[str], max_bytes: int, *, matrix: bool) -> Gathered:
    del matrix  # no slide is one
    from loaders.slides.reading import read_slides  # noqa: PLC0415  as said above

    return read_slides(path, max_bytes=max_bytes)


class _Reader(Protocol):
    def __call__(self, path: str | os.PathLike[str], max_bytes: int, *, matrix: bool) -> Gathered: ...


_READERS: dict[Sort, _Reader] = {
    Sort.WORKBOOK: _workbook,
    Sort.CSV: _tables,
    Sort.SLIDES: _slides,
}
