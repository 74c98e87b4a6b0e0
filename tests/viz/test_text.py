"""Words are cleaned, measured and wrapped the same everywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.viz.hostile import NAMES
from viz.text import clean, width, wrap

ROOM, SIZE = 120.0, 9.0


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("evil\u202etxt.exe", "eviltxt.exe"),
        ("one\ntwo\tthree  four", "one two three four"),
        ("nul\x00 bell\x07", "nul bell"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
        ("Café £5", "Café £5"),
    ],
)
def test_what_cannot_be_seen_is_taken_out(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.one_of(st.text(max_size=120), st.sampled_from(NAMES)))
def test_every_line_fits_and_no_letter_is_lost(text: str) -> None:
    lines = wrap(text, ROOM, SIZE)
    assert all(width(line, SIZE) <= ROOM for line in lines)
    assert "".join("".join(lines).split()) == "".join(clean(text).split())


def test_what_is_shortened_says_so() -> None:
    lines = wrap("word " * 60, ROOM, SIZE, most=3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert width(lines[-1], SIZE) <= ROOM
