"""Which name is meant, which comes near, and when to keep still."""

from __future__ import annotations

import pytest

from loaders.names import Names, folded, nearest

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
