"""Which name is meant, which comes near, and when to keep still."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from pydantic import BaseModel

from graphmodel.entities import ENTITIES, Group
from graphmodel.evidence import Evidence, Modality
from graphmodel.kinds import BodyKind, DocumentKind, GroupKind, LineKind, Role
from graphmodel.relations import RELATIONS
from graphmodel.structure import Structure
from loaders.names import Names, folded, nearest
from loaders.synonyms import SYNONYMS

BODIES = Names(
    (key, spelling)
    for key, name in {
        "fire-authority": "Fire Authority",
        "police-authority": "Police Authority",
        "police": "Avon and Somerset Constabulary",
        "pct": "Torbay Primary Care Trust",
        "malvern": "Malvern Hills District Council",
        "wychavon": "Wychavon District Council",
        "worcester": "Worcester City Council",
    }.items()
    for spelling in (key, name)
)


@pytest.mark.parametrize(
    "written",
    [
        "Fire Authority",
        "fire  authority",
        "FIRE-AUTHORITY",
        "fire_authority",
        "Fire\u00a0Authority",
        " fire–authority\u200b ",
    ],
)
def test_the_same_name(written: str) -> None:
    assert BODIES.same(written) == ("fire-authority",)


def test_names_that_differ_in_letters_are_not_the_same() -> None:
    assert BODIES.same("Fire Auth") == ()
    assert folded("Ærø") != folded("Aro")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Fire Auth", ("fire-authority",)),
        ("Fire Autority", ("fire-authority",)),
        ("fire authorities", ("fire-authority",)),
        ("Torbay Primary Care Trusts", ("pct",)),
        ("Wychavon Distric Council", ("wychavon",)),
        ("polcie", ("police",)),
    ],
)
def test_near_names(written: str, meant: tuple[str, ...]) -> None:
    assert BODIES.nearest(written) == meant


@pytest.mark.parametrize(
    "written", ["Probation", "Council", "Authority", "fir", "", "Health Authority Board", "x" * 500]
)
def test_no_suggestion_where_none_is_near(written: str) -> None:
    assert BODIES.nearest(written) == ()


def test_a_name_that_several_things_share() -> None:
    shared = Names((f"board-{number}", "Board") for number in range(3))
    assert shared.same("board") == ("board-0", "board-1", "board-2")
    assert shared.nearest("boards") == ("board-0", "board-1", "board-2")
    assert Names((f"board-{number}", "Board") for number in range(30)).nearest("boards") == ()


def test_words_of_closed_lists_are_found_from_further_away() -> None:
    assert nearest("bodys", ["bodies", "groups", "posts"]) == ("bodies",)
    assert nearest("chairman", ["member", "chair", "vice_chair"]) == ("chair",)
    assert nearest("boss", ["member", "chair", "vice_chair"]) == ()


def test_two_letters_the_wrong_way_round_are_a_slip_even_in_a_short_id() -> None:
    ids = Names((name, name) for name in ("csp", "dag", "jcg"))
    assert ids.nearest("cps") == ("csp",)
    assert ids.nearest("psc") == ()
    assert ids.nearest("csx") == ()


@pytest.mark.parametrize(
    ("written", "list_", "expected"),
    [
        ("unitary", BodyKind, ("unitary_council",)),
        ("County", BodyKind, ("county_council",)),
        ("district", BodyKind, ("district_council",)),
        ("council", BodyKind, ("unitary_council", "county_council", "district_council")),
        ("PCT", BodyKind, ("primary_care_trust",)),
        ("police", BodyKind, ("police_force", "police_authority")),
        ("PCC", BodyKind, ("police_and_crime_commissioner",)),
        ("charity", BodyKind, ("voluntary",)),
        ("ToR", DocumentKind, ("terms_of_reference",)),
        ("vice", Role, ("vice_chair",)),
        ("vice-chair", Role, ("vice_chair",)),
        ("observer", Role, ("adviser_in_attendance",)),
        ("clerk", Role, ("secretariat",)),
        ("secretary", Role, ("secretariat",)),
        ("observer", BodyKind, ()),
        ("frequency", Group.model_fields, ("rhythm",)),
        ("persons", Structure.model_fields, ("people",)),
    ],
)
def test_other_words_of_the_field(written: str, list_: Iterable[str], expected: tuple[str, ...]) -> None:
    assert nearest(written, map(str, list_)) == expected


def test_every_synonym_is_folded_and_means_a_word_that_there_is() -> None:
    models: tuple[type[BaseModel], ...] = (Structure, Evidence, *ENTITIES, *RELATIONS)
    words = {name for model in models for name in model.model_fields}
    for kinds in (BodyKind, GroupKind, DocumentKind, Role, LineKind, Modality):
        words |= {kind.value for kind in kinds}
    for written, meanings in SYNONYMS.items():
        assert written == folded(written)
        assert set(meanings.split()) <= words


def test_and_is_and_however_it_is_written() -> None:
    names = Names([("hwb", "Health & Wellbeing Board"), ("fire", "Fire and Rescue")])
    assert names.same("health and wellbeing board") == ("hwb",)
    assert names.same("Fire&Rescue") == ("fire",)
    assert names.same("Fire Rescue") == ()
