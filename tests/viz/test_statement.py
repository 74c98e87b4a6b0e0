"""The accountability statement reads as prose, says how firm each fact is, and cites where it stands."""

import re

import pytest
from hypothesis import given

import sample_data
from graphmodel.dates import Day
from graphmodel.entities import Body, Group, Plan, Post
from graphmodel.evidence import EvidenceLevel, Modality
from graphmodel.kinds import BodyKind, GroupKind, PlanKind
from graphmodel.shorthand import parse
from graphmodel.structure import Structure
from loaders.structures import load
from tests.asked import GUIDANCE_DAY
from tests.sample_data.test_own_words import copied
from tests.strategies import small_structures, structures
from viz.paper import Heading, Paper, Paragraph
from viz.statement.paper import statement_paper
from viz.statement.words import Verb, called, does
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
        ("dags: group set; csp: partnership; dags escalates to csp", "They take what they cannot settle to csp."),
        ('dag: group; csp: partnership; dag -> csp [form="written report"]', "It reports to csp by a written report."),
        ("dag: group; csp: partnership; dag -> csp [form=minutes]", "It reports to csp by minutes."),
        ('dag: group; csp: partnership; dag -> csp [form="in writing"]', "It reports to csp in writing."),
        ("dag: group; csp: partnership; dag -> csp [form=RAG]", "It reports to csp (form: RAG)."),
        ('dag: group; t: terms_of_reference "Draft terms" draft; t governs dag', "It works under the draft terms."),
        ("dag: group decides=money+statutory", "may decide on money and how its duties in law are carried out."),
        (
            "dag: group; x: post; y: post; z: post; x on dag; y on dag; z on dag",
            "Among those who sit on it are the x, the y and the z.",
        ),
        ("dag: group; x: post; complete membership of dag; x on dag", "Those who sit on it are the x."),
        (
            "dag: group; complete chair of dag",
            "It has no chair: the list is declared complete. Not evidenced: terms",
        ),
        ('dag: group; p: police_force "The Police"; p on dag', "The Police sit on it."),
        (
            "dag: group; p: post vacant_since=2003-05; p chairs dag; as of 2003-11-21",
            "The post that chairs it, the p, has been vacant since May 2003.",
        ),
        (
            "dag: group; p: post vacant_since=unknown; p on dag [inferred]",
            "The post that is understood to sit on it, the p, is vacant.",
        ),
        ("dag: group; p: post vacant_since=2004; p chairs dag; as of 2003-04-01", "The p chairs it."),
        ("dag: group; p: post interim=true; p chairs dag", "The p (held for the time being) chairs it."),
        ("dag: group; p: post; p leads dag", "The p is its lead officer."),
        (
            "dag: group; csp: partnership; x: group; x -> dag; dag -> csp [planned]",
            "stands at the top of what is in place; to whom it is to answer is told below.",
        ),
        ("m: meeting_series; p: post; p chairs m", "The p chairs it."),
        ("m: meeting_series; a: group", "M is named, and no more is said of it."),
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
        (Group(id="g", kind=GroupKind.GROUP, name="A Better Bromley"), "A Better Bromley"),
        (Post(id="p", name="A Senior Officer"), "a Senior Officer"),
        (Post(id="p", name="A member of the board"), "a member of the board"),
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


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Drugs and Alcohol Delivery Plan", "the Drugs and Alcohol Delivery Plan"),
        ("Street drinkers", "the delivery plan “Street drinkers”"),
        ("Drugs and alcohol plan", "the drugs and alcohol plan"),
        ("Strategy of Safer West", "the strategy of Safer West"),
        ("Review of reference points", "the review of reference points"),
    ],
)
def test_a_proper_name_is_left_alone(name: str, said: str) -> None:
    assert called(Plan(id="p", name=name, kind=PlanKind.DELIVERY_PLAN)) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Wexmoor Council", "Wexmoor Council"), ("County Council", "the County Council"),
        ("Eastmarch Police", "Eastmarch Police"), ("Police", "the Police"),
    ],
)  # fmt: skip
def test_what_is_known_by_its_place_has_no_article(name: str, said: str) -> None:
    assert called(Body(id="b", name=name, kind=BodyKind.OTHER)) == said


def test_a_person_who_is_not_named_sits_for_somebody_in_one_bracket() -> None:
    words = told('dag: group; ann: person "Ann Archer"; icb: voluntary; ann on dag for icb')
    assert "A person for icb (name not shown) sits on it." in words


def test_a_statement_says_who_made_it_and_of_which_day() -> None:
    made = statement_paper(parse("a: group"), GUIDANCE_DAY, EvidenceLevel.ASSERTED, author="answerable 9").about
    assert (made.subject, made.author, made.day) == (
        "Who accounts to whom, as at 21 November 2003", "answerable 9", GUIDANCE_DAY,
    )  # fmt: skip


def test_what_a_source_once_denied_is_not_told_of_today() -> None:
    told_then = told("csp: partnership; denied terms_of_reference of csp; as of 2003-11-21")
    told_now = told("csp: partnership; denied terms_of_reference of csp [to=1999]; as of 2003-11-21")
    assert "A source says that it has no terms of reference" in " ".join(told_then.split())
    assert "A source says" not in told_now
