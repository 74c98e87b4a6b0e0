"""From a structure to a view: what is drawn, what is only told, and what is not shown at all."""

from __future__ import annotations

import pytest

from graphmodel.dates import Day
from graphmodel.evidence import EvidenceLevel
from graphmodel.shorthand import parse
from queries.findings.report import Finding, Named
from queries.rule import Status
from tests.viz.a_report import LEAD, REPORT, finding
from viz.map.board import build_view
from viz.map.compose import compose
from viz.map.findings import findings_list
from viz.map.maps import map_html, map_svg
from viz.map.outline import outline, table
from viz.map.roster import ALSO_NAMED, Under, arrange
from viz.map.view import Entry, Relation, View

DAY = Day("2003-11-21")


def view_of(text: str, *, names: bool = False) -> View:
    return build_view(parse(text), as_of=DAY, names=names)


def audited(text: str, *findings: Finding, evidence: EvidenceLevel = EvidenceLevel.STATED, day: str = DAY) -> View:
    report = REPORT.model_copy(update={"evidence": evidence, "findings": findings})
    return build_view(parse(text), report, as_of=Day(day))


def told(entries: tuple[Entry, ...]) -> str:
    return "\n".join(f"{entry.text}\n{told(entry.children)}" for entry in entries)


def test_a_group_may_answer_to_several() -> None:
    view = view_of('csp: partnership "CSP"; smat: partnership "SMAT"; dag: group "DAG"; dag -> csp; dag => smat')
    kinds = {(line.target, line.relation) for line in view.lines}
    assert kinds == {("csp", Relation.REPORTS_TO), ("smat", Relation.ACCOUNTABLE_TO)}
    words = told(outline(view))
    assert "reports to CSP" in words
    assert "accountable to SMAT" in words


def test_weak_evidence_is_tagged_in_words() -> None:
    view = view_of("a -> b [inferred]; c -> b [in_development]; d -> b")
    assert [line.tag for line in view.lines] == ["inferred", "in development", ""]


def test_what_is_denied_or_over_is_not_drawn() -> None:
    view = view_of("a -> b [denied]; c -> b [to=2003-04-01]; d -> b")
    assert [(line.source, line.target) for line in view.lines] == [("d", "b")]


def test_a_seat_is_never_a_line() -> None:
    view = view_of("police: police_force; police on g; g part of h; x chairs g")
    assert not any(line.relation.answers for line in view.lines)
    assert all(not panel.chains for panel in view.panels)


def test_the_chain_says_where_it_ends() -> None:
    view = view_of('c: county_council "County"; a -> b; b => c; d -> e; p => q; q => p')
    panels = {panel.box: panel for panel in view.panels}
    (chain,) = panels["a"].chains
    assert chain.boxes == ("a", "b", "c")
    assert chain.reaches
    assert chain.ends == "Ends at County, where accountability may end."
    assert "to whom it answers is not evidenced" in panels["d"].chains[0].ends
    assert "a circle" in panels["p"].chains[0].ends
    assert panels["e"].chain_summary == "To whom e answers is not evidenced."


def test_terms_of_reference_are_told_even_where_not_evidenced() -> None:
    view = view_of(
        "g: board; h: board; i: board; t: terms_of_reference agreed; t governs g; denied terms_of_reference of i"
    )
    details = {box.id: box.details for box in view.boxes}
    assert details["g"] == ("Terms of reference: agreed",)
    assert details["h"] == ("Terms of reference: not evidenced",)
    assert details["i"] == ("Terms of reference: evidence says that there are none",)


def test_a_tier_that_is_not_known_is_said_so() -> None:
    view = view_of("g: board; h: board strategic; i: board; claim i tier=tactical [inferred]")
    assert [box.tier for box in view.boxes] == [None, "strategic", "tactical (inferred)"]


def test_a_panel_gives_the_evidence_and_what_is_not_evidenced() -> None:
    view = view_of('s: source "The letter"; structure source=s; g: board [locator="p2"]; silent chair of g')
    (panel,) = [panel for panel in view.panels if panel.box == "g"]
    facts = {fact.label: fact for section in panel.sections for fact in section.facts}
    assert any("The letter, p2" in fact.evidence for fact in facts.values())
    assert any(section.title.startswith("Not evidenced") for section in panel.sections)


def test_names_of_persons_are_nowhere_unless_asked_for() -> None:
    structure = parse(
        'jane.smith: person "Jane Smith"; jane.smith on g [note="Jane Smith chairs it"]; co: post "Chair"; '
        "jane.smith holds co; g: board"
    )
    for text in (map_html(structure, as_of=DAY), map_svg(structure, as_of=DAY)):
        assert "jane" not in text.lower()
        assert "Smith" not in text
    assert "Jane Smith" in map_html(structure, as_of=DAY, names=True)


def test_a_person_who_sits_for_one_body_is_told_with_it() -> None:
    text = 'pat: person "Pat Lee"; lee: person "Lee Ray"; a: police_force "Police"; b: voluntary; g: board; h: board'
    seats = "pat chairs g for a; pat on h for a; lee on g for a; lee on h for b"
    named = [box.label for box in view_of(f"{text}; {seats}", names=True).boxes if box.kind == "person"]
    hidden = [box.label for box in view_of(f"{text}; {seats}").boxes if box.kind == "person"]
    assert named == ["Pat Lee, for Police", "Lee Ray"]
    assert hidden == ["a person (name not shown), for Police", "a person (name not shown)"]


def test_a_holder_is_told_by_the_post_and_has_no_box() -> None:
    text = 'pat: person "Pat Lee"; co: post "Co-ordinator"; pat holds co'
    (hidden,), (named,) = view_of(text).boxes, view_of(text, names=True).boxes
    assert hidden.details == ("held by a person (name not shown)",)
    assert named.details == ("held by Pat Lee",)


def test_the_summary_counts_paths() -> None:
    view = view_of("c: county_council; a -> b; a -> c; b => c")
    assert view.panels[1].chain_summary == "Two paths lead from a to accountable bodies."


def test_the_table_has_every_group() -> None:
    rows = table(view_of('g: board "The board"; police: police_force "The police"; police on g'))
    assert rows[0][0] == "The board"
    assert "The police" in rows[0][4]


def test_a_picture_needs_a_day() -> None:
    with pytest.raises(ValueError, match="needs a day"):
        build_view(parse("g: board"))


def test_parts_of_a_partnership_stand_together() -> None:
    view = view_of("csp: partnership; s part of csp; t part of s; other: board")
    assert {box.id: box.cluster for box in view.boxes} == {"csp": "csp", "s": "csp", "t": "csp", "other": None}
    assert [cluster.id for cluster in view.clusters] == ["csp"]


def test_a_circle_of_parts_does_no_harm() -> None:
    assert len(view_of("a part of b; b part of a").boxes) == 2


def test_what_does_not_count_is_marked_and_not_counted() -> None:
    text = "c: county_council; a -> c [inferred]; b -> c; p: post; p on a [inferred]; q: post; q on a"
    view = audited(text)
    assert {line.source: line.tag for line in view.lines} == {
        "a": "inferred, not counted", "b": "", "p": "inferred, not counted", "q": "",
    }  # fmt: skip
    assert view.summary[0].endswith("1 line of accountability, 1 seat.")
    assert view.summary[1] == "2 more lines and seats drawn and marked, but not counted."
    assert not any(sentence.startswith("a reports") for sentence in view.summary)
    words = told(outline(view))
    assert "reports to c (inferred, not counted)" in words
    assert "to whom it answers, by a line that counts: not evidenced" in words
    assert "represented on it (2, 1 of them not counted):" in words
    assert "inferred, not counted" in map_svg_of(text)
    weaker = audited(text, evidence=EvidenceLevel.INFERRED)
    assert {line.tag for line in weaker.lines} == {"", "inferred"}
    assert "2 lines of accountability, 2 seats" in weaker.summary[0]


def map_svg_of(text: str) -> str:
    return map_svg(parse(text), REPORT.model_copy(update={"evidence": EvidenceLevel.STATED, "findings": ()}), as_of=DAY)


def test_a_chain_is_not_followed_along_what_does_not_count() -> None:
    panels = {panel.box: panel for panel in audited("c: county_council; a -> b; b -> c [inferred]").panels}
    (chain,) = panels["a"].chains
    assert chain.boxes == ("a", "b")
    assert panels["b"].chains == ()
    assert panels["b"].chain_summary == ("To whom b answers is not evidenced. Drawn, but not counted: its line to c.")
    facts = [fact for panel in panels.values() for section in panel.sections for fact in section.facts]
    assert any(fact.evidence.startswith("inferred, not counted") for fact in facts)


def test_a_line_to_something_that_does_not_count_does_not_count_either() -> None:
    view = audited("b: board [inferred]; a -> b")
    assert [line.tag for line in view.lines] == ["not counted"]
    assert {box.label: box.tags for box in view.boxes}["b"] == ("inferred, not counted",)


def test_what_is_planned_is_not_followed() -> None:
    view = view_of("c: county_council; a -> c [planned]")
    assert [line.tag for line in view.lines] == ["planned"]
    assert all(not panel.chains for panel in view.panels)


def test_the_subject_of_a_line_stands_behind_its_other_end() -> None:
    view = view_of('x: county_council "Exford"; a -> x [subject="crime", lead=true, modality=inferred]')
    assert "reports to Exford on crime (the lead) (inferred)" in told(outline(view))
    assert "a reports to Exford on crime (the lead) (inferred)." in view.summary


def test_a_finding_speaks_with_its_own_sentence() -> None:
    group = Named(id="g", name="The g")
    chair = finding(LEAD, Status.QUERY, group, board="Who holds the post of The g is not evidenced.", ask="Who is it?")
    met = finding(LEAD, Status.MET, group, board="None in what is known.")
    view = audited('g: board "The g"', chair, met)
    assert [note.says for note in view.notes] == ["Who holds the post of The g is not evidenced.", "No lead is named"]
    assert [note.ask for note in view.notes] == ["Who is it?", "None in what is known."]
    words = "question: Who holds the post of The g is not evidenced (TOR-99, finding 1)"
    assert words in told(outline(view))
    assert words in table(view)[0][-1]
    _, runs, _ = findings_list(view, 0.0, 0.0, 270.0)
    assert " ".join(run.text for run in runs) == "Who holds the post of The g is not evidenced (TOR-99)"


def test_one_of_two_paths_is_told_in_plain_words() -> None:
    view = view_of("c: county_council; a -> b; a => c")
    assert {panel.box: panel.chain_summary for panel in view.panels}["a"] == (
        "Two paths lead upwards from a; one of them reaches, in what is known, a body where accountability may end."
    )


def test_groups_are_told_from_the_top_down_and_by_name() -> None:
    text = (
        'a1: group "Working group"; a2: group "Board"; z: partnership "Partnership"; a3: group "Area group";'
        "a2 -> z; a1 -> a2; a3 -> a2; a0: group zebra"
    )
    view = view_of(text.replace("a0: group zebra", 'a0: group "Zebra"'))
    names = ["Partnership", "Board", "Area group", "Working group", "Zebra"]
    assert [row[0] for row in table(view)] == names
    (entry,) = outline(view)
    assert [child.text.partition(":")[0] for child in entry.children] == names


def test_what_has_ended_is_shown_where_a_line_still_points_at_it() -> None:
    text = (
        'a: board; old: board "Old board" [to=2003-04-01]; new: board "New board" [from=2004-06]; a -> old; a -> new;'
        "gone: board [to=2002]; police: police_force; police on old"
    )
    view = audited(text)
    gone = {box.label: box.gone for box in view.boxes}
    assert gone == {
        "a": "",
        "Old board": "ended 1 April 2003",
        "New board": "not yet there: from June 2004",
        "police": "",
    }
    assert {(line.target, line.counts, line.tag) for line in view.lines} == {
        ("old", False, "not counted"), ("new", False, "not counted"),
    }  # fmt: skip
    panels = {panel.box: panel for panel in view.panels}
    assert panels["a"].chains == ()
    assert (
        "not counted: its lines to Old board (ended 1 April 2003), New board (not yet there: from June 2004)"
        in panels["a"].chain_summary
    )
    assert panels["old"].chain_summary == "Old board is not asked to whom it answers: ended 1 April 2003."
    assert [row[0] for row in table(view)] == ["a"]
    drawing = map_svg_of(text)
    assert "ended 1 April" in drawing
    assert 'stroke-dasharray="3 2.5"' in drawing


def test_a_body_that_has_ended_ends_no_chain() -> None:
    view = audited('c: county_council "County" [to=2003-04-01]; a -> c')
    assert not view.box("c").ends_chain


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ("to=2003", "ended 2003"),
        ("to=2003-05", "ended May 2003"),
        ("from=2005-02", "not yet there: from February 2005"),
    ],
)
def test_an_end_is_told_as_exactly_as_it_is_known(dates: str, words: str) -> None:
    view = audited(f"old: board [{dates}]; a -> old", day="2004-06-30")
    assert [box.gone for box in view.boxes if box.gone] == [words]


def test_what_has_ended_is_not_shown_for_a_line_of_its_own() -> None:
    assert [box.id for box in audited("old: board [to=2003]; old -> a", day="2004-06-30").boxes] == ["a"]


def test_a_box_says_how_many_of_its_seats_are_drawn_as_lines() -> None:
    text = "g: board; h: board; b1: police_force; b2: fire_authority; h on g; b1 on g; b2 on g"
    drawing = " ".join(run.text for box in compose(view_of(text)).boxes for run in box.runs)
    assert "Represented on it, by a seat (2 of 3; the other by a dashed line):" in drawing
    alone = " ".join(
        run.text for box in compose(view_of("g: board; b1: police_force; b1 on g")).boxes for run in box.runs
    )
    assert "Represented on it, by a seat:" in alone


def test_a_word_of_caution_stands_once_in_a_row() -> None:
    text = 'g: board; police: police_force "Police" [inferred]; police on g [inferred]'
    assert "Police (inferred, not counted)" in " ".join(
        run.text for box in compose(audited(text)).boxes for spot in box.spots for run in spot.runs
    )


def test_who_is_joined_without_a_seat_or_line_is_not_said_to_have_nothing() -> None:
    view = view_of(
        'police: police_force "Police"; a: voluntary "Alpha"; b: voluntary "Beta"; g: group "G"; '
        'reps: post "Police reps"; reps in police; reps on g; a works with g; x: group "X"; x -> g'
    )
    rows = arrange(view).rows[ALSO_NAMED]
    assert [(row.box.label, row.under, row.role) for row in rows] == [
        ("Police", Under.TIED, "represented by Police reps"),
        ("Alpha", Under.TIED, "works with G"),
        ("Beta", Under.NAMED, ""),
    ]


def test_a_body_for_which_somebody_sits_is_not_said_to_have_nothing() -> None:
    structure = parse('police: police_force "Police"; b: voluntary "Beta"; jo: person "Jo"; g: group "G"; jo on g')
    (seat,) = structure.seats
    structure = structure.model_copy(update={"seats": (seat.model_copy(update={"on_behalf_of": "police"}),)})
    rows = arrange(build_view(structure, as_of=DAY)).rows[ALSO_NAMED]
    assert [(row.box.label, row.role) for row in rows] == [("Police", "represented on G"), ("Beta", "")]
