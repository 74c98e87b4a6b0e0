"""Every loader, with the files that its inputs are made from, and what reads one of them.

Whatever is read, nothing but our own errors may come of it: `Target.read` lets those through as a word, and raises
whatever else comes.
"""

import functools
import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from graphmodel.shorthand import parse
from graphmodel.structure import Structure
from tests.fuzz import seeds

CUT = re.compile(rb"^%%% ([\w.-]{1,40})\r?\n", re.MULTILINE)
"""Begins another file of a folder, where an input is a folder."""


class Target(NamedTuple):
    """A loader."""

    name: str
    suffix: str
    seeds: Callable[[], tuple[bytes, ...]]
    read: Callable[[Path], str]
    """Reads a file, and says in a word what came of it; raises what nobody should ever see."""


def _load(path: Path) -> str:
    from loaders.problems import LoadError
    from loaders.structures import load

    try:
        loaded = load(path)
    except LoadError as error:
        told = "\n".join(map(str, error.problems))
        return "refused" if told.encode() else "refused without a word"
    "\n".join([*map(str, loaded.problems), *loaded.understood]).encode()
    return "in part" if not loaded.is_whole else "with remarks" if loaded.problems else "loaded"


def _folder(path: Path) -> str:
    pieces = CUT.split(path.read_bytes())
    with TemporaryDirectory(dir=path.parent) as folder:
        for name, content in zip(pieces[1::2], pieces[2::2], strict=True):
            (Path(folder) / name.decode()).write_bytes(content)
        return _load(Path(folder))


@functools.cache
def _asked() -> Structure:
    return parse(seeds.ASKED)


def _reply(path: Path) -> str:
    from loaders.problems import LoadError
    from loaders.replies.reading import with_replies

    try:
        loaded = with_replies(_asked(), [path])
    except LoadError as error:
        return "refused" if error.problems else "refused without a word"
    return "with remarks" if loaded.problems else "loaded"


def _profile(path: Path) -> str:
    from answerable.profile_file import files_of, profile_faults
    from queries.rules import RULES

    files_of(path)
    return "refused" if profile_faults(path, RULES) else "loaded"


def _waivers(path: Path) -> str:
    from answerable.exceptions import read_waivers

    return "refused" if read_waivers(path)[1] else "loaded"


def _report(path: Path) -> str:
    from answerable.last_report import read_report

    return "refused" if read_report(path)[1] else "loaded"


TARGETS = {
    target.name: target
    for target in (
        Target("yaml", ".yaml", seeds.yaml, _load),
        Target("json", ".json", seeds.json_documents, _load),
        Target("popolo", ".json", seeds.popolo, _load),
        Target("csv", ".folder", seeds.folders, _folder),
        Target("xlsx", ".xlsx", seeds.xlsx, _load),
        Target("xls", ".xls", seeds.xls, _load),
        Target("xlsb", ".xlsb", seeds.xlsb, _load),
        Target("ods", ".ods", seeds.ods, _load),
        Target("matrix", ".xlsx", seeds.matrices, _load),
        Target("pptx", ".pptx", seeds.pptx, _load),
        Target("reply", ".xlsx", seeds.replies, _reply),
        Target("profile", ".yaml", seeds.profiles, _profile),
        Target("waivers", ".yaml", seeds.waivers, _waivers),
        Target("report", ".json", seeds.reports, _report),
    )
}
