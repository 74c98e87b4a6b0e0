"""A name that is written as its initials is the one known name that has them, and it is told."""

from __future__ import annotations

import pytest

from loaders.tables.meant.acronyms import acronym, acronyms
from loaders.tables.meant.known import Known

GROUPS = frozenset({"group"})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SBP", "Safer Bramford Partnership"),
        ("DAAG", "Drugs & Alcohol Action Group"),
        ("DAAAG", "Drugs and Alcohol Action Group"),
        ("D&AAG", "Drugs & Alcohol Action Group"),
        ("RA Board", "Responsible Authorities Board"),
        ("R.A. Board", "Responsible Authorities Board"),
    ],
)
def test_initials_are_the_one_name_that_has_them(text: str, name: str) -> None:
    known = Known()
    id_ = known.take("group", name)
    known.take("group", "Treatment Task Group")
    assert known.hinted(text, GROUPS) == (id_,)
    assert acronym(text)


def test_initials_of_two_names_are_told_by_neither() -> None:
    known = Known()
    known.take("group", "Safer Bramford Partnership")
    known.take("group", "Stronger Bramford Panel")
    assert len(known.hinted("SBP", GROUPS)) != 1


@pytest.mark.parametrize("text", ["SB", "Sbp", "sbp", "Safer Board", "SBP2", "", "Jo Hill"])
def test_what_may_be_somebodys_initials_or_a_word_is_no_acronym(text: str) -> None:
    assert not acronym(text)


def test_two_words_and_numbered_names_have_none() -> None:
    assert list(acronyms("Drugs Forum")) == []
    assert list(acronyms("Area Forum 2")) == []
