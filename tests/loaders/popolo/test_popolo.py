"""Popolo files as structures: what is read, what is told, what is left out on purpose."""

# ruff: noqa: E501

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.structure import Structure
from loaders.exchange.org import as_org
from loaders.problems import LoadError
from loaders.saving import save
from loaders.structures import Loaded, load
from loaders.words import BACKWARDS

FILE = Path(__file__).parent / "area.json"


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(FILE)


def read(folder: Path, content: Any) -> Loaded:
    file = folder / "file.json"
    file.write_text(json.dumps(content), "utf-8")
    return load(file)


def test_organisations_are_groups_or_bodies(loaded: Loaded) -> None:
    structure = loaded.structure
    assert [(body.id, body.kind, body.name) for body in structure.bodies] == [
        ("council", "other", "Worcester City Council"),
        ("1", "police_force", "West Mercia Police"),
    ]
    assert [(group.id, group.kind, group.name) for group in structure.groups] == [
        ("dag", "group", "Drug and Alcohol Group"),
        ("csp", "partnership", "Community Safety Partnership"),
        ("x", "group", "Strange Thing"),
        ("nowhere", "group", "nowhere"),
    ]
    group = structure.groups[0]
    assert (group.aliases, group.valid_from, group.purpose) == (("DAG",), "2003-04", "To reduce the harm of drugs")
    assert structure.source_of(group.evidence) == structure.sources[0].id
    assert structure.sources[0].address == "https://example.org/minutes"


def test_a_guess_says_that_it_is_one(loaded: Loaded) -> None:
    by_id = {entity.id: entity for entity in (*loaded.structure.bodies, *loaded.structure.groups)}
    guessed = {id_: entity.claims[0].evidence.reason for id_, entity in by_id.items() if entity.claims}
    assert guessed["x"] == "by whether it has members"
    assert guessed["1"] == "by its name"
    assert "dag" not in guessed


def test_memberships_are_seats_and_posts_that_are_held(loaded: Loaded) -> None:
    structure = loaded.structure
    assert [(seat.member, seat.group, seat.role, seat.on_behalf_of, seat.valid_from) for seat in structure.seats] == [
        ("post-1", "dag", "chair", None, None),
        ("2", "dag", "member", None, "2003"),
        ("cy-dee", "csp", "member", None, None),
        ("council", "csp", "member", None, None),
        ("77", "dag", "member", None, None),
        ("person-1", "nowhere", "member", None, None),
        ("2", "x", "member", None, "2002"),
    ]
    assert structure.seats[-1].evidence.note == "Role in the file: Treasurer."
    assert [link.key for link in structure.links] == [
        "part_of dag csp",
        "covers dag worcs",
        "post_in post-1 dag",
        "post_in council-chief-executive council",
        "holds person-1 post-1",
        "holds person-1 council-chief-executive",
    ]
    assert structure.links[4].valid_from == "2003-05-01"
    assert structure.lines == ()


def test_all_that_is_wrong_is_told_at_its_line(loaded: Loaded) -> None:
    assert [(problem.where.line, problem.warning, problem.what) for problem in loaded.problems] == [
        (
            8,
            True,
            "`West Mercia Police` stands under `Worcester City Council`, but only a group is part of a group here; this was not taken over.",
        ),
        (9, True, "`colour` is no field of an organisation in Popolo, so it was not read."),
        (19, True, NOTED),
        (
            20,
            True,
            "The same is said of `Drug and Alcohol Group` twice, from 2001 until 2002 and from 2003; a structure holds it once, so the last is taken, and the other is kept in its note.",
        ),
        (25, True, "No person of this file has the id `77`; it is taken over with nothing but its id."),
        (26, True, "No organisation of this file has the id `nowhere`; it is taken over with nothing but its id."),
        (27, False, "`Worcester City Council` is a body, and only groups have members here. It was left out."),
        (28, False, "This membership does not say in which organisation or post it is. It was left out."),
        (29, True, "This is no entry with fields, so it was not read."),
        (33, True, "`Term 5` is no event that is known here (legislative period), so it was not read."),
    ]
    assert not loaded.is_whole


def test_what_was_understood_is_said_in_sentences(loaded: Loaded) -> None:
    assert loaded.understood == (
        "Read as Popolo: 5 organisations, 3 persons, 1 post and 1 area. As groups are read 3 of the organisations, the others as bodies.",
        "Of 11 memberships: 7 seats and 2 posts that somebody holds. Popolo has no lines of accountability: add your own.",
        "These roles are read as plain membership, and kept in a note: `Treasurer` (1).",
        "Left out on purpose, for it is personal or nobody needs it here: pictures (1), e-mail addresses (1), dates of birth (1), contact details (1), gender (1).",
        "Left out, because a structure has no place for it: identifiers elsewhere (1).",
    )


def test_nothing_personal_is_read(loaded: Loaded) -> None:
    text = loaded.structure.model_dump_json()
    assert "example.org/x.png" not in text
    assert "ann@example.org" not in text
    assert "1970" not in text


def test_objects_within_objects_and_bare_lists(tmp_path: Path) -> None:
    nested = [
        {
            "name": "Board",
            "classification": "Board",
            "posts": [{"id": "c", "label": "Chair", "memberships": [{"person": {"id": "a", "name": "Ann"}}]}],
            "memberships": [{"person": {"id": "b", "name": "Bob"}, "on_behalf_of": {"name": "Police", "id": "p"}}],
            "children": [{"id": "s", "name": "Sub-group", "classification": "committee"}],
        }
    ]
    structure = read(tmp_path, nested).structure
    assert [seat.key for seat in structure.seats] == ["seat b board member unknown", "seat c board chair unknown"]
    assert structure.seats[0].on_behalf_of == "p"
    assert {link.key for link in structure.links} == {"post_in c board", "part_of s board", "holds a c"}


ORGANIZATIONS = [
    {"id": "g", "name": "Safety Board", "classification": "board"},
    {"id": "c", "name": "Council", "classification": "council"},
    {"id": "red", "name": "Red Party", "classification": "party"},
    {"id": "blue", "name": "Blue Party", "classification": "party"},
]
POSTS = [{"id": "w", "label": "Ward seat", "organization_id": "g"}]


def of_memberships(folder: Path, *memberships: dict[str, str]) -> Loaded:
    persons = [{"id": "a", "name": "Ann Lee"}, {"id": "b", "name": "Bob Ray"}]
    return read(
        folder,
        {"organizations": ORGANIZATIONS, "persons": persons, "posts": POSTS, "memberships": list(memberships)},
    )


HELD = {"post_id": "w", "organization_id": "g"}
NOTED = "Who holds a post holds it on nobody's behalf here; on whose it is was kept in a note."


@pytest.mark.parametrize(
    ("one", "other", "seated_for", "notes"),
    [
        ({"on_behalf_of_id": "red"}, {"on_behalf_of_id": "red"}, "red", [None, None]),
        ({"on_behalf_of_id": "red"}, {}, None, ["On behalf of Red Party.", None]),
        ({}, {"on_behalf_of_id": "red"}, None, [None, "On behalf of Red Party."]),
        (
            {"on_behalf_of_id": "red"},
            {"on_behalf_of_id": "blue"},
            None,
            ["On behalf of Red Party.", "On behalf of Blue Party."],
        ),
        (
            {"on_behalf_of_id": "red", "end_date": "2004"},
            {"on_behalf_of_id": "red"},
            None,
            ["On behalf of Red Party.", "On behalf of Red Party."],
        ),
    ],
)
def test_a_post_sits_for_a_party_only_where_all_who_hold_it_do(
    tmp_path: Path, one: dict[str, str], other: dict[str, str], seated_for: str | None, notes: list[str | None]
) -> None:
    loaded = of_memberships(tmp_path, {"person_id": "a", **HELD, **one}, {"person_id": "b", **HELD, **other})
    assert [(seat.member, seat.on_behalf_of) for seat in loaded.structure.seats] == [("w", seated_for)]
    held = [link for link in loaded.structure.links if link.TYPE == "holds"]
    assert [link.evidence.note for link in held] == notes
    assert [problem.what for problem in loaded.problems] == [NOTED for note in notes if note]


def test_on_whose_behalf_somebody_has_a_role_in_a_body_is_kept(tmp_path: Path) -> None:
    loaded = of_memberships(
        tmp_path, {"person_id": "a", "organization_id": "c", "role": "Leader", "on_behalf_of_id": "red"}
    )
    held = [link for link in loaded.structure.links if link.TYPE == "holds"]
    assert [(link.key, link.evidence.note) for link in held] == [("holds a c-leader", "On behalf of Red Party.")]
    assert [problem.what for problem in loaded.problems] == [NOTED]


def test_an_earlier_term_is_kept_in_the_note_of_the_last(tmp_path: Path) -> None:
    sits = {"person_id": "a", "organization_id": "g"}
    loaded = of_memberships(
        tmp_path,
        {**sits, "start_date": "2001", "end_date": "2002", "on_behalf_of_id": "red"},
        {**sits, "start_date": "2005", "on_behalf_of_id": "blue"},
        {**sits, "start_date": "2003", "end_date": "2004", "role": "Treasurer"},
    )
    (seat,) = loaded.structure.seats
    assert (seat.valid_from, seat.valid_to, seat.on_behalf_of) == ("2005", None, "blue")
    assert seat.evidence.note == (
        "Also from 2001 until 2002, on behalf of Red Party. Also from 2003 until 2004. Role in the file: Treasurer."
    )
    assert [problem.what for problem in loaded.problems] == [
        f"The same is said of `Safety Board` twice, {when} and from 2005; a structure holds it once, so the last is taken, and the "
        "other is kept in its note."
        for when in ("from 2001 until 2002", "from 2003 until 2004")
    ]


def test_an_end_before_its_beginning_is_told(tmp_path: Path) -> None:
    sits = {"person_id": "a", "organization_id": "g", "start_date": "2005", "end_date": "2004"}
    loaded = of_memberships(tmp_path, sits)
    assert [(problem.warning, problem.what) for problem in loaded.problems] == [(True, BACKWARDS[0])]
    file = tmp_path / "file.json"
    organization = {**ORGANIZATIONS[0], "founding_date": "2005", "dissolution_date": "2004"}
    file.write_text(json.dumps({"organizations": [organization]}, indent=1), "utf-8")
    assert [(problem.where.line, problem.what) for problem in load(file).problems] == [
        (8, f"{BACKWARDS[0]} It begins in line 7.")
    ]


def test_one_object_alone(tmp_path: Path) -> None:
    alone = {"name": "Steering Group", "memberships": [{"person": {"name": "Ann"}, "role": "Vice-Chair"}]}
    assert [seat.key for seat in read(tmp_path, alone).structure.seats] == [
        "seat ann steering-group vice_chair unknown"
    ]
    person = {"name": "Ann", "memberships": [{"organization": {"name": "Steering Group"}}]}
    assert [seat.key for seat in read(tmp_path, person).structure.seats] == ["seat ann steering-group member unknown"]


def test_lists_that_are_not_read_are_told(tmp_path: Path) -> None:
    loaded = read(tmp_path, {"organizations": [], "motions": [{"text": "That this be so"}], "meta": {"x": 1}})
    assert [(problem.where.line, problem.what) for problem in loaded.problems] == [
        (1, "`motions` is none of the lists that are read, so it was left out.")
    ]


def test_an_id_that_stands_twice(tmp_path: Path) -> None:
    twice = {"organizations": [{"id": "a", "name": "A Board"}, {"id": "a", "name": "Another", "founding_date": "2001"}]}
    loaded = read(tmp_path, twice)
    assert [(group.name, group.valid_from) for group in loaded.structure.groups] == [("A Board", "2001")]
    assert [problem.what for problem in loaded.problems] == [
        "The id `a` stands twice, and `name` differ; the first counts."
    ]


def test_a_structure_is_not_taken_for_popolo(tmp_path: Path) -> None:
    structure = Structure.model_validate(
        {"id": "s", "title": "S", "groups": [{"id": "g", "name": "G", "kind": "group"}]}
    )
    save(structure, tmp_path / "s.json")
    assert load(tmp_path / "s.json") == Loaded(structure)


def test_what_was_read_goes_everywhere(loaded: Loaded, tmp_path: Path) -> None:
    for name in ("a.xlsx", "a", "a.yaml"):
        save(loaded.structure, tmp_path / name)
        assert load(tmp_path / name).structure == loaded.structure
    assert "org:Membership" in as_org(loaded.structure)


KEYS = (
    "id", "name", "classification", "parent_id", "parent", "person_id", "person", "organization_id", "organization",
    "post_id", "post", "memberships", "posts", "children", "role", "label", "start_date", "end_date", "other_names",
    "sources", "on_behalf_of_id", "member", "area_id", "area", "odd",
)  # fmt: skip
SCALARS = st.sampled_from(
    ("a", "b", "1", 1, 2.5, None, True, "", " ", "2003-04", "chair", "board", "|", "\x01", "x" * 600)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=12,
)
ENTRIES = st.lists(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=6) | SCALARS, max_size=4)


@given(
    content=st.fixed_dictionaries(
        {"memberships": ENTRIES},
        optional=dict.fromkeys(("organizations", "persons", "posts", "areas", "events"), ENTRIES),
    )
)
def test_whatever_is_in_it_is_read_or_told(tmp_path_factory: pytest.TempPathFactory, content: Any) -> None:
    try:
        loaded = read(tmp_path_factory.getbasetemp(), content)
    except LoadError as error:
        assert error.problems  # noqa: PT017  either outcome is right, as long as it is told
        return
    assert all(str(problem) for problem in loaded.problems)
    assert loaded.understood
