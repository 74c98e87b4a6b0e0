"""What takes long shows how far it is, on a terminal alone; and what is too large can be read all the same."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from answerable.errors import InputError
from answerable.progress import AFTER
from answerable.size import VARIABLE, max_bytes
from loaders.file_text import MAX_BYTES
from loaders.watching import followed, watched_by

SLOW = f"""
import time
from answerable.progress import progress_shown
from loaders.watching import note
with progress_shown():
    note("Reading Seats", 30, 100)
    time.sleep({AFTER} + 1)
print("done")
"""
QUICK = SLOW.replace(f"{AFTER} + 1", "0.01")


def on_a_terminal(code: str) -> str:
    """Run Python with a terminal as standard error, and return what it showed there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", code], stderr=theirs, stdout=subprocess.DEVNULL) as process:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 1024):
                shown += piece
        except OSError:
            pass  # how Linux says that the other side is gone
        assert process.wait() == 0
    os.close(ours)
    return shown.decode()


def test_a_bar_appears_after_a_second_and_goes_away() -> None:
    shown = on_a_terminal(SLOW)
    assert "Reading Seats" in shown
    assert "━" in shown
    assert shown.rstrip().endswith("\x1b[2K")  # the line is wiped


def test_what_is_quick_shows_nothing() -> None:
    assert on_a_terminal(QUICK) == ""


def test_a_pipe_shows_nothing() -> None:
    run = subprocess.run([sys.executable, "-c", SLOW], capture_output=True, text=True, check=True)
    assert (run.stdout, run.stderr) == ("done\n", "")


def test_readers_tell_how_far_they_are(tmp_path: Path) -> None:
    from loaders.structures import load

    rows = "".join(f"b{number},Body {number},voluntary\n" for number in range(1200))
    (tmp_path / "bodies.csv").write_text(f"id,name,kind\n{rows}", "utf-8")
    told: list[tuple[str, int, int]] = []
    with watched_by(lambda *step: told.append(step)):
        load(tmp_path)
    assert [step for step in told if step[1]] == [("Reading bodies", 500, 1201), ("Reading bodies", 1000, 1201)]
    assert told[-1] == ("Checking what it says", 0, 0)
    assert list(followed("abc", "letters", 3)) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("told", "size"),
    [("", MAX_BYTES), ("500MB", 500 * 1024**2), ("1.5 GiB", 3 * 1024**3 // 2), ("12k", 12 * 1024), ("9", 9)],
)
def test_the_limit_is_set_in_the_environment(monkeypatch: pytest.MonkeyPatch, told: str, size: int) -> None:
    monkeypatch.setenv(VARIABLE, told)
    assert max_bytes() == size


@pytest.mark.parametrize("told", ["much", "-1", "0", "1e9", "5TB"])
def test_what_is_no_size_is_refused(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setenv(VARIABLE, told)
    with pytest.raises(InputError, match=re.escape(f"ANSWERABLE_MAX_SIZE is `{told}`, which is no size.")):
        max_bytes()


def test_the_refusal_names_what_helps_and_it_helps(tmp_path: Path) -> None:
    path = tmp_path / "area.yaml"
    path.write_text('schema: 1\nid: area\ntitle: Area\nas_of: "2003-11-21"\n', "utf-8")

    def check(limit: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "answerable", "check", str(path)]
        return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, VARIABLE: limit})

    refused = check("20")
    assert refused.returncode == 2
    assert "over the limit of 20 bytes" in refused.stderr
    assert f"set {VARIABLE}=" in refused.stderr
    assert check("1MB").returncode == 0
