"""What commands that read a file share: the file itself, the options of an audit, and the engine that is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from answerable.cli.output import remark
from answerable.errors import DatabaseError, InputError

if TYPE_CHECKING:
    from answerable.asking import Asked
    from graphmodel.structure import Structure
    from loaders.structures import Loaded
    from queries.findings.report import Report

FileArgument: TypeAlias = Annotated[
    Path,
    # Not `readable`: what cannot be read is told by the loader, in one sentence with everything else.
    typer.Argument(
        metavar="FILE",
        help="What is known of a partnership: a workbook (.xlsx, .xls, .ods), a folder of CSV files, slides (.pptx), "
        "or a document (.yaml, .json).",
        show_default=False,
        readable=False,
    ),
]
AsOfOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="The day that is asked about. [default: the file's, else today]"),
]
ProfileOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="PROFILE",
        help="Which rules are asked, and how: dat-cdrp-2003, letter-2003-10-21, csp-2011, cdp-2022, governance, or a "
        "file of your own, .yaml or .json. [default: the file's, else governance]",
    ),
]
EvidenceOption: TypeAlias = Annotated[
    str,
    typer.Option(
        "--evidence",
        metavar="LEVEL",
        help="How weak a fact may be and still count: stated, inferred or asserted.",
    ),
]
MatrixOption: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--matrix",
        help="FILE is a membership matrix: bodies along one side, groups along the other. [default: as it looks]",
    ),
]
NamesOption: TypeAlias = Annotated[bool, typer.Option("--names", help="Show the names of persons.")]


def read(file: Path, wrong: Iterable[str] = (), *, matrix: bool = False) -> Structure:
    """Load a structure, and tell how it was read. Raises InputError with `wrong` and all that is wrong in the file."""
    return read_with_places(file, wrong, matrix=matrix).structure


def read_with_places(file: Path, wrong: Iterable[str] = (), *, matrix: bool = False) -> Loaded:
    """Load a structure as `read` does, with the places of its facts."""
    from answerable.told import remarks

    loaded = load_or_tell(file, wrong, matrix=matrix)
    remark(remarks(loaded, file))
    return loaded


def read_all(files: Sequence[Path], wrong: Iterable[str] = (), *, matrix: bool = False) -> list[Loaded]:
    """Load several structures as `read_with_places` does, and tell at once what is wrong with any of them."""
    found: list[Loaded] = []
    faults = list(wrong)
    for file in files:
        try:
            found.append(read_with_places(file, matrix=matrix))
        except InputError as error:
            faults.append(str(error))
    if faults:
        raise InputError("\n".join(faults))
    return found


def load_or_tell(file: Path, wrong: Iterable[str] = (), *, matrix: bool = False) -> Loaded:
    """Load a structure, and leave it to the caller to tell how it was read. Raises InputError as `read` does."""
    from answerable.progress import progress_shown
    from answerable.size import max_bytes
    from loaders.problems import LoadError
    from loaders.structures import load

    faults = list(wrong)
    try:
        with progress_shown():
            loaded = load(file, max_bytes=max_bytes(), matrix=matrix)
    except LoadError as error:
        faults += [str(problem) for problem in error.problems if not problem.warning]
        raise InputError(_told(faults, [str(problem) for problem in error.problems if problem.warning])) from error
    if faults:
        raise InputError(_told(faults))
    return loaded


def wrong_options(as_of: str | None, profile: str | None, evidence: str) -> list[str]:
    """Say all that is wrong with the options of an audit."""
    from answerable.asking import wrong_choice, wrong_day, wrong_profile
    from graphmodel.evidence import EvidenceLevel

    return [
        *wrong_day(as_of),
        *(wrong_profile(profile) if profile is not None else ()),
        *wrong_choice("The evidence level", evidence, EvidenceLevel),
    ]


def audited(structure: Structure, asked: Asked, engine: str = "memory") -> Report:
    """Audit a structure where the engine is. Raises InputError or DatabaseError."""
    from answerable.asking import ask

    if engine == "memory":
        from queries.engines.memory import MemoryEngine

        return ask(MemoryEngine(structure), asked)
    from answerable.connection import connect

    with connect() as driver:
        # After the connection, which says in one sentence where the driver is not installed.
        from graphmodel.stored import NotStoredError
        from loaders.neo4j_store import CannotBeStoredError, push
        from queries.engines.neo4j import Neo4jEngine

        try:
            push(driver, structure)
            return ask(Neo4jEngine(driver, structure.id), asked)
        except CannotBeStoredError as error:
            raise InputError(str(error)) from error
        except NotStoredError as error:
            raise DatabaseError(str(error)) from error


def _told(faults: list[str], remarks: Sequence[str] = ()) -> str:
    """Tell what is wrong, then what was only read with a remark; one fault alone needs no count."""
    if not remarks and len(faults) == 1:
        return faults[0]
    wrong = f"{len(faults)} {'thing is' if len(faults) == 1 else 'things are'} wrong"
    if not remarks:
        return "\n".join((f"{wrong}.", *faults))
    read = f"{len(remarks)} {'was' if len(remarks) == 1 else 'were'} read with a remark"
    return "\n".join((f"{wrong}; {read}.", *faults, "Read with a remark:", *remarks))
