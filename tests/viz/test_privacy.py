"""Names of persons in texts, and the ids that stand in for them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.structure import Structure
from graphmodel.veiled import unveiled, veiled_ids
from viz.privacy import HIDDEN, Veil


def place(*people: tuple[str, str], **more: object) -> Structure:
    rows = [{"id": id_, "name": name} for id_, name in people]
    return Structure.model_validate({"id": "place", "title": "Place", "people": rows, **more})


PEOPLE = place(
    ("p1", "Alice  Secret"),
    ("p2", "Zoe\u0308 Dele\u0301glise"),
    ("p3", "Ann Lee"),
    ("p4", "Ann Lee Jones"),
    ("p5", "Mary-Jane O'Hara"),
    ("p6", "Grace Barnardo"),
)


@pytest.mark.parametrize(
    "told",
    [
        "Alice Secret",
        "alice\n SECRET",
        "Alice\u00a0Secret",
        "Alice-Secret",
        "Zoë Deléglise",
        unicodedata.normalize("NFD", "Zoë Deléglise"),
        "Zoe Deleglise",
        "Ann  Lee",
        "Ann Lee Jones",
        "Mary Jane O’Hara",
        "Mary‑Jane O'Hara",
        "Grace Barnardo",
        "p4",
    ],
)
def test_a_name_is_known_however_it_is_spelt(told: str) -> None:
    assert Veil(PEOPLE, names=False).text(f"Chaired by {told}; so far.") == f"Chaired by {HIDDEN}; so far."
    assert Veil(PEOPLE, names=True).text(told) == told


@pytest.mark.parametrize(
    "told", ["Barnardo's", "Anne Lees", "an alice, a secret", "Grace. Barnardo’s", "p41", "Zoe\u0301"]
)
def test_what_is_no_name_stays_as_it_is_written(told: str) -> None:
    assert Veil(PEOPLE, names=False).text(told) == told


def test_the_shorter_of_two_names_is_known_at_the_end_of_a_text() -> None:
    assert Veil(PEOPLE, names=False).text("Ann Lee Jones and Ann Lee") == f"{HIDDEN} and {HIDDEN}"
    assert Veil(PEOPLE, names=False).text("Ann") == "Ann"


def test_who_is_gone_is_veiled_with_the_others() -> None:
    veil = Veil(PEOPLE, names=False, also={"gone": ("Bert Gone",), "p1": ("Alice Before",)})
    assert (
        veil.text("Bert Gone for Alice Before and Alice Secret, gone")
        == f"{HIDDEN} for {HIDDEN} and {HIDDEN}, {HIDDEN}"
    )
    assert veil.id("gone") not in ("gone", veil.id("p1"))
    assert veil.id("p1") == Veil(PEOPLE, names=False).id("p1")


IDS = st.lists(st.text("ab-1", min_size=1, max_size=4), unique=True, min_size=1, max_size=9)


@given(IDS, st.data())
def test_an_id_stays_through_everything_that_happens_to_others(ids: list[str], data: st.DataObject) -> None:
    fewer = data.draw(st.permutations(ids))[: len(ids) // 2 + 1]
    all_ = veiled_ids(place(*((id_, id_) for id_ in ids)))
    some = veiled_ids(place(*((id_, id_) for id_ in fewer)))
    assert len(set(all_.values())) == len(ids)
    assert some == {id_: all_[id_] for id_ in fewer}


def test_no_id_that_stands_in_is_that_of_somebody_else() -> None:
    code = veiled_ids(PEOPLE)["p1"]
    people = [*((person.id, person.name) for person in PEOPLE.people), (code, "Bert")]
    both = place(*people)
    ids = veiled_ids(both)
    assert not set(ids.values()) & {id_ for id_, _ in people}
    assert ids["p1"].startswith(code)
    own = unveiled(both)
    assert own(f"seat {ids['p1']} csp chair") == "seat p1 csp chair"
    assert own(f"seat {code} csp chair") == f"seat {code} csp chair"
    assert own(f"REP-04 csp ({ids[code]})") == f"REP-04 csp ({code})"
