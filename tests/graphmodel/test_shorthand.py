"""What each statement of the shorthand says, and what is said of one that cannot be read."""

from __future__ import annotations

from typing import Any

import pytest

from graphmodel.evidence import ClaimValue, Evidence, Modality
from graphmodel.relations import LINKS, RELATIONS
from graphmodel.shorthand import ShorthandError, parse, write
from graphmodel.shorthand.grammar import VERBS


def plain(text: str) -> dict[str, Any]:
    return parse(text).document()


def only(text: str, table: str) -> dict[str, Any]:
    (row,) = plain(text)[table]
    return dict(row)


@pytest.mark.parametrize(
    ("text", "table", "row"),
    [
        (
            'csp: partnership strategic new set count=3 decides=money themes=drugs+crime "South CSP" [inferred]',
            "groups",
            {
                "id": "csp",
                "kind": "partnership",
                "name": "South CSP",
                "set": True,
                "count": 3,
                "tier": "strategic",
                "is_new": True,
                "themes": ["drugs", "crime"],
                "decision_rights": ["money"],
                "evidence": {"modality": "inferred"},
            },
        ),
        ("t: team retained", "groups", {"id": "t", "kind": "team", "name": "t", "is_new": False}),
        (
            "t: board new=unknown umbrella",
            "groups",
            {"id": "t", "kind": "board", "name": "t", "is_new": "unknown", "umbrella": True},
        ),
        (
            "c: county_council terminus=no",
            "bodies",
            {"id": "c", "kind": "county_council", "name": "c", "terminus": False},
        ),
        (
            "tor: terms_of_reference agreed elements=chair+accountability",
            "documents",
            {
                "id": "tor",
                "kind": "terms_of_reference",
                "name": "tor",
                "status": "agreed",
                "elements": ["chair", "accountability"],
            },
        ),
        (
            "p: protocol in_development",
            "documents",
            {"id": "p", "kind": "protocol", "name": "p", "status": "in_development"},
        ),
        ("f: fund grant amount=1000.5", "funds", {"id": "f", "kind": "grant", "name": "f", "amount": 1000.5}),
        ("f: fund mixed ring_fenced", "funds", {"id": "f", "kind": "mixed", "name": "f", "ring_fenced": True}),
        ("m: mixed", "bodies", {"id": "m", "kind": "mixed", "name": "m"}),
        (
            "s: source date=2003-11-21 words=900",
            "sources",
            {"id": "s", "name": "s", "date": "2003-11-21", "words": 900},
        ),
        ("x: person public_role", "people", {"id": "x", "name": "x", "public_role": True}),
        ("x: post", "posts", {"id": "x", "name": "x"}),
        (
            "v: area two_tier nation=Wales flags=nrf88",
            "areas",
            {"id": "v", "name": "v", "authority_type": "two_tier", "nation": "Wales", "flags": ["nrf88"]},
        ),
        ("p: audit", "plans", {"id": "p", "kind": "audit", "name": "p"}),
        (
            'x chairs g as officer for county [voting, from=2003, to=2003-04, at="CS3 p2"]',
            "seats",
            {
                "member": "x",
                "group": "g",
                "role": "chair",
                "capacity": "officer",
                "on_behalf_of": "county",
                "voting": True,
                "valid_from": "2003",
                "valid_to": "2003-04",
                "evidence": {"locator": "CS3 p2"},
            },
        ),
        ("x attends g", "seats", {"member": "x", "group": "g", "role": "adviser_in_attendance"}),
        ("x serves g", "seats", {"member": "x", "group": "g", "role": "secretariat"}),
        ("x vice-chairs g", "seats", {"member": "x", "group": "g", "role": "vice_chair"}),
        ("x deputises on g", "seats", {"member": "x", "group": "g", "role": "deputy"}),
        (
            'a -> b [planned, subject=money, lead=no, frequency=4/yr, reason="so; it seems"]',
            "lines",
            {
                "kind": "reports_to",
                "from": "a",
                "to": "b",
                "subject": "money",
                "lead": False,
                "frequency": "4/yr",
                "evidence": {"modality": "planned", "reason": "so; it seems"},
            },
        ),
        (
            "a ~> b [asserted]",
            "lines",
            {"kind": "delegated_by", "from": "a", "to": "b", "evidence": {"modality": "asserted_general"}},
        ),
        ("tor governs g", "links", {"type": "governed_by", "group": "g", "document": "tor"}),
        (
            "x carries drugs for g",
            "links",
            {"type": "carries_portfolio", "post": "x", "group": "g", "subject": "drugs"},
        ),
        ("x carries drugs", "links", {"type": "carries_portfolio", "post": "x", "subject": "drugs"}),
        ("silent chair of a [note=why]", "silences", {"about": "a", "what": "chair", "note": "why"}),
        (
            "complete line of a [inferred]",
            "completeness",
            {"of": "line", "about": "a", "evidence": {"modality": "inferred"}},
        ),
        ("complete terms_of_reference", "completeness", {"of": "terms_of_reference"}),
        (
            "merge a b=yes into c on 2003-04-01 status=applied [continues=no, planned]",
            "events",
            {
                "id": "merge1",
                "kind": "merge",
                "name": "merge1",
                "date": "2003-04-01",
                "status": "applied",
                "results": ["c"],
                "originals": [{"id": "a", "continues": "no"}, {"id": "b", "continues": "yes"}],
                "evidence": {"modality": "planned"},
            },
        ),
        (
            "q: agreed by a b about c on 2003",
            "events",
            {"id": "q", "kind": "agreed", "name": "q", "date": "2003", "participants": ["a", "b"], "subjects": ["c"]},
        ),
    ],
)
def test_a_statement_says(text: str, table: str, row: dict[str, Any]) -> None:
    assert only(text, table) == row


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: " ".join(verb.words))
def test_every_verb_makes_its_relation(verb: Any) -> None:
    structure = parse(f"a {' '.join(verb.words)} {'for ' if verb.words == ('carries',) else ''}b")
    (relation,) = structure.relations()
    assert type(relation) is verb.relation
    assert [relation.start, relation.finish] == (["b", "a"] if verb.turned else ["a", "b"])
    assert {name: str(getattr(relation, name)) for name in verb.fixed} == verb.fixed


def test_every_relation_has_a_verb() -> None:
    assert {verb.relation for verb in VERBS} == set(RELATIONS)
    assert len({verb.words for verb in VERBS}) == len(VERBS) > len(LINKS)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("a => b", {"a": "group", "b": "group"}),
        ("police on g", {"police": "body", "g": "group"}),
        ("x chairs g", {"x": "post", "g": "group"}),
        ("x chairs g; x => y", {"x": "post", "g": "group", "y": "group"}),
        ("b on a; b => c", {"b": "group", "a": "group", "c": "group"}),
        ("jo holds x; x in county", {"jo": "person", "x": "post", "county": "body"}),
        ("jo on g; jo holds x", {"jo": "person", "g": "group", "x": "post"}),
        ("f funds p; g owns p", {"f": "fund", "g": "group", "p": "plan"}),
        (
            "tor governs g [source=s]; t: order approved_by=b",
            {"tor": "document", "t": "document", "g": "group", "s": "source", "b": "group"},
        ),
        ("silent chair of g", {"g": "group"}),
    ],
)
def test_ids_that_nobody_declares(text: str, types: dict[str, str]) -> None:
    assert {entity.id: entity.TYPE for entity in parse(text).entities()} == types


def test_claims_keep_the_type_of_their_value() -> None:
    text = (
        'claim a n=3; claim a n=3.5; claim a n=yes; claim a n="3"; claim a n=x; claim a n=x+; claim a n=x+y; claim a n'
    )
    (group,) = parse(text).groups
    assert [claim.value for claim in group.claims] == [3, 3.5, True, "3", "x", ("x",), ("x", "y"), None]


def test_a_denied_property_is_a_claim() -> None:
    (group,) = parse("denied terms_of_reference of a [at=p3]").groups
    (claim,) = group.claims
    assert (claim.property, claim.value, claim.evidence.modality) == ("terms_of_reference", None, "denied")
    assert claim.evidence.locator == "p3"


def test_a_claim_on_a_relation_names_its_key() -> None:
    structure = parse('police on g; claim "seat police g member unknown" voting=yes')
    assert structure.seats[0].claims[0].value is True


def test_the_same_of_several() -> None:
    assert [line.key for line in parse("a, b => c, d").lines] == [
        f"line {start} {finish} accountable_to -" for start in "ab" for finish in "cd"
    ]


def test_the_head() -> None:
    structure = parse('as of 2003-11-21; structure title="My area" profile=governance source=s', id="mine")
    head = (structure.id, structure.title, structure.as_of, structure.profile, structure.source)
    assert head == ("mine", "My area", "2003-11-21", "governance", "s")
    assert parse("a => b", as_of="2003-01-01").as_of == "2003-01-01"


def test_comments_quotes_and_spacing() -> None:
    text = '# all of it\n\n  "a;=b" =>   c [note="two\\nlines # no comment"] # why\n;;d=>e;f->g\n'
    lines = parse(text).lines
    assert [(line.start, line.finish) for line in lines] == [("a;=b", "c"), ("d", "e"), ("f", "g")]
    assert lines[0].evidence.note == "two\nlines # no comment"


def test_a_word_in_quotes_is_no_keyword() -> None:
    structure = parse('"complete" on "merge"; "on" on "on2"')
    assert [seat.key for seat in structure.seats] == [
        "seat complete merge member unknown",
        "seat on on2 member unknown",
    ]
    assert parse(write(structure)) == structure


def test_nothing_goes_with_saying_twice() -> None:
    text = "police on a\na => b [subject=money]\nb => a\n"
    assert write(parse(text)) == text
    assert write(parse("b: group; a: group; a => b")) == "b: group\na: group\na => b\n"


@pytest.mark.parametrize(
    "value", ["3", "-3.5", "yes", "no", "1e5", "a+b", "[x]", "", "on", "unknown", 3, 2.5, True, None, ("x",), ()]
)
def test_the_value_of_a_claim_is_written_so_that_it_is_read_with_its_type(value: ClaimValue) -> None:
    structure = parse("claim a n")
    claim = structure.groups[0].claims[0].model_copy(update={"value": value})
    group = structure.groups[0].model_copy(update={"claims": (claim,)})
    (read,) = parse(write(structure.model_copy(update={"groups": (group,)}))).groups[0].claims
    assert (type(read.value), read.value) == (type(value), value)


def test_what_the_shorthand_cannot_say_stands_in_a_comment() -> None:
    structure = parse("merge a into b")
    original = structure.events[0].originals[0].model_copy(update={"evidence": Evidence(modality=Modality.INFERRED)})
    event = structure.events[0].model_copy(update={"originals": (original,)})
    text = write(structure.model_copy(update={"events": (event,)}))
    assert "# merge1: the evidence for a is left out\n" in text
    assert parse(text) == structure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a foo b", "expected `:` and a kind, or one of: =>, ->"),
        ("a", "expected `:` and a kind"),
        ("a: foo", "expected a kind: partnership, board"),
        ("a =>", "expected an id at the end"),
        ("a => =>", "expected an id, found `=>`"),
        ("a => b c", "expected nothing after this, found `c`"),
        ("x: board blah", "found `blah`"),
        ("x: board blah=3", "found `blah=`"),
        ("x: board [count=3", "expected one pair of square brackets, at the end"),
        ("x: board [a] b", "expected one pair of square brackets, at the end"),
        ('x: board "a', "expected the closing quotation mark"),
        ('x: board "\\q"', "expected JSON between the quotation marks"),
        ("x: board tier=", "expected one value of `tier`"),
        ("x: board tier=a+b", "expected one value of `tier`"),
        ("x: board = 3", "expected a word or key=value, found `=`"),
        ("a on b; a on b", "expected `seat a b member unknown` to stand once only"),
        ("a: post; a: board", "expected `a` to stand once only"),
        ("a: post; a covers b", "expected a group, but `a` is a post"),
        ("x holds y; x => z", "expected one type for `x`"),
        ("as 2003", "expected `as of` and a date"),
        ("silent chair", "expected `of` and an id after `chair`"),
        ("complete foo", "of: Input should be"),
        ("a => b [from=2003-13]", "month must be in 1..12"),
        ('claim "seat a b member unknown" voting=yes', "expected an id, or the key of a relation"),
        ('silent chair of "seat a b member unknown"', "is not an entity of this structure"),
        ("as of soon", "as_of"),
    ],
)
def test_an_error_names_the_statement_and_what_was_expected(text: str, expected: str) -> None:
    with pytest.raises(ShorthandError) as caught:
        parse(f"g: group; {text} ; h: group")
    assert expected in caught.value.expected
    assert caught.value.statement in f"g: group; {text} ; h: group"
    assert str(caught.value) == f"`{caught.value.statement}`: {caught.value.expected}"
