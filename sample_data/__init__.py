"""The case studies, and assumptions to try on them, that ship with the tool: data only, and where they are."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

STUDIES = ("torbay", "rochdale", "south_worcestershire", "gloucestershire", "hackney")
"""The five case studies of the guidance of 21 November 2003, in its order."""

_SUFFIX = ".yaml"
_ASSUMPTIONS = "assumptions"


def names() -> tuple[str, ...]:
    """Return the names of all samples: the case studies in their order, then the rest by name."""
    there = sorted(file.name.removesuffix(_SUFFIX) for file in files(__name__).iterdir() if file.name.endswith(_SUFFIX))
    return STUDIES + tuple(name for name in there if name not in STUDIES)


def path(name: str) -> Path:
    """Return the file of a sample; LookupError, with the names there are, when there is no such sample."""
    if name not in names():
        raise LookupError(f"`{name}` is not a sample. The samples are: {', '.join(names())}.")
    return Path(str(files(__name__) / f"{name}{_SUFFIX}"))


def assumptions() -> tuple[str, ...]:
    """Return the names of the sample files of assumptions, which are no structures and stand in their own folder."""
    there = (files(__name__) / _ASSUMPTIONS).iterdir()
    return tuple(sorted(file.name.removesuffix(_SUFFIX) for file in there if file.name.endswith(_SUFFIX)))


def assumptions_path(name: str) -> Path:
    """Return a sample file of assumptions; LookupError, with the names there are, when there is no such one."""
    if name not in assumptions():
        raise LookupError(f"`{name}` is no sample of assumptions. There are: {', '.join(assumptions())}.")
    return Path(str(files(__name__) / _ASSUMPTIONS / f"{name}{_SUFFIX}"))
