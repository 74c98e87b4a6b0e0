"""Boxes on slides: what each is, what stands in it, where it stands, and what is no box."""

from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Cm

from graphmodel.structure import Structure
from loaders.problems import LoadError
from loaders.structures import load
from tests.loaders.slides.conftest import Read, keys, names
from tests.loaders.slides.drawing import Deck


def test_the_words_below_a_name_are_chair_rhythm_and_members(read: Read) -> None:
    deck = Deck().new()
    deck.box("Joint Commissioning\vGroup (JCG)\nChair: Jane Smith (Police)\nVice-chair: DPH\nMeets every 6 weeks", 4, 4)
    deck.box("Drugs Group\nMembers: Probation, JCG and Housing Panel\nMonthly meetings", 16, 4)
    structure = read(deck).structure
    commissioning, drugs = structure.groups[:2]
    assert (commissioning.name, commissioning.aliases) == ("Joint Commissioning Group", ("JCG",))
    assert (commissioning.rhythm, commissioning.per_year) == ("every 6 weeks", 8.67)
    assert (drugs.rhythm, drugs.per_year) == ("Monthly", 12.0)
    assert {(seat.key, seat.on_behalf_of) for seat in structure.seats} == {
        ("seat jane-smith joint-commissioning-group chair unknown", "police"),
        ("seat dph joint-commissioning-group vice_chair unknown", None),
        ("seat probation drugs-group member unknown", None),
        ("seat joint-commissioning-group drugs-group member unknown", None),
        ("seat housing-panel drugs-group member unknown", None),
    }
    assert {person.name for person in structure.people} == {"Jane Smith"}


def test_no_name_of_a_person_stands_in_what_is_said_of_a_fact(read: Read) -> None:
    deck = Deck().new()
    deck.box("Drugs Group\nChair: Jane Smith\nSecretariat: Bob Jones, Clerk", 4, 4)
    deck.box("Chief Executive\nAnn Brown", 16, 4)
    structure = read(deck).structure
    assert len(structure.people) == 3
    said = [str(item.evidence) for _, item in structure.items() if item not in structure.people]
    assert not [text for text in said if any(name in text for name in ("Smith", "Jones", "Brown"))]


def test_a_vacant_chair_is_no_one(read: Read) -> None:
    deck = Deck().new()
    deck.box("Drugs Group\nChair: vacant", 4, 4)
    loaded = read(deck)
    assert not loaded.structure.seats
    assert "`chair: vacant` in the box `Drugs Group`" in loaded.understood[0]


def test_a_post_has_its_holder_and_its_home_whichever_is_written_first(read: Read) -> None:
    deck = Deck().new()
    deck.box("Director of Public Health\nPrimary Care Trust\nJane Smith", 4, 4)
    deck.box("Bob Jones\nDAT Co-ordinator", 16, 4)
    assert keys(read(deck).structure) == {
        "post_in director-of-public-health primary-care-trust",
        "holds jane-smith director-of-public-health",
        "holds bob-jones dat-co-ordinator",
    }


def test_a_box_is_what_its_name_says_and_a_group_where_it_does_not(read: Read) -> None:
    deck = Deck().new()
    for place, name in enumerate(
        (
            "Community Safety Partnership",
            "Probation Service",
            "Chief Constable",
            "Pooled Budget",
            "Crime Strategy",
            "Themes",
        )
    ):
        deck.box(name, 1 + 10 * (place % 3), 4 + 6 * (place // 3))
    structure = read(deck).structure
    assert {entity.name: entity.TYPE for entity in structure.entities() if entity.TYPE != "source"} == {
        "Community Safety Partnership": "group",
        "Probation Service": "body",
        "Chief Constable": "post",
        "Pooled Budget": "fund",
        "Crime Strategy": "plan",
        "Themes": "group",
    }
    assert "nothing in its name says what it is" in str(structure.groups[1].evidence.reason)


def test_titles_footers_numbers_and_decorations_are_no_boxes(read: Read) -> None:
    deck = Deck().new("Who answers to whom, 1 April 2003")
    deck.box("Drugs Group", 10, 8)
    deck.box("3", 1, 1, 0.6, 0.6)
    deck.words("Community Safety Partnership annual report", 1, 18, 20)
    deck.words("This shows how the groups hang together.", 1, 15, 20)
    loaded = read(deck)
    assert names(loaded.structure) == {"Drugs Group"}
    assert (loaded.structure.title, str(loaded.structure.as_of)) == ("Who answers to whom", "2003-04-01")
    assert loaded.understood[0] == (
        "Slide 1, `Who answers to whom`: its boxes were taken as 1 group. Left unread: "
        "`This shows how the groups hang together.`; `Community Safety Partnership annual report`."
    )


def test_words_above_everything_are_the_title_where_there_is_no_other(read: Read) -> None:
    deck = Deck().new()
    deck.words("Partnership structure at 5 May 2004", 8, 0.5, 16)
    deck.box("Drugs Group", 10, 8)
    structure = read(deck).structure
    assert (structure.title, str(structure.as_of)) == ("Partnership structure", "2004-05-05")
    assert names(structure) == {"Drugs Group"}


def tiers(structure: Structure) -> dict[str, str | None]:
    return {group.name: group.tier for group in structure.groups}


def test_bands_give_the_tier_inferred(read: Read) -> None:
    deck = Deck().new()
    for place, tier in enumerate(("Strategic", "Tactical", "Operational")):
        deck.box("", 1, 1 + 6 * place, 31, 5)
        deck.words(tier, 1.2, 1.2 + 6 * place)
        deck.box(f"{'ABC'[place]} Group", 14, 2.5 + 6 * place)
    structure = read(deck).structure
    assert tiers(structure) == {"A Group": "strategic", "B Group": "tactical", "C Group": "operational"}
    (claim,) = structure.groups[0].claims
    assert (claim.property, claim.evidence.modality, claim.evidence.reason) == (
        "tier", "inferred", "the box stands at “Strategic” on the slide",
    )  # fmt: skip


def test_headings_down_the_side_give_the_tier(read: Read) -> None:
    deck = Deck().new()
    deck.words("Strategic level", 0.5, 3)
    deck.words("Operational level", 0.5, 13)
    deck.box("The Board", 14, 4)
    deck.box("Drugs Group", 14, 11)
    assert tiers(read(deck).structure) == {"The Board": "strategic", "Drugs Group": "operational"}


def test_a_box_in_a_box_is_part_of_it_and_a_body_in_a_group_sits_on_it(read: Read) -> None:
    deck = Deck().new()
    deck.box("Community Safety Partnership", 2, 3, 28, 12)
    deck.box("Theme Groups", 4, 5, 14, 8)
    deck.box("Drugs Group", 6, 8)
    deck.box("Probation Service", 22, 8)
    assert keys(read(deck).structure) == {
        "part_of theme-groups community-safety-partnership",
        "part_of drugs-group theme-groups",
        "seat probation-service community-safety-partnership member unknown",
    }


def test_words_at_the_top_of_an_empty_frame_name_it_and_lines_end_at_it(read: Read) -> None:
    deck = Deck().new()
    frame = deck.box("", 2, 8, 20, 8)
    deck.words("Theme Groups", 3, 8.2, 10)
    deck.box("Drugs Group", 4, 12)
    deck.glued(frame, deck.box("The Board", 8, 2))
    assert keys(read(deck).structure) == {
        "part_of drugs-group theme-groups", "line theme-groups the-board reports_to -",
    }  # fmt: skip


def test_words_without_a_box_are_one_where_a_line_ends_at_them(read: Read) -> None:
    deck = Deck().new()
    deck.words("Priority offenders", 10, 12, 6)
    deck.words("Just a thought", 24, 12, 6)
    deck.box("The Board", 10, 4)
    deck.line(13, 12, 13, 6)
    assert names(read(deck).structure) == {"Priority offenders", "The Board"}


def test_hidden_slides_notes_pictures_and_lists_are_told(read: Read, tmp_path: Path) -> None:
    picture = tmp_path / "chart.png"
    Image.new("RGB", (40, 40), "red").save(picture)
    deck = Deck().new("The chart")
    deck.box("Drugs Group", 10, 8)
    deck.shapes.add_picture(str(picture), Cm(20), Cm(5))
    deck.slide.notes_slide.notes_text_frame.text = "Say something kind."
    deck.new().box("Secret Group", 10, 8)
    deck.slide.element.set("show", "0")
    loaded = read(deck)
    assert names(loaded.structure) == {"Drugs Group"}
    assert [problem.what for problem in loaded.problems] == [
        "Slide 2 is hidden, so it was not read.",
        "Not read on this slide: a picture, which cannot be read; the speaker notes.",
    ]


def test_a_slide_with_a_picture_alone_is_refused_and_told_why(tmp_path: Path) -> None:
    picture = tmp_path / "chart.png"
    Image.new("RGB", (40, 40), "red").save(picture)
    deck = Deck().new()
    deck.shapes.add_picture(str(picture), Cm(2), Cm(2))
    with pytest.raises(LoadError, match="a picture of a chart cannot be read") as refused:
        load(deck.save(tmp_path / "chart.pptx"))
    assert "a picture, which cannot be read" in str(refused.value)


def test_the_source_is_the_file_with_its_own_day(tmp_path: Path) -> None:
    import datetime as dt

    deck = Deck().new()
    deck.box("Drugs Group", 10, 8)
    deck.file.core_properties.modified = dt.datetime(2003, 5, 6, 7, 8)  # noqa: DTZ001  the library takes no zone
    structure = load(deck.save(tmp_path / "structure 2003.pptx")).structure
    assert [(source.name, source.date) for source in structure.sources] == [("structure 2003.pptx", "2003-05-06")]
    assert {structure.source_of(item.evidence) for _, item in structure.items()} == {structure.source}


def test_where_a_thing_stands_is_its_slide_and_its_box(read: Read) -> None:
    deck = Deck().new()
    deck.new().box("Drugs Group", 10, 8)
    loaded = read(deck)
    assert str(loaded.places["drugs-group"]).endswith('chart.pptx!slide 2, "Drugs Group"')


def test_ids_are_told_apart_where_names_are_not(read: Read) -> None:
    deck = Deck().new()
    deck.box("A & B Group", 2, 4)
    deck.box("A. B Group", 12, 4)
    deck.box("chart pptx", 22, 4)
    structure = read(deck).structure
    assert len({entity.id for entity in structure.entities()}) == 4


def test_shapes_in_alternative_content_are_read_once(read: Read) -> None:
    deck = Deck().new()
    box = deck.box("Drugs Group", 10, 8)._element
    deck.box("Other Group", 20, 8)
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    whole = etree.SubElement(box.getparent(), f"{{{space}}}AlternateContent")
    for name in ("Choice", "Fallback"):
        way = etree.SubElement(whole, f"{{{space}}}{name}", {"Requires": "p14"} if name == "Choice" else {})
        copied = etree.fromstring(etree.tostring(box))
        copied.find(f".//{qn('a:t')}").text = f"{name} Group"
        way.append(copied)
    box.getparent().remove(box)
    assert names(read(deck).structure) == {"Choice Group", "Other Group"}


def test_a_whole_slide_as_people_draw_it(read: Read) -> None:
    deck = Deck().new()
    deck.words("GLOUCESTERSHIRE PARTNERSHIP STRUCTURE (as at 12/03/2003)", 6, 0.4, 22, 1)
    for place, tier in enumerate(("STRATEGIC", "TACTICAL", "OPERATIONAL")):
        deck.box("", 0.8, 1.6 + 5.4 * place, 32, 5.2)
        deck.words(tier, 1, 1.7 + 5.4 * place, 4)
    deck.box("County Strategic\nPartnership", 12, 2.2, 7, 1.8)
    deck.box("Crime & Disorder Reduction Partnership\nChair: Cllr. A Brown\nMeets bi-monthly", 5, 4.6, 8, 2)
    deck.box("Drug Action Team\nChair - Director of Public Health\n4 times a year", 20, 4.6, 8, 2)
    deck.line(9, 4.6, 15, 4, head="start")
    deck.line(24, 4.6, 16, 4, head="start")
    deck.box("Joint Commissioning Group", 20, 8.4, 8, 1.4)
    deck.box("Persistent Offenders", 3, 8.4, 5, 1.4)
    deck.box("Anti-Social Behaviour\nTask Group", 9, 8.4, 5, 1.4)
    for ends in ((9, 6.6, 9, 7.6), (5.5, 7.6, 11.5, 7.6), (5.5, 7.6, 5.5, 8.4), (11.5, 7.6, 11.5, 8.4)):
        deck.line(*ends)
    deck.shapes.add_shape(MSO_SHAPE.DOWN_ARROW, Cm(23.6), Cm(6.7), Cm(0.8), Cm(1.6))
    deck.box("Providers' Forum", 20, 13.5, 5, 1.4)
    deck.line(22.5, 13.5, 23, 9.8, head="end", dash="dash")
    deck.words("advises", 22.9, 11.2, 2)
    deck.box("Local Delivery Groups", 2.5, 13, 14, 4.2)
    deck.box("Stroud", 3, 15, 4, 1.4)
    deck.line(9.5, 13, 11.5, 9.8, head="start")
    deck.words("Version 3 - Community Safety Unit", 1, 18.1, 12)
    deck.words("2", 32, 18.1, 1)
    loaded = read(deck)
    structure = loaded.structure
    assert (structure.title, str(structure.as_of)) == ("GLOUCESTERSHIRE PARTNERSHIP STRUCTURE", "2003-03-12")
    assert keys(structure) == {
        "line crime-disorder-reduction-partnership county-strategic-partnership reports_to -",
        "line drug-action-team county-strategic-partnership reports_to -",
        "line joint-commissioning-group drug-action-team reports_to -",
        "line local-delivery-groups anti-social-behaviour-task-group reports_to -",
        "line persistent-offenders crime-disorder-reduction-partnership reports_to -",
        "line anti-social-behaviour-task-group crime-disorder-reduction-partnership reports_to -",
        "part_of stroud local-delivery-groups",
        "seat cllr.-a-brown crime-disorder-reduction-partnership chair unknown",
        "seat director-of-public-health drug-action-team chair unknown",
        "seat providers-forum joint-commissioning-group adviser_in_attendance unknown",
    }
    assert tiers(structure) == {
        "County Strategic Partnership": "strategic", "Crime & Disorder Reduction Partnership": "strategic",
        "Drug Action Team": "strategic", "Joint Commissioning Group": "tactical", "Persistent Offenders": "tactical",
        "Anti-Social Behaviour Task Group": "tactical", "Providers' Forum": "operational",
        "Local Delivery Groups": "operational", "Stroud": "operational",
    }  # fmt: skip
    assert loaded.understood[0] == (
        "Slide 1, `GLOUCESTERSHIRE PARTNERSHIP STRUCTURE`: its boxes were taken as 9 groups, with "
        "6 reporting lines, 1 other link and 3 seats. Guessed, so held as inferred: 2 lines without an arrow head, "
        "and the lower box was taken to answer to the higher. Left unread: `Version 3 - Community Safety Unit`."
    )
    assert loaded.is_whole


def test_a_short_name_is_the_same_thing_on_a_slide_that_comes_earlier(read: Read) -> None:
    deck = Deck().new()
    deck.box("CSP", 2, 2)
    deck.box("The Board\nReports to: CSP", 12, 2)
    deck.new().box("Community Safety Partnership (CSP)", 2, 4)
    structure = read(deck).structure
    assert [(group.name, group.aliases) for group in structure.groups] == [
        ("Community Safety Partnership", ("CSP",)), ("The Board", ()),
    ]  # fmt: skip
    assert keys(structure) == {"line the-board community-safety-partnership reports_to -"}
