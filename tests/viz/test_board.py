"""From a structure to a view: what is drawn, what is only told, and what is not shown at all."""

from __future__ import annotations

import pytest

from graphmodel.dates import Day
from graphmodel.shorthand import parse
from viz.board import build_view
from viz.maps import map_html, map_svg
from viz.outline import outline, table
from viz.view import Entry, Relation, View

DAY = Day("2003-11-21")


def view_of(text: str, *, names: bool = False) -> View:
    return build_view(parse(text), as_of=DAY, names=names)


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
