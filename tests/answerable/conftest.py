"""`answer` runs the command line as the `answerable` script does, and gives exit code, output and remarks."""

import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from answerable.cli import main


class Answered(NamedTuple):
    code: int
    out: str
    err: str


Answer = Callable[..., Answered]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Answer:
    def run(*arguments: object) -> Answered:
        monkeypatch.setattr(sys, "argv", ["answerable", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        told = capsys.readouterr()
        code = ended.value.code
        return Answered(code if isinstance(code, int) else 0, told.out, told.err)

    return run
