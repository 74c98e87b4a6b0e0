"""Several files at once: whichever step fails, everything is as it was, or what is not is told and nothing is lost."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graphmodel.structure import Structure
from loaders.problems import SaveError
from loaders.saving import save, write_files
from loaders.structures import load
from sample_data import path

OLD = Structure.model_validate(
    {
        "id": "s",
        "title": "Small",
        "groups": [{"id": "g", "name": "Group", "kind": "group"}],
        "people": [{"id": "ann", "name": "Ann Lee"}],
        "seats": [{"member": "ann", "group": "g"}],
    }
)
CALLS = ("replace", "unlink", "link", "mkdir")
MANY = 60
"""More steps of one sort than any of these takes."""


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def there(folder: str = ".") -> dict[str, bytes]:
    """Return what can be seen; what is left of a hidden folder that could not be taken away cannot."""
    found = (one for one in sorted(Path(folder).rglob("*")) if one.is_file())
    return {str(one): one.read_bytes() for one in found if not any(part.startswith(".") for part in one.parts)}


class Failing:
    """A call to the system that fails at one step, or from there on."""

    def __init__(self, call: Callable[..., Any], at: int, *, on: bool, error: BaseException) -> None:
        self._call, self._at, self._on, self._error = call, at, on, error
        self.calls = 0

    def __call__(self, *given: Any, **named: Any) -> Any:
        self.calls += 1
        if self.calls == self._at or (self._on and self.calls > self._at):
            raise self._error
        return self._call(*given, **named)


@cache
def new() -> Structure:
    return load(path("south_worcestershire")).structure


def tables() -> None:
    save(new(), "tables")


def lists() -> None:
    write_files([("a.nodes.csv", b"new nodes"), ("a.edges.csv", b"new edges")])


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("error", [OSError(errno.EIO, "Broken disk"), KeyboardInterrupt()], ids=["error", "stopped"])
@pytest.mark.parametrize("write", [tables, lists])
def test_whichever_step_fails_everything_is_as_it_was(
    write: Callable[[], None], call: str, error: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    again()
    before = there()
    write()
    after = there()
    for step in range(1, MANY):
        again()
        failing = Failing(getattr(os, call), step, on=False, error=error)
        with monkeypatch.context() as patched:
            patched.setattr(os, call, failing)
            told = outcome(write)
        assert there() in ((after,) if told == "" else (before,) if told == BROKEN else (before, after))
        assert told in ("", BROKEN, "stopped")
        if failing.calls < step:
            return
    pytest.fail("There are more steps than are tried here.")


BROKEN = "The file cannot be written: Broken disk. Nothing was changed."


def outcome(write: Callable[[], None]) -> str:
    try:
        write()
    except SaveError as error:
        return str(error).partition(": ")[2]
    except KeyboardInterrupt:
        return "stopped"
    return ""


def again() -> None:
    save(OLD, "tables")
    write_files([("a.nodes.csv", b"old nodes"), ("a.edges.csv", b"old edges")])


@pytest.mark.parametrize("step", range(1, 12))
def test_where_it_cannot_be_undone_nothing_is_lost_and_the_place_of_the_old_is_told(
    step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(OLD, "tables")
    before = there("tables")
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", Failing(os.replace, step, on=True, error=OSError(errno.EIO, "Broken disk")))
        with pytest.raises(SaveError) as told:
            tables()
    after = there("tables")
    if step == 1:
        assert (after, "Nothing was changed." in str(told.value)) == (before, True)
        return
    lost = [name for name, content in before.items() if after.get(name) != content]
    assert lost
    assert "Nothing was changed" not in str(told.value)
    kept = next(one for one in Path("tables").iterdir() if one.is_dir())
    for name in lost:
        assert (kept / Path(name).name).read_bytes() == before[name]
        assert f"`{Path(name).name}`" in str(told.value)
    assert f"what stood there before lies in `{kept.resolve()}`." in str(told.value)
    assert {Path(name).name for name in after if Path(name).parent == Path("tables")} == {Path(x).name for x in before}


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() == 0, reason="the owner of all may do anything")
def test_a_folder_that_may_not_be_written_to() -> None:
    save(OLD, "tables")
    before = there()
    Path("tables").chmod(0o555)
    with pytest.raises(SaveError, match=r"You may not write here\. Choose a folder of your own\."):
        tables()
    Path("tables").chmod(0o755)
    assert there() == before


@pytest.mark.parametrize("at", range(1, 8))
def test_a_file_that_is_open_elsewhere_is_named(at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    save(OLD, "tables")
    before, replace = there(), os.replace
    held = sorted(Path("tables").iterdir())[(at - 1) % len(before)]

    def refuse(file: Path, to: Path) -> None:
        if Path(to).name == held.name and ".kept-" not in str(file):
            raise PermissionError(errno.EACCES, "Permission denied", str(file), None, str(to))
        replace(file, to)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(SaveError) as told:
        save(OLD.model_copy(update={"title": "New"}), "tables")
    assert str(told.value) == (
        f"tables: `{held.name}` cannot be replaced: it is open in another program, or it is not yours. Close it, or "
        "choose another name. Nothing was changed."
    )
    assert there() == before


@pytest.mark.skipif(sys.platform == "win32", reason="rights are of POSIX here")
def test_tables_keep_their_rights() -> None:
    save(OLD, "tables")
    Path("tables/people.csv").chmod(0o600)
    save(OLD, "tables")
    assert stat.S_IMODE(Path("tables/people.csv").stat().st_mode) == 0o600
    Path("plain").touch()
    assert Path("tables/seats.csv").stat().st_mode == Path("plain").stat().st_mode
