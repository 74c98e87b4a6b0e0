"""Who plays the same part in several structures: proposed, and given by a researcher."""

import pytest
from jsonschema import Draft202012Validator

from graphmodel import shorthand
from queries.comparison.alike import alike
from queries.comparison.correspondences import (
    Correspondences,
    GivenPart,
    Stranger,
    document,
    renamed,
    strangers,
)
from queries.comparison.results import Part
from queries.document_schemas import parts_schema
from tests.queries.comparison.side_by_side import FIVE, sample, side_by_side, the_five


def _part(name: str) -> Part:
    (found,) = (part for part in the_five().parts if part.name == name)
    return found


def _players(name: str) -> dict[str, tuple[str, ...]]:
    return {structure: players for structure, players in _part(name).players.items() if players}


PROPOSED = {
    "The partnership": {
        "torbay": ("tor.sct",), "rochdale": ("roc.scp",), "south_worcestershire": ("sw.csp",),
        "gloucestershire": ("gl.gcsp",), "hackney": ("hk.p",),
    },
    "Crime partnership": {
        "torbay": ("tor.cdrp",), "rochdale": ("roc.cdrp",), "gloucestershire": ("gl.cdrps",), "hackney": ("hk.cdrp",),
    },
    "Drugs partnership": {
        "torbay": ("tor.dat",), "rochdale": ("roc.dat",), "south_worcestershire": ("sw.smat",),
        "gloucestershire": ("gl.daat",), "hackney": ("hk.dat",),
    },
    "Strategic group": {
        "rochdale": ("roc.strategic_day",), "south_worcestershire": ("sw.strategic",), "hackney": ("hk.strategic",),
    },
    "Drugs team": {"torbay": ("tor.drugs_team",), "gloucestershire": ("gl.daat_staff",)},
    "Chair of the partnership": {"south_worcestershire": ("sw.chair",), "gloucestershire": ("gl.cpo",)},
    "Drugs lead": {"south_worcestershire": ("sw.smat_coord",), "gloucestershire": ("gl.pct_ce",)},
    "Partnership manager": {
        "torbay": ("tor.csm",), "rochdale": ("roc.oversight_post",), "south_worcestershire": ("sw.pm",),
    },
}  # fmt: skip


@pytest.mark.parametrize("name", PROPOSED)
def test_who_plays_a_part_elsewhere(name: str) -> None:
    assert _players(name) == PROPOSED[name]


def test_every_part_says_how_it_was_matched_and_has_a_letter_of_its_own() -> None:
    parts = the_five().parts
    assert all(part.how and not part.given for part in parts)
    assert [part.letter for part in parts] == list("ABCDEFGHIJKLMN")


def test_nobody_is_proposed_for_two_parts_and_every_part_is_played_twice() -> None:
    told = [(structure, one) for part in the_five().parts for structure, ones in part.players.items() for one in ones]
    assert len(told) == len(set(told))
    assert all(sum(map(bool, part.players.values())) > 1 for part in the_five().parts)
    assert all(set(part.players) == set(FIVE) for part in the_five().parts)


def test_every_player_has_a_name() -> None:
    for part in the_five().parts:
        for structure, ones in part.players.items():
            assert set(ones) <= the_five().names[structure].keys()


GIVEN = Correspondences(
    parts=(
        GivenPart(name="Drugs lead", letter="Q", players={"hackney": (), "torbay": ("tor.analyst",)}, how="my reading"),
        GivenPart(name="Where providers meet", players={"gloucestershire": ("gl.spf",), "hackney": ("hk.jags",)}),
    )
)


def test_what_is_given_counts_before_what_would_be_proposed() -> None:
    found = side_by_side(*map(sample, FIVE), given=GIVEN).parts
    assert found[0] == Part(
        "Q", "Drugs lead", dict.fromkeys(FIVE, ()) | {"torbay": ("tor.analyst",)}, "my reading", given=True
    )
    assert found[1].letter == "A"
    assert found[1].given
    assert [part.name for part in found].count("Drugs lead") == 1
    assert all("hk.jags" not in part.players["hackney"] for part in found[2:])
    assert "The partnership" in {part.name for part in found[2:]}


def test_without_others_only_what_is_given_is_told() -> None:
    alone = GIVEN.model_copy(update={"others": False})
    assert [part.name for part in side_by_side(*map(sample, FIVE), given=alone).parts] == [
        "Drugs lead", "Where providers meet",
    ]  # fmt: skip


def test_a_proposal_that_is_given_back_gives_the_same_parts() -> None:
    proposal = document(the_five().parts, "Five")
    found = side_by_side(*map(sample, FIVE), given=proposal).parts
    assert [part._replace(given=False) for part in found] == list(the_five().parts)


def test_a_proposal_is_as_its_published_schema_says() -> None:
    schema = Draft202012Validator(parts_schema())
    proposal = document(the_five().parts, "Five").model_dump(mode="json", by_alias=True)
    schema.validate(proposal)
    assert not schema.is_valid(proposal | {"part": []})
    assert not schema.is_valid(proposal | {"parts": [{"name": "Lead", "players": {"torbay": "tor.csm"}}]})


def test_names_that_are_in_no_structure_are_told() -> None:
    given = Correspondences(
        parts=(
            GivenPart(name="one", players={"torbay": ("tor.sct", "tor.scp"), "elsewhere": ("x",)}),
            GivenPart(name="two", players={"torbai": ("tor.sct",)}),
        )
    )
    known = {"torbay": ["tor.sct"], "hackney": ["hk.p"]}
    assert list(strangers(given, known)) == [Stranger(0, "torbay", "tor.scp"), Stranger(1, "", "torbai")]


def test_players_go_by_other_ids_where_they_have_such() -> None:
    found = renamed(GIVEN, {"torbay": {"tor.analyst": "x"}})
    assert found.parts[0].players == {"hackney": (), "torbay": ("x",)}
    assert found.parts[1] == GIVEN.parts[1]


def test_groups_of_the_same_name_play_the_same_part() -> None:
    one = shorthand.parse('a: board "Licensing Committee"; b: board "Parks Board"')
    other = shorthand.parse('x: board "Licensing  committee"; y: board "Roads Board"')
    named = [structure.model_copy(update={"id": id_}) for structure, id_ in ((one, "one"), (other, "other"))]
    (part,) = side_by_side(*named).parts
    assert (part.name, part.how, part.players) == ("Licensing Committee", "name", {"one": ("a",), "other": ("x",)})


def test_a_slip_in_a_long_name_is_no_other_name_but_a_different_word_is() -> None:
    names = {
        "one": {"a": "Young People's Joint Commissioning Group"},
        "two": {"b": "Young Peoples Joint Commissioning Group"},
    }
    assert [players for _, _, players in alike(names)] == [{"one": ("a",), "two": ("b",)}]
    assert not list(alike({"one": {"a": "Drugs team"}, "two": {"b": "Crime team"}}))
