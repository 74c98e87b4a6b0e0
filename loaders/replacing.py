"""New files in the place of old ones, several together: all of them, or none."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.wording import one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping


class HalfDoneError(OSError):
    """Old files that could not be put back; the text says what lies where."""


def exchange(new: Mapping[Path, Path], gone: Collection[Path] = ()) -> None:
    """Put files where others are, or will be, and take some away. `new` has the file that comes by where it goes.

    The old ones are kept beside them meanwhile. Raises OSError with everything as it was, and HalfDoneError where it
    could not be made so again; what was kept stays then.
    """
    if len(new) + len(gone) == 1:
        _change(new, gone)  # it is one step
        return
    kept: dict[Path, Path] = {}
    left = False
    try:
        _keep([*new, *gone], kept)
        try:
            _change(new, gone)
        except BaseException as error:
            if said := tuple(_undone(new, gone, kept)):
                left = True
                raise HalfDoneError(" ".join(said)) from error
            raise
    finally:
        if not left:
            for folder in {place.parent for place in kept.values()}:
                shutil.rmtree(folder, ignore_errors=True)


def rights_of(target: Path, *, most: int = 0o666) -> int:
    """Return the rights of a file, or those that any new one gets; a temporary one is its owner's alone."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return most & ~mask


def _change(new: Mapping[Path, Path], gone: Iterable[Path]) -> None:
    for target, file in new.items():
        file.replace(target)
    for target in gone:
        target.unlink()


def _keep(targets: Iterable[Path], kept: dict[Path, Path]) -> None:
    """Keep each file that is there in a hidden folder beside it: under a second name, or else as a copy."""
    folders: dict[Path, Path] = {}
    for target in targets:
        if target.exists():
            if target.parent not in folders:
                folders[target.parent] = Path(tempfile.mkdtemp(prefix=".kept-", dir=target.parent))
            kept[target] = folders[target.parent] / target.name
            _copy(target, kept[target])


def _copy(file: Path, to: Path) -> None:
    try:
        os.link(file, to)
    except OSError:  # not every disk gives a file two names, and not for everybody
        shutil.copy2(file, to)


def _undone(new: Mapping[Path, Path], gone: Iterable[Path], kept: Mapping[Path, Path]) -> Iterator[str]:
    """Put back whatever was changed, each by itself, and yield a sentence for what cannot be."""
    changed = [target for target, file in new.items() if not file.exists()]
    changed += [target for target in gone if not target.exists()]
    here: dict[Path, list[str]] = {}
    there: list[str] = []
    for target in changed:
        try:
            if target in kept:
                kept[target].replace(target)
            else:
                target.unlink(missing_ok=True)
        except OSError:
            if target in kept:
                here.setdefault(kept[target].parent, []).append(target.name)
            else:
                there.append(target.name)
    for folder, files in here.items():
        yield f"{_named(files)} could not be put back: what stood there before lies in `{folder}`."
    if there:
        yield f"{_named(there)} could not be taken away again."


def _named(files: Iterable[str]) -> str:
    return one_of(map(quoted, files), last="and")
