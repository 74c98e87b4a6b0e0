"""The case studies and blank templates that ship with the tool: data only, and where they are."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

STUDIES = ("torbay", "rochdale", "south_worcestershire", "gloucestershire", "hackney")
"""The five case studies of the guidance of 21 November 2003, in its order."""

_SUFFIX = ".yaml"


def names() -> tuple[str, ...]:
    """Return the names of all samples: the case studies in their order, then the rest by name."""
    there = sorted(file.name.removesuffix(_SUFFIX) for file in files(__name__).iterdir() if file.name.endswith(_SUFFIX))
    return STUDIES + tuple(name for name in there if name not in STUDIES)


def path(name: str) -> Path:
    """Return the file of a sample; LookupError, with the names there are, when there is no such sample."""
    if name not in names():
        raise LookupError(f"`{name}` is not a sample. The samples are: {', '.join(names())}.")
    return Path(str(files(__name__) / f"{name}{_SUFFIX}"))
