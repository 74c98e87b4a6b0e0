"""Notes are shown to everybody: of a text from a cell they keep what is of the field, and no person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.matrix.roles import CODES
from loaders.tables.sitting.without_persons import without_persons, words_in

KNOWN = words_in(CODES)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("M (DCI KP)", "M"),
        ("C (Cllr RW)", "C"),
        ("KP (Chair)", "… (Chair)"),
        ("AS", ""),
        ("AS/LT", ""),
        ("J Tanner", ""),
        ("C J Smith", ""),
        ("A Brown", ""),
        ("M (J. de Souza)", "M"),
        ("Chair: sue ling", "Chair: …"),
        ("cllr smith", ""),
        ("June Smith", ""),
        ("Supt. Ian Keel (Police)", "… (Police)"),
        ("Member (deputy: Tom Finch)", "Member (deputy: …)"),
        ("DCI Sue Ling / Insp T Reed", ""),
        ("M_KP", ""),
        ("Chair: sue@example.org or 07700 900123", "Chair: … or …"),
    ],
)
def test_persons_and_initials_are_left_out(text: str, shown: str) -> None:
    assert without_persons(text, KNOWN) == shown


@pytest.mark.parametrize(
    "text",
    ["M (tbc)", "C / S", "A/S", "VC", "Chair until June", "M until 14 March 2026", "M - left Dec 25", "Chair (NHS)",
     "Former chair", "IN ATTENDANCE", "rep for NHS", "X x2"],
)  # fmt: skip
def test_what_is_of_the_field_stays(text: str) -> None:
    assert without_persons(text, KNOWN) == text


@given(st.text(), st.sampled_from(["Ling", "Pratt", "Oyelaran", "JH", "KP"]), st.text())
def test_no_name_stays_whatever_is_about_it(before: str, name: str, after: str) -> None:
    shown = without_persons(f"{before} {name} {after}", KNOWN)
    assert shown.count(name) <= before.count(name) + after.count(name)
