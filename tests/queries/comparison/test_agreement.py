"""Two codings of one text held against each other."""

from fractions import Fraction

from graphmodel import shorthand
from queries.comparison.agreement import Agreement, Difference, agreement
from queries.comparison.coded import Fact
from queries.comparison.kappa import Fourfold
from queries.comparison.matching import matched
from tests.queries.comparison.side_by_side import FIVE, sample


def _held(one: str, other: str, **same: str) -> Agreement:
    first, second = shorthand.parse(one), shorthand.parse(other)
    return agreement(first, second, matched(first, second, same))


ONE = (
    'g: board "Strategic Board"; h: group "Drugs Group"; p: police_force "Police"; c: county_council; '
    "p on g; c on g; p on h"
)
OTHER = (
    'g: board "Strategic Board"; dg: group "drugs  group"; p: police_force "Police"; c: county_council; '
    "p on g [inferred]; c on dg; p on dg; dg -> g"
)


def test_facts_are_counted_by_type_and_together() -> None:
    found = _held(ONE, OTHER)
    # of the four pairs of police and council with board and group: two in both, one in each alone
    assert found.by_type == {"line": Fourfold(0, 0, 1, 0), "seat": Fourfold(2, 1, 1, 0)}
    assert found.facts == Fourfold(2, 1, 2, 0)
    assert found.modality == {("stated", "inferred"): 1, ("stated", "stated"): 1}
    assert found.modality_kappa == Fraction(0)


def test_every_difference_is_listed() -> None:
    assert _held(ONE, OTHER).differences == (
        Difference("only_other", Fact("line", "h", "g")),
        Difference("only_one", Fact("seat", "c", "g")),
        Difference("only_other", Fact("seat", "c", "h")),
        Difference("differs", Fact("seat", "p", "g"), (("modality", "stated", "inferred"),)),
    )


def test_what_neither_coded_are_pairs_of_ends_that_somebody_had_in_mind() -> None:
    found = _held("p on g; q on h; r on i", "p on g; q on h; r on i")
    assert found.facts == Fourfold(3, 0, 0, 6)
    assert found.facts.kappa == 1
    groups = _held("a: group; b: group; a -> b; b -> a", "a: group; b: group; a -> b; b -> a")
    assert groups.facts == Fourfold(2, 0, 0, 0)


def test_things_are_matched_as_given_then_by_id_then_by_a_name_that_one_alone_has() -> None:
    one = shorthand.parse('a: group "Alpha"; b: group "Beta"; c: group "Gamma"; d: group "Delta"; e: other "Alpha"')
    two = shorthand.parse('a: group "Something"; x: group "beta"; y: group "Else"; d: other "Delta"')
    found = matched(one, two, {"c": "y"})
    assert found.same == {"y": "c", "a": "a", "x": "b"}
    assert found.how == {"y": "given", "a": "id", "x": "name"}
    assert found.apart == {"d": "d (2)"}


def test_a_name_that_two_things_have_matches_neither() -> None:
    one = shorthand.parse('a: group "Board"; b: group "Board"')
    assert matched(one, shorthand.parse('x: group "Board"'), {}).same == {}


def test_how_a_fact_is_put_is_a_difference_of_its_own() -> None:
    found = _held("p: post; p chairs g; a -> b [lead]", "p: post; p on g; a => b")
    assert [one.what for one in found.differences if one.kind == "differs"] == [
        (("kind", "reports_to", "accountable_to"), ("lead", "yes", "not coded")),
        (("role", "chair", "member"),),
    ]
    two = _held("p: post; p on g; p chairs g", "p: post; p on g")
    assert [one.what for one in two.differences] == [(("how many", "2", "1"),)]


def test_what_changes_began_with_and_came_to_are_facts() -> None:
    found = _held("m: merge a=yes b=no into c", "m: merge a=yes b=yes into d")
    assert found.by_type["original"] == Fourfold(2, 0, 0, 0)
    assert found.by_type["result"] == Fourfold(0, 1, 1, 0)
    assert Difference("differs", Fact("original", "m", "b"), (("continues", "no", "yes"),)) in found.differences


def test_a_coding_agrees_with_itself_in_everything() -> None:
    for name in FIVE:
        found = agreement(sample(name), sample(name), matched(sample(name), sample(name), {}))
        assert found.differences == ()
        assert found.facts.only_one == found.facts.only_other == 0
        assert found.facts.kappa in (1, None)
        assert all(both == either for both, either in found.things.values())


def test_whoever_is_first_the_figures_are_the_same() -> None:
    before, after = sample("south_worcestershire_before"), sample("south_worcestershire")
    one = agreement(before, after, matched(before, after, {}))
    other = agreement(after, before, matched(after, before, {}))
    assert one.facts.kappa == other.facts.kappa
    assert one.modality_kappa == other.modality_kappa
    assert {type_: table.both for type_, table in one.by_type.items()} == {
        type_: table.both for type_, table in other.by_type.items()
    }
    assert len(one.differences) == len(other.differences)


def test_what_one_denies_is_not_there_for_that_one() -> None:
    found = _held("p on g; q on g; r on g [denied]", "p on g [denied]; q on g [denied]; s on h [not_stated]")
    whom = {(one.kind, one.fact.start) for one in found.differences if one.fact.finish}
    assert whom == {
        ("other_denies", "p"), ("other_denies", "q"), ("denied_by_one", "r"), ("denied_by_other", "s"),
    }  # fmt: skip
    # of four sitters and two groups, the first has two seats, and the second none
    assert found.facts == Fourfold(0, 2, 0, 6)
    assert found.facts.kappa == 0
    assert found.modality == {}


def test_that_both_deny_is_agreement_that_it_is_not_there() -> None:
    found = _held("p on g; q on g [denied]", "p on g; q on g [denied]")
    assert found.facts == Fourfold(1, 0, 0, 1)
    assert found.facts.kappa == 1
    assert found.differences == ()


def test_a_thing_that_one_denies_is_not_in_both() -> None:
    found = _held("g: group; p on g", "g: group [denied]; p on g")
    assert found.things["group"] == (0, 1)
    assert Difference("other_denies", Fact("group", "g", ""), (("modality", "stated", "denied"),)) in found.differences
