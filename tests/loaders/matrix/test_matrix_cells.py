"""What a cell of a membership matrix says: plain codes, words, names, several seats, questions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.kinds import Capacity, Role
from loaders.matrix.cell import Legend, Said
from loaders.matrix.roles import Sort, meaning_of

MEMBER, CHAIR, VICE = Said(Role.MEMBER), Said(Role.CHAIR), Said(Role.VICE_CHAIR)
DEPUTY, ADVISER, SECRETARY = Said(Role.DEPUTY), Said(Role.ADVISER_IN_ATTENDANCE), Said(Role.SECRETARIAT)


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        *((text, MEMBER) for text in ("X", "x", "✓", "✔", "Y", "yes", "1", "M", "m", "Member", "member.")),
        *((text, CHAIR) for text in ("C", "Chair", "CHAIR", "Chairman", "c.")),
        *((text, VICE) for text in ("V", "VC", "vice chair", "Vice-Chair", "Deputy chair")),
        *((text, DEPUTY) for text in ("D", "deputy", "Dep")),
        *((text, ADVISER) for text in ("A", "Adviser", "in attendance")),
        *((text, SECRETARY) for text in ("S", "secretariat", "Sec.")),
    ],
)
def test_a_plain_code_is_its_role_and_needs_no_note(text: str, seat: Said) -> None:
    reading = Legend().read(text)
    assert (reading.seats, reading.note, reading.asked, reading.is_code) == ((seat,), "", (), True)


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("C/S", (CHAIR, SECRETARY)),
        ("M, D", (MEMBER, DEPUTY)),
        ("M D", (MEMBER, DEPUTY)),
        ("M/C", (CHAIR,)),
        ("M (C)", (CHAIR,)),
        ("observer", (ADVISER,)),
        ("co-opted", (MEMBER,)),
        ("C (J. Smith)", (CHAIR._replace(person="J. Smith"),)),
        ("Chair: J. Smith", (CHAIR._replace(person="J. Smith"),)),
        ("X (Supt Jones)", (MEMBER._replace(person="Supt Jones"),)),
        ("X\n(Supt Jones)", (MEMBER._replace(person="Supt Jones"),)),
        ("X (Okonkwo)", (MEMBER._replace(person="Okonkwo"),)),
        ("A. Brown", (MEMBER._replace(person="A. Brown"),)),
        ("A. Brown / J. Smith", (MEMBER._replace(person="A. Brown"), MEMBER._replace(person="J. Smith"))),
        ("C/S (J. Smith)", (CHAIR._replace(person="J. Smith"), SECRETARY._replace(person="J. Smith"))),
        ("M, D (A. Brown)", (MEMBER, DEPUTY._replace(person="A. Brown"))),
        ("M (Chief Executive)", (MEMBER._replace(post="Chief Executive"),)),
        ("X (x2)", (MEMBER._replace(places=2),)),
        ("x3", (MEMBER._replace(places=3),)),
        ("vacant", (MEMBER._replace(vacant=True),)),
        ("C (vacant)", (CHAIR._replace(vacant=True),)),
        ("C - vacant", (CHAIR._replace(vacant=True),)),
        ("X (non-voting)", (MEMBER._replace(voting=False),)),
        ("X (ex officio)", (MEMBER._replace(capacity=Capacity.EX_OFFICIO),)),
    ],
)
def test_what_is_more_than_a_code_gives_its_seats_and_is_noted(text: str, seats: tuple[Said, ...]) -> None:
    reading = Legend().read(text)
    assert reading.seats == seats
    assert reading.note
    assert not any(name in reading.note for name in ("Smith", "Jones", "Brown", "Okonkwo"))
    assert not reading.asked


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("", Sort.NONE), ("-", Sort.NONE), ("–", Sort.NONE), ("N/A", Sort.NONE), ("n", Sort.NONE), ("0", Sort.NONE),
        ("TBC", Sort.OPEN), ("tbc.", Sort.OPEN), ("?", Sort.OPEN), ("n/k", Sort.OPEN), ("to be confirmed", Sort.OPEN),
        ("see note", Sort.NOTE), ("*", Sort.NOTE), ("see note 3", Sort.NOTE), ("(1)", Sort.NOTE),
        ("quarterly", Sort.OTHER), ("somebody from Housing", Sort.OTHER), ("x" * 500, Sort.OTHER),
    ],
)  # fmt: skip
def test_what_is_no_seat_makes_none(text: str, sort: Sort) -> None:
    reading = Legend().read(text)
    assert (reading.sort, reading.seats) == (sort, ())
    assert bool(reading.asked) is (sort in (Sort.NOTE, Sort.OTHER))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("JS", "has “JS”, which may be the initials of a person"),
        ("X*", "sends to a note"),
        ("X see note 2", "sends to a note"),
        ("M?", "is not yet settled"),
        ("M (TBC)", "is not yet settled"),
        ("C (rotating)", "has “rotating”, which was not understood"),
    ],
)
def test_what_is_doubtful_keeps_its_seat_and_is_asked(text: str, asked: str) -> None:
    reading = Legend().read(text)
    assert len(reading.seats) == 1
    assert (reading.asked, reading.note) == ((asked,), "…" if text == "JS" else text)


def test_initials_beside_a_code_say_who_has_its_seat_and_make_none() -> None:
    for text, role in (("KP (Chair)", Role.CHAIR), ("M (SB)", Role.MEMBER)):
        reading = Legend().read(text)
        assert reading.seats == (Said(role),)
        assert "which may be initials" in " ".join(reading.asked)
        assert not any(letters in reading.note for letters in ("KP", "SB"))


def test_a_rank_belongs_to_its_person() -> None:
    assert Legend().read("Sue Ling, DCI").seats == (MEMBER._replace(person="Sue Ling"),)
    both = Legend().read("DCI Sue Ling / Insp T Reed").seats
    assert [seat.person for seat in both] == ["DCI Sue Ling", "Insp T Reed"]


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("Acting chair", (CHAIR,)),
        ("Former chair", ()),
        ("Chair's PA", ()),
        ("alt. chair", ()),
        ("Chair 2025", (CHAIR,)),
        ("Chair from April", (CHAIR,)),
        ("shared chair with NHS", (CHAIR,)),
        ("Deputy for chair", (DEPUTY,)),
    ],
)
def test_what_says_chair_and_more_is_no_post_of_its_own(text: str, seats: tuple[Said, ...]) -> None:
    reading = Legend().read(text)
    assert reading.seats == seats
    understood = text in ("Acting chair", "Former chair", "Deputy for chair")
    assert any("was not understood" in asked for asked in reading.asked) is not understood


@pytest.mark.parametrize(
    ("words", "sort", "role"),
    [
        ("deputises for the Chair", Sort.SEAT, Role.DEPUTY),
        ("secretary to the chair", Sort.SEAT, Role.SECRETARIAT),
        ("member of the chair's group", Sort.SEAT, Role.MEMBER),
        ("vice chair of the board", Sort.SEAT, Role.VICE_CHAIR),
        ("chair of the group", Sort.SEAT, Role.CHAIR),
        ("chair's PA", Sort.OTHER, Role.MEMBER),
    ],
)
def test_the_head_of_what_a_legend_says_is_the_role(words: str, sort: Sort, role: Role) -> None:
    assert meaning_of(words)[:2] == (sort, role)


def test_initials_are_no_firm_fact() -> None:
    assert Legend().read("JS").seats[0].doubt
    assert Legend({}, {"js": "Jane Smith"}).read("JS").seats == (MEMBER._replace(person="Jane Smith"),)


def test_a_legend_comes_before_what_is_usual() -> None:
    said = {
        code: meaning_of(words) for code, words in {"o": "observer", "x": "Not a member", "d": "Drugs lead"}.items()
    }
    legend = Legend(said)
    assert legend.read("O").seats == (ADVISER,)
    assert legend.read("X") == legend.read("X")._replace(sort=Sort.NONE, seats=())
    lost = legend.read("D")
    assert (lost.sort, lost.seats) == (Sort.OTHER, ())
    assert lost.asked == ("means “Drugs lead” by the legend, which is no role",)
    assert legend.read("C/D").seats == (CHAIR,)


@given(st.text(max_size=40))
def test_any_text_is_read_and_none_that_says_anything_is_dropped(text: str) -> None:
    reading = Legend().read(text.strip())
    told = reading.seats or reading.asked or reading.codes
    assert told or not any(letter.isalnum() for letter in text)
