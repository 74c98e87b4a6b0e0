"""Facts without an id of their own are named by what they say, so that no row's place is in any name."""

import random
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from graphmodel.entities import Event
from graphmodel.evidence import Claim, Completeness, What
from graphmodel.factids import claim_ids, list_ids, original_ids

PROPERTIES = st.sampled_from(("tier", "tier (2)", "tier (3)", "name"))
CLAIMS = st.lists(st.builds(Claim, property=PROPERTIES, value=st.sampled_from((None, "a", "b"))), max_size=6)


def named(claims: Sequence[Claim]) -> list[tuple[str, str]]:
    return sorted(zip(claim_ids("csp", claims), (claim.model_dump_json() for claim in claims), strict=True))


def test_a_claim_is_named_by_its_property() -> None:
    assert claim_ids("csp", [Claim(property="tier", value="strategic")]) == ("csp #tier",)


def test_two_claims_about_one_property_are_told_apart() -> None:
    claims = [Claim(property="tier", value=value) for value in ("tactical", "strategic")]
    assert claim_ids("csp", claims) == ("csp #tier (2)", "csp #tier")


@given(CLAIMS, st.randoms(use_true_random=False))
def test_every_claim_has_a_name_of_its_own_whatever_the_order(claims: list[Claim], shuffler: random.Random) -> None:
    assert len(set(claim_ids("csp", claims))) == len(claims)
    turned = list(claims)
    shuffler.shuffle(turned)
    assert named(turned) == named(claims)


def test_a_complete_list_is_named_by_what_it_lists_and_of_whom() -> None:
    lists = [Completeness(of=What.LINE, about="csp"), Completeness(of=What.LINE), Completeness(of=What.LINE)]
    assert list_ids(lists) == ("Completeness line csp", "Completeness line", "Completeness line (2)")


def test_what_a_change_began_with_is_named_by_both() -> None:
    merger = Event.model_validate({"id": "m", "name": "M", "kind": "merge", "originals": [{"id": "b"}, {"id": "a"}]})
    assert original_ids(merger) == ("original m b", "original m a")
