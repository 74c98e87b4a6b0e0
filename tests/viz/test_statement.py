"""The accountability statement reads as prose, says how firm each fact is, and cites where it stands."""

import re

import pytest
from hypothesis import given

import sample_data
from graphmodel.dates import Day
from graphmodel.entities import Body, Group, Post
from graphmodel.evidence import EvidenceLevel, Modality
from graphmodel.kinds import BodyKind, GroupKind
from graphmodel.shorthand import parse
from graphmodel.structure import Structure
from loaders.structures import load
from tests.asked import GUIDANCE_DAY
from tests.sample_data.test_own_words import copied
from tests.strategies import small_structures, structures
from viz.paper import Heading, Paper, Paragraph
from viz.statement_paper import statement_paper
from viz.statement_words import Verb, called, does
from viz.writers.text import text


def paper(structure: Structure, level: EvidenceLevel = EvidenceLevel.ASSERTED, *, names: bool = False) -> Paper:
    return statement_paper(structure, Day(structure.as_of or GUIDANCE_DAY), level, names=names)


def told(shorthand: str, level: EvidenceLevel = EvidenceLevel.ASSERTED) -> str:
    return " ".join(text(paper(parse(shorthand), level)).split())


def paragraphs(name: str) -> list[str]:
    """Give the paragraphs with a letter for each name: names are the text's own, and a sentence may be all names."""
    structure = load(sample_data.path(name)).structure
    names = sorted((entity.name for entity in structure.entities()), key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, names)), re.IGNORECASE)
    return [pattern.sub("N", block.text) for block in paper(structure).blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("shorthand", "sentence"),
    [
        ("dag: group; csp: partnership; dag => csp", "It accounts to csp."),
        ("dag: group; csp: partnership; dag -> csp", "It reports to csp."),
        ("dag: group; csp: partnership; dag ~> csp", "It acts on powers from csp."),
        ("dag: group; csp: partnership; dag => csp [inferred]", "It is understood to account to csp."),
        ("dag: group; csp: partnership; dag => csp [asserted]", "It is said in general terms to account to csp."),
        ("dag: group; csp: partnership; dag => csp [in_development]", "It is preparing to account to csp."),
        ("dag: group; csp: partnership; dag => csp [planned]", "It intends to account to csp."),
        (
            "dag: group; a: board; b: board; dag -> a; dag -> b",
            "It reports to a and to b. Which of the two it answers",
        ),
        ("dag: group; a: board; b: board; dag -> a [lead]; dag -> b", "Of these lines the one to a leads."),
        ("dag: group; o: post; o chairs dag", "The o chairs it."),
        ("dags: group set; o: post; o serves dags", "The o services them."),
        ("a: group; b: group; a => b; b => a", "runs in a circle here: a answers to b and b answers to a."),
        ("a: group; a => a", "runs in a circle here: a answers to a."),
        ("a: group; v: voluntary; a => v", "The chain from a ends at v, which is no body where accountability may end"),
        ("a: group; cc: county_council; a => cc", "The lines that follow lead to cc, where accountability may end."),
        ("dag: group; denied chair of dag", "A source says that it has no chair. Not evidenced: terms of reference,"),
        ("dag: group; t: terms_of_reference agreed; t governs dag", "It works under the t, which were agreed."),
        ("dag: group; t: terms_of_reference draft; t governs dag", "It works under the t, which are in draft."),
        (
            "forum: forum",
            "The forum is named, and no more is said of it. Not evidenced: terms of reference, to whom it",
        ),
        (
            "dags: group set",
            "Not evidenced: terms of reference, to whom they answer, who chairs them, who sits on them",
        ),
        (
            "dag: group; csp: partnership; dag => csp [to=2003]; as of 2003-04-01",
            "cannot be told from the dates given.",
        ),
    ],
)
def test_how_it_is_put(shorthand: str, sentence: str) -> None:
    assert sentence in told(shorthand)


def test_less_evidence_tells_less() -> None:
    shorthand = "dag: group; csp: partnership; dag => csp [inferred]"
    assert "understood to account" not in told(shorthand, EvidenceLevel.STATED)


def test_every_note_is_cited_and_every_citation_has_its_note() -> None:
    for name in sample_data.names():
        written = text(paper(load(sample_data.path(name)).structure))
        body, _, notes = written.partition("\nNotes\n")
        cited = {int(number) for found in re.findall(r"\[([\d,\s]+)\]", body) for number in found.split(",")}
        assert cited == {int(number) for number in re.findall(r"^- (\d+): ", notes, re.MULTILINE)}


def test_the_case_studies_read_as_prose_in_our_own_words() -> None:
    for name in sample_data.names():
        written = " ".join(text(paper(load(sample_data.path(name)).structure)).split())
        assert [run for block in paragraphs(name) for run in copied(block)] == []
        for flaw in ("  ", " .", " ,", "..", "the the ", "The the ", "_", "None", "unknown"):
            assert flaw not in written, (name, flaw)


def test_groups_stand_below_the_one_they_answer_to() -> None:
    structure = parse("c: group; b: group; a: partnership; x: group; c => b; b => a")
    headings = [block.text for block in paper(structure).blocks if isinstance(block, Heading) and block.level > 1]
    assert headings == ["a", "b", "c", "x"]


@given(structures())
def test_any_structure_has_a_statement_with_every_group_of_the_day_once(structure: Structure) -> None:
    headings = [block.text for block in paper(structure).blocks if isinstance(block, Heading) and block.level > 1]
    assert len(headings) <= len(structure.groups)


@given(small_structures())
def test_no_person_is_named_unless_asked_for(structure: Structure) -> None:
    assert "José" not in text(paper(structure))


def test_a_person_is_named_where_asked_for() -> None:
    structure = parse("dag: group; Bloggs: person; o: post; Bloggs holds o; o chairs dag")
    assert "Bloggs holds the post of o." in text(paper(structure, names=True))
    assert "Bloggs" not in text(paper(structure))


@pytest.mark.parametrize(
    ("entity", "within"),
    [
        (Group(id="g", kind=GroupKind.GROUP, name="Strategic Group"), "the Strategic Group"),
        (Group(id="g", kind=GroupKind.PARTNERSHIP, name="Gloucestershire DAAT"), "Gloucestershire DAAT"),
        (Group(id="g", kind=GroupKind.GROUP, name="The Forum"), "the Forum"),
        (
            Body(id="b", kind=BodyKind.DISTRICT_COUNCIL, name="Malvern Hills District Council"),
            "Malvern Hills District Council",
        ),
        (Body(id="b", kind=BodyKind.COUNTY_COUNCIL, name="County Council"), "the County Council"),
        (Body(id="b", kind=BodyKind.FIRE_AUTHORITY, name="Fire Authority"), "the Fire Authority"),
        (Post(id="p", name="Chief Probation Officer"), "the Chief Probation Officer"),
    ],
)
def test_names_have_their_articles(entity: Group | Body | Post, within: str) -> None:
    assert called(entity) == within


def test_verbs_agree_and_say_how_firm_a_fact_is() -> None:
    verb = Verb("answer", "answers")
    assert {modality: does(verb, modality, plural=True) for modality in (Modality.STATED, Modality.PLANNED)} == {
        Modality.STATED: "answer", Modality.PLANNED: "intend to answer",
    }  # fmt: skip
    assert does(verb, Modality.INFERRED, plural=False) == "is understood to answer"
