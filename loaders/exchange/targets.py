"""Forms for other programs: what each is called, what it leaves out, and the files that it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.exchange.graphs import as_edges, as_graphml, as_nodes
from loaders.exchange.org import as_org

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from graphmodel.structure import Structure

_LEFT_OUT = "claims about single properties, silences, and which lists are complete"
_AND_SOURCES = f"{_LEFT_OUT}; of sources there are only the ids"


@dataclass(frozen=True)
class Form:
    """A form that holds a part of a structure: `files` by the end of their name, `left_out` in words."""

    name: str
    files: Mapping[str, Callable[[Structure], str | bytes]]
    left_out: str


FORMS = (
    Form("GraphML", {".graphml": as_graphml}, _AND_SOURCES),
    Form("a list of nodes and edges", {".nodes.csv": as_nodes, ".edges.csv": as_edges}, _AND_SOURCES),
    Form("linked data", {".jsonld": as_org}, _LEFT_OUT),
)
ENDINGS = tuple(ending for form in FORMS for ending in form.files)
"""How the names of files in these forms end."""


def form_of(path: str) -> Form | None:
    """Tell which form the name of a file asks for; None where it is none of these."""
    return next((form for form in FORMS if any(path.casefold().endswith(end) for end in form.files)), None)


def files_of(form: Form, path: str) -> list[str]:
    """Name the files that are written where one is asked for: a list of edges comes with that of the nodes."""
    end = next(end for end in form.files if path.casefold().endswith(end))
    return [path[: -len(end)] + (path[-len(end) :] if other == end else other) for other in form.files]


def contents(structure: Structure, form: Form, path: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a structure in a form."""
    for file, made in zip(files_of(form, path), form.files.values(), strict=True):
        content = made(structure)
        yield file, content.encode("utf-8") if isinstance(content, str) else content
