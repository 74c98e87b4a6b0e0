"""What becomes of each part of a structure when a proposal is carried out."""

from graphmodel import shorthand
from graphmodel.evidence import Claim, Evidence, Modality
from graphmodel.structure import Structure
from queries.whatif.applying import applied
from queries.whatif.told import Carried
from tests.queries.whatif.proposals import DAY, carried_out, change, merger, there

TWO = "a: group; b: group; board: board; other: board"


def test_two_groups_that_answered_to_two_boards_give_two_lines() -> None:
    told = carried_out(f"{TWO}; a -> board; b -> other", merger("a", "b"))
    assert there(told.structure, "lines") == {"line joint board reports_to -", "line joint other reports_to -"}


def test_of_two_lines_to_one_board_one_is_left_and_told() -> None:
    told = carried_out(f"{TWO}; a -> board [inferred]; b -> board", merger("a", "b"))
    assert there(told.structure, "lines") == {"line joint board reports_to -"}
    assert told.carried == (
        Carried("line joint board reports_to -", ("line a board reports_to -", "line b board reports_to -")),
    )
    (line,) = (line for line in told.structure.lines if line.from_ == "joint")
    assert line.evidence.modality is Modality.STATED


def test_what_answered_to_a_group_that_ends_answers_to_the_new_one() -> None:
    told = carried_out(f"{TWO}; task -> a; a -> b", merger("a", "b"))
    assert there(told.structure, "lines") == {"line task joint reports_to -"}
    assert told.inside == ("line a b reports_to -",)


def test_a_line_between_two_mergers_is_followed_to_both_new_groups() -> None:
    both = change(
        merges=[*merger("a", "b").model_dump()["merges"], *merger("c", "d", into="top").model_dump()["merges"]]
    )
    told = carried_out("a: group; b: group; c: board; d: board; a -> c", both)
    assert there(told.structure, "lines") == {"line joint top reports_to -"}
    assert told.carried == (Carried("line joint top reports_to -", ("line a c reports_to -",)),)


def test_of_a_group_that_goes_on_lines_plans_and_staff_stay_with_it() -> None:
    told = carried_out(
        f"{TWO}; p: strategy; x: post; a -> board; a owns p; x supports a; police on a",
        merger("b", goes_on=("a",)),
    )
    assert there(told.structure, "lines") == {"line a board reports_to -"}
    assert there(told.structure, "links") == {"owns a p", "supports x a"}
    assert there(told.structure, "seats") == {"seat police a member unknown", "seat police joint member unknown"}


def test_nothing_is_moved_of_a_group_of_which_nothing_is_said() -> None:
    told = carried_out(f"{TWO}; p: strategy; a -> board; a owns p", merger(open_=("a", "b")))
    assert there(told.structure, "lines") == {"line a board reports_to -"}
    (event,) = told.structure.events
    assert {one.id: one.continues for one in event.originals} == {"a": "unknown", "b": "unknown"}


def test_terms_of_reference_of_a_group_that_ends_do_not_govern_the_new_one() -> None:
    told = carried_out(f"{TWO}; tor: terms_of_reference agreed; tor governs a", merger("a", "b"))
    assert there(told.structure, "links") == set()
    assert told.cut == ("governed_by a tor",)


def test_nobody_takes_the_chair_but_whom_the_proposal_names() -> None:
    seats = f"{TWO}; x: post; y: post; x chairs a; y chairs b; police on a"
    told = carried_out(seats, merger("a", "b"))
    on_joint = {"seat x joint member unknown", "seat y joint member unknown", "seat police joint member unknown"}
    assert there(told.structure, "seats") == on_joint
    assert told.chairs == {"joint": ("seat x a chair unknown", "seat y b chair unknown")}
    named = carried_out(seats, merger("a", "b", chair="x"))
    assert "seat x joint chair unknown" in there(named.structure, "seats")
    assert "seat x joint member unknown" not in there(named.structure, "seats")


def test_with_one_seat_for_each_body_the_body_itself_sits_before_its_posts() -> None:
    told = carried_out(
        f"{TWO}; cpo: post; cpo in police; police: police_force; police on a; cpo on b; fire on b",
        merger("a", "b", seats="one_per_organisation"),
    )
    assert there(told.structure, "seats") == {"seat police joint member unknown", "seat fire joint member unknown"}
    assert told.given_up == ("seat cpo b member unknown",)


def test_a_seat_is_as_firm_as_it_was_and_rests_on_the_proposal() -> None:
    told = carried_out(f"{TWO}; police on a [inferred]; fire on b [denied]", merger("a", "b"))
    (seat,) = (seat for seat in told.structure.seats if seat.group == "joint")
    assert (seat.member, seat.evidence.modality, seat.evidence.source) == ("police", "inferred", told.source)
    assert seat.valid_from == DAY


def test_lists_of_the_file_say_nothing_of_a_group_that_it_did_not_know() -> None:
    listed = "complete chair; complete line; complete membership"
    told = carried_out(f"a: group; b: group; police on a; {listed}", merger("a", "b"))
    about = {(str(entry.of), entry.about) for entry in told.structure.completeness}
    assert ("chair", "a") in about
    assert not about & {("chair", None), ("chair", "joint")}
    assert {("line", "joint"), ("membership", "joint")} <= about


def test_a_group_that_closes_takes_all_its_ties_with_it() -> None:
    told = carried_out(f"{TWO}; a -> board; task -> a; police on a; police on b", change(closes=["a"]))
    assert there(told.structure, "lines") == set()
    assert there(told.structure, "seats") == {"seat police b member unknown"}
    assert told.cut == ("seat police a member unknown", "line a board reports_to -", "line task a reports_to -")


def test_lines_and_seats_are_moved_added_and_removed() -> None:
    told = carried_out(
        f"{TWO}; a -> board; b -> board; police on a",
        change(
            move_lines=[{"from": "a", "to": "board", "now": "other"}],
            remove_lines=[{"from": "b", "to": "board"}],
            add_lines=[{"from": "b", "to": "other", "kind": "accountable_to", "subject": "money"}],
            add_seats=[{"member": "police", "group": "b", "role": "chair"}],
            remove_seats=[{"member": "police", "group": "a"}],
        ),
    )
    assert there(told.structure, "lines") == {"line a other reports_to -", "line b other accountable_to money"}
    assert there(told.structure, "seats") == {"seat police b chair unknown"}
    assert told.cut == ("line b board reports_to -", "seat police a member unknown")


def test_what_goes_on_with_a_narrower_remit_meets_as_the_proposal_says() -> None:
    afterwards = [{"group": "a", "fate": "narrower", "per_year": 2, "hours": 1, "purpose": "young people"}]
    told = carried_out(
        "a: group per_year=12 hours=2; b: group",
        change(merges=[{"groups": ["a", "b"], "into": "joint", "afterwards": afterwards}]),
    )
    (group,) = (group for group in told.structure.groups if group.id == "a")
    assert (group.per_year, group.hours) == (None, None)
    assert {claim.property: claim.value for claim in group.claims} == {
        "per_year": 2, "hours": 1, "purpose": "young people",
    }  # fmt: skip


def test_who_sat_for_two_leaves_neither_without_a_seat() -> None:
    told = carried_out(f"{TWO}; police on a; police on b for county", merger("a", "b"))
    on_joint = {one.key: one.on_behalf_of for one in told.structure.seats if one.group == "joint"}
    assert on_joint == {
        "seat police joint member unknown": None,
        "seat police joint member representative": "county",
    }


def test_whoever_has_another_part_as_well_has_no_second_seat() -> None:
    told = carried_out(
        f"{TWO}; co: post; co in pct; pct: primary_care_trust; pct on a; co leads a; pct on b; co on b",
        merger("a", "b", seats="one_per_organisation"),
    )
    assert there(told.structure, "seats") == {"seat pct joint member unknown", "seat co joint lead_officer unknown"}
    assert told.given_up == ("seat co b member unknown",)


def _claiming(structure: str, group: str, **properties: tuple[str, ...]) -> Structure:
    parsed = shorthand.parse(structure)
    evidence = Evidence(modality=Modality.INFERRED, reason="by its name")
    claims = tuple(Claim(property=name, value=value, evidence=evidence) for name, value in properties.items())
    groups = tuple(
        one.model_copy(update={"claims": (*one.claims, *claims)}) if one.id == group else one for one in parsed.groups
    )
    return parsed.model_copy(update={"groups": groups})


def test_what_is_claimed_of_a_group_passes_on_as_firm_as_it_was() -> None:
    claimed = _claiming("a: group; b: group functions=drugs", "a", functions=("crime_and_disorder",))
    told = applied(claimed, merger("a", "b"), DAY)
    (joint,) = (group for group in told.structure.groups if group.id == "joint")
    (claim,) = joint.claims
    assert (joint.functions, claim.property, claim.value) == ((), "functions", ("crime_and_disorder", "drugs"))
    assert (claim.evidence.modality, claim.evidence.source) == (Modality.INFERRED, told.source)


def test_what_is_told_of_a_group_in_two_ways_still_is() -> None:
    claimed = _claiming("a: group functions=drugs; b: group", "a", functions=("crime_and_disorder",))
    (joint,) = (one for one in applied(claimed, merger("a", "b"), DAY).structure.groups if one.id == "joint")
    assert {claim.value for claim in joint.claims} == {("drugs",), ("crime_and_disorder",)}


def test_a_new_group_without_a_name_is_called_by_those_it_is_made_of() -> None:
    made = carried_out("a: group; b: group", merger("a", "b", into="gl.one"))
    (joint,) = (one for one in made.structure.groups if one.id == "gl.one")
    assert (joint.name, joint.named) == ("a and b (merged)", False)
    many = carried_out("a: group; b: group; c: group; d: group", merger("a", "b", "c", "d", into="gl.one_group"))
    assert "One group (new)" in {one.name for one in many.structure.groups}
