"""Every loader withstands what once broke one, and as many new inputs as there is time for; `make fuzz` throws more."""

from pathlib import Path

import pytest

from tests.fuzz.inputs import made
from tests.fuzz.targets import TARGETS
from tests.fuzz.trial import CORPUS, fault, smaller, tried

INPUTS = 500
SEED = 2003
FOUND = sorted(CORPUS.glob("*/*.bin"))


@pytest.mark.parametrize("path", FOUND, ids=[f"{path.parent.name}-{path.stem}" for path in FOUND])
def test_what_was_found_once_breaks_nothing(path: Path) -> None:
    assert not fault(TARGETS[path.parent.name], path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_new_inputs_break_nothing(name: str) -> None:
    target = TARGETS[name]
    share = range(sorted(TARGETS).index(name), INPUTS, len(TARGETS))
    for number in share:
        assert not fault(target, made(target, SEED, number)), f"number {number} of seed {SEED}"


@pytest.mark.parametrize("name", TARGETS)
def test_the_good_files_are_good_enough_to_begin_with(name: str) -> None:
    target = TARGETS[name]
    said = [tried(target, content) for content in target.seeds()]
    assert not any(kind for kind, _ in said)
    assert any(word != "refused" for _, word in said)


def test_a_fault_is_seen_and_made_small() -> None:
    def read(path: Path) -> str:
        content = path.read_bytes()
        return str(content.index(b"bad") if b"ba" in content else 0)

    target = TARGETS["yaml"]._replace(read=read)
    assert fault(target, b"all is well") == ""
    assert fault(target, b"this is ba, is it not") == "ValueError in test_fuzz.py:read - subsection not found"
    assert smaller(target, b"this is ba, is it not" * 20) == b"ba"


def test_the_same_number_gives_the_same_input_and_another_another() -> None:
    target = TARGETS["xlsx"]
    assert made(target, 1, 7) == made(target, 1, 7)
    assert len({made(target, 1, number) for number in range(20)}) > 15
