"""Who is meant where somebody sits: a person is taken for one, also with more beside the name."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.guesses.guesses import looks_like_person, may_be_person, names_person
from loaders.structures import Loaded
from tests.loaders.tables.folders import read, told

RANKED = (
    "Supt. Ian Keel", "Superintendent Ian Keel", "Ch Insp Kay Prior", "Detective Chief Inspector Karen Pratt", "DCI KP",
    "PS JH", "Sue Ling, DCI", "Councillor Bob Weir", "Rev. Tom Hall", "Chief Inspector Prior",
)  # fmt: skip
NO_PERSONS = (
    "Chief Constable", "Assistant Chief Constable", "Chief Executive", "Superintendent", "Director of Public Health",
    "NHS", "NHS England", "Probation", "Victim Support", "Lay member", "Wychavon DC", "Friends of the Park",
)  # fmt: skip
SEATED = (
    ("Mark Lowe (left)", ("mark-lowe", None, "unknown", "member")),
    ("Mark Lowe (retired May 2024)", ("mark-lowe", None, "2024-05", "member")),
    ("Zog Quib (until June)", ("zog-quib", None, "unknown", "member")),
    ("Supt. Ian Keel (Police)", ("supt.-ian-keel", "police", None, "member")),
    ("Zog Quib (Police)", ("zog-quib", "police", None, "member")),
    ("Police (Zog Quib)", ("police", None, None, "member")),
    ("Probation (Zog Quib)", ("zog-quib", "probation", None, "member")),
    ("Police - Mark Lowe", ("mark-lowe", "police", None, "member")),
    ("Mark Lowe, Fire Service", ("mark-lowe", "fire-service", None, "member")),
    ("Jo Hill (chair)", ("jo-hill", None, None, "chair")),
    ("Mark Lowe, Director of Housing", ("mark-lowe", None, None, "member")),
    ("Police", ("police", None, None, "member")),
)


@pytest.mark.parametrize("name", RANKED)
def test_a_rank_or_a_title_points_to_a_person(name: str) -> None:
    assert looks_like_person(name)


@pytest.mark.parametrize("name", NO_PERSONS)
def test_what_is_surely_no_person(name: str) -> None:
    assert not looks_like_person(name)
    assert not names_person(name)
    assert not may_be_person(name)


@pytest.mark.parametrize(("member", "seat"), SEATED)
def test_what_stands_beside_a_name(tmp_path: Path, member: str, seat: tuple[str, ...]) -> None:
    loaded = _seated(tmp_path, member)
    (one,) = loaded.structure.seats
    assert (one.member, one.on_behalf_of, one.valid_to, one.role.value) == seat
    bodies = {body.id for body in loaded.structure.bodies}
    assert not bodies & {person.id for person in loaded.structure.people}
    assert all("Lowe" not in body.name and "Quib" not in body.name for body in loaded.structure.bodies)


def test_a_name_that_says_nothing_is_kept_private_and_told(tmp_path: Path) -> None:
    loaded = _seated(tmp_path, "Zog Quib")
    assert [person.id for person in loaded.structure.people] == ["zog-quib"]
    assert any("`Zog Quib`" in line for line in told(loaded))


def test_a_heading_that_says_bodies_is_believed(tmp_path: Path) -> None:
    text = "Agency,Group\nTurning Tide,Board\nMark Lowe,Board\n"
    loaded = read(tmp_path, bodies="Name,Kind\nPolice,police_force\n", groups="Name\nBoard\n", seats=text)
    assert {body.id for body in loaded.structure.bodies} == {"police", "turning-tide"}
    assert {person.id for person in loaded.structure.people} == {"mark-lowe"}


def test_what_is_defined_so_is_that(tmp_path: Path) -> None:
    text = "Who sits,Group\nMark Lowe (left),Board\n"
    loaded = read(tmp_path, bodies="Name,Kind\nMark Lowe (left),voluntary\n", groups="Name\nBoard\n", seats=text)
    assert [seat.member for seat in loaded.structure.seats] == ["mark-lowe-left"]
    assert not loaded.structure.people


def test_whom_a_group_answers_to_is_no_name(tmp_path: Path) -> None:
    loaded = read(tmp_path, groups="Name,Reports to\nBoard,Supt Quorn\n")
    (post,) = loaded.structure.posts
    assert (post.name, post.named) == ("Post of whoever groups.csv!B2 names", False)
    assert [line.finish for line in loaded.structure.lines] == [post.id]


def _seated(folder: Path, member: str) -> Loaded:
    return read(
        folder,
        bodies="Name,Kind\nPolice,police_force\nFire Service,fire_service\n",
        groups="Name\nBoard\n",
        seats=f'Who sits,Group\n"{member}",Board\n',
    )
