"""What a loader does grows with its input and not with its square: its steps are counted, and nothing is timed.

Every bytecode is a step, so that a comprehension that goes through all rows for each of them shows, though it calls
nothing. What C does within one call is not seen.
"""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import pytest

from loaders.problems import LoadError
from loaders.structures import load
from tests.loaders.growing import MAKERS, read_replies

if TYPE_CHECKING:
    from _typeshed import TraceFunction

SMALL = 40
LARGER = {"terms agreed": 120, "several in a cell": 80}
"""Rows of shapes that show what they cost for each other only where there are more of them."""
LINEAR = 2.3
"""Twice the rows more may take so many times the steps more: what is quadratic takes four times."""


def steps(doing: Callable[[Path], object], path: Path) -> int:
    """Count the bytecodes of Python that are run while a file is loaded."""
    counted = 0

    def count(frame: FrameType, event: str, _: object) -> "TraceFunction":
        nonlocal counted
        if event == "call":
            frame.f_trace_opcodes, frame.f_trace_lines = True, False
        elif event == "opcode":
            counted += 1
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        doing(path)
    except LoadError:
        pass
    finally:
        sys.settrace(before)
    return counted


def is_linear(few: int, more: int, most: int) -> bool:
    """Tell whether steps at one, two and four times a size grow with the size."""
    return most - more <= LINEAR * max(more - few, few // 4)


@pytest.mark.parametrize("shape", MAKERS)
def test_steps_grow_with_the_input(tmp_path: Path, shape: str) -> None:
    gc.collect()
    doing, make, small = read_replies if shape == "reply" else load, MAKERS[shape], LARGER.get(shape, SMALL)
    steps(doing, make(tmp_path / f"{small}", small))  # what is done once in a process is done now
    few, more, most = (steps(doing, make(tmp_path / str(times), small * times)) for times in (1, 2, 4))
    assert is_linear(few, more, most), (few, more, most)


def test_a_comprehension_over_all_for_each_is_seen(tmp_path: Path) -> None:
    def quadratic(path: Path) -> None:
        rows = range(int(path.name))
        for row in rows:
            [other for other in rows if other == row]

    assert not is_linear(*(steps(quadratic, tmp_path / str(SMALL * times)) for times in (1, 2, 4)))
