"""Documents of clauses from this folder and from installed packages, put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import resources
from importlib.metadata import EntryPoint
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from queries.clauses.document import Clauses
from queries.packages import package, who

GROUP = "answerable.clauses"


class ClausesError(Exception):
    """An installed package adds clauses that cannot be used; its text says which package, and why."""


def collected(added: Iterable[EntryPoint]) -> tuple[Clauses, ...]:
    """Put our documents and those of entry points together, ordered by source. Raises ClausesError."""
    found = {document.source: document for document in _ours()}
    brought_by = dict.fromkeys(found, "answerable itself")
    for entry in sorted(added, key=lambda entry: (who(entry), entry.name)):
        for document in _of(entry):
            if document.source in found:
                raise ClausesError(
                    f"{who(entry)} adds the clauses of {document.source}, but {brought_by[document.source]} has them "
                    f"already. Give the source another name, or uninstall {package(entry)}."
                )
            found[document.source] = document
            brought_by[document.source] = who(entry)
    return tuple(found[source] for source in sorted(found))


def _ours() -> Iterator[Clauses]:
    for file in resources.files("queries.clauses").iterdir():
        if file.name.endswith(".json"):
            yield Clauses.model_validate_json(file.read_bytes())


def _of(entry: EntryPoint) -> Iterator[Clauses]:
    try:
        given = entry.load()
    except Exception as error:  # whatever another's module may raise as it is imported
        raise ClausesError(
            f"{who(entry)} adds clauses that cannot be loaded from `{entry.value}`: "
            f"{str(error) or type(error).__name__}"
        ) from error
    for one in (given,) if isinstance(given, _DOCUMENTS) or not isinstance(given, Iterable) else given:
        yield _read(one, entry)


_DOCUMENTS = (Clauses, Traversable, Path, str, bytes)
"""What an entry point may lead to: a document, where it stands, or its text in bytes. Several of them do as well."""


def _read(one: Any, entry: EntryPoint) -> Clauses:
    try:
        if isinstance(one, Clauses):
            return one
        if isinstance(one, bytes):
            return Clauses.model_validate_json(one)
        if isinstance(one, str | Path):
            return Clauses.model_validate_json(Path(one).read_bytes())
        if isinstance(one, Traversable):
            return Clauses.model_validate_json(one.read_bytes())
    except OSError as error:
        raise ClausesError(
            f"{who(entry)} adds clauses that cannot be read from `{one}`: {error.strerror or error}."
        ) from error
    except ValidationError as error:
        raise ClausesError(f"{who(entry)} adds clauses that are not in order: {_told(error)}.") from error
    raise ClausesError(
        f"{who(entry)} adds something that is no document of clauses through `{entry.value}`: {type(one).__name__}."
    )


def _told(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(map(str, detail['loc'])) or 'the document'}: {detail['msg']}"
        for detail in error.errors(include_url=False, include_input=False)
    )
