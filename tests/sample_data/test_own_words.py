"""The samples tell the guidance in our own words: no run of eight words of it stands in them.

The guidance itself is not in this repository. What is here instead is, for every eight words in a row of it (after its
title, which may be cited), the first ten hexadecimal digits of their SHA-256: enough to notice a copy, not to read one.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import sample_data

RUN = 8
SHINGLES = frozenset((Path(__file__).parent / "guidance_shingles.txt").read_text(encoding="ascii").split())
README = Path(sample_data.__file__).with_name("README.md")


FILES = (*map(sample_data.path, sample_data.names()), *map(sample_data.assumptions_path, sample_data.assumptions()))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_text_of_a_sample_repeats_the_guidance(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    comments = [line.partition("#")[2] for line in content.splitlines() if line.lstrip().startswith("#")]

    assert [run for text in (*texts(yaml.safe_load(content)), " ".join(comments)) for run in copied(text)] == []


def test_the_readme_does_not_repeat_the_guidance_either() -> None:
    assert list(copied(README.read_text(encoding="utf-8"))) == []


def test_a_copy_would_be_noticed() -> None:
    # The guidance cites the title of its forerunner in paragraph 1.5.
    title = "Local Analysis of Merger or Closer Working between Crime and Disorder Reduction Partnerships"

    assert len(list(copied(f"Words of ours, then: *{title}*"))) == len(words(title)) - RUN + 1


def copied(text: str) -> Iterator[str]:
    found = words(text)
    for start in range(len(found) - RUN + 1):
        run = " ".join(found[start : start + RUN])
        if hashlib.sha256(run.encode()).hexdigest()[:10] in SHINGLES:
            yield run


def words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub("['’]", "", text.casefold()))


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
