"""Structures that are always compared: the samples, the rules' examples, and corners.

A corner is there because some part of a query could go missing and no sample would show it; `mutations` names the
parts.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

import sample_data
from graphmodel.dates import Day
from graphmodel.shorthand import parse
from graphmodel.structure import Structure
from queries.rules import RULES

DAYS = tuple(map(Day, ("2002-12-31", "2003-01-01", "2003-03-31", "2003-04-01", "2003-11-21", "2004-01-01")))
"""Either side of the turn of a year, of a month that dates in the corners begin and end with, and the samples' own."""

WHEN = ("inferred", "from=2003-04-01, to=2003-11-21", "from=2003, to=2004", "to=2003-04-01", "from=2003-11-21")
TIES = (
    "g part of h", "x in h", "u holds x", "g covers v", "g works with h", "g linked to h", "g escalates to h",
    "g supports h", "g owns p", "f funds g",
)  # fmt: skip


def _ties() -> str:
    return "\n".join(f"{tie}{number} [{when}]" for tie in TIES for number, when in enumerate(WHEN))


CORNERS = {
    "a group with everything": """
        a: board strategic new "Board" set umbrella terminus per_year=12 hours=1.5 themes=drugs+crime decides=money
        b: group new=unknown tier=unknown per_year=unknown hours=unknown set count=unknown preparation=unknown
        f: group preparation=1.5 meets_on=2003-04-01+2003-05-01
        c: team operational new=no [inferred, from=2003-04-01, to=2003-11-21]
        d: forum [planned, from=2003, to=2004]
        e: network [denied, from=unknown, to=unknown]
    """,
    "bodies that end accountability, and bodies that do not": """
        county: county_council "County"
        quango: county_council terminus=no
        charity: voluntary fte=0.5
        trust: voluntary terminus
        forces: police_force set umbrella fte=unknown
        old: district_council [asserted, to=2003]
    """,
    "one of every type": """
        s: source date=2003-11-21
        m: milestone plan=p
        p: strategy set
        f: fund grant
        v: area
        x: post set
        u: person
        t: terms_of_reference draft elements=chair+purpose [in_development, from=2003]
        n: protocol
        g: board
        agreed by g about p on 2003
    """,
    "one relation of every type": """
        c on g; g => c; g escalates to c; g part of h; x in c; u holds x; g managed by x; x carries drugs for g
        g owns p; g monitors p; g delivers p; g jointly accountable for p; p reported to g; x contributes to p
        f funds g [amount=5.5]; f pooled into e [share=0.25]; g plans use of f; g linked to c; g works with c
        g co-located with h; x supports g; g covers v; t governs g; merge g h into k on 2003
        c: county_council
    """,
    "changes, and who did not survive them": """
        a: board
        b: board [to=2002]
        merge a b=unknown c=unknown into d on 2003-04 [continues=no]
        merge e f=yes into g on 2003-01-01 [inferred, continues=no]
        rename h=unknown into i
        merge j=unknown into k on 2003-04-01
        claim k to=2003-04-01 [inferred]
    """,
    "lines on any day": """
        a: board
        b: board
        c: county_council
        a => b [subject=money, lead, from=2003-04-01, to=2003-11-21]
        a -> b [lead=no, from=2003, to=2004, inferred]
        a ~> b [subject=unknown, lead=unknown]
        b -> a [subject="", planned]
        b => c [to=2003-04-01]
        a => c [from=2003-11-21]
    """,
    "seats on any day": """
        a: board
        c: county_council
        x: post
        c on a as officer for c [from=2003-04-01, to=2003-11-21]
        x chairs a [inferred, from=2003, to=2004]
        c vice-chairs a as elected_member
        c deputises on a
        a attends a as adviser [to=2003-04-01]
        x serves a [from=2003-11-21]
    """,
    "documents on any day": """
        a: board
        t: terms_of_reference agreed elements=chair [inferred, from=2003-04-01, to=2003-11-21]
        o: order [to=2003]
        t governs a [planned]
        o governs a [from=2003-04-01, to=2003-11-21]
        p: protocol none
        p governs a [from=2003-11-21]
        q: constitution
        q governs a [to=2003-04-01]
        r: agreement unknown [from=2003, to=2004]
        r governs a [from=2003, to=2004]
    """,
    "ties on any day": _ties(),
    "claims on any day, of any type": """
        g: board tier=strategic new=no per_year=12 themes=drugs
        g => g
        claim g tier=tactical [inferred]
        claim g new=yes [from=2003-04-01, to=2003-11-21]
        claim g per_year=1 [from=2003, to=2004]
        claim g per_year=1.0 [to=2003-04-01]
        claim g per_year=yes [from=2003-11-21]
        claim g per_year="1"
        claim g themes=drugs+crime
        claim g themes=+
        claim g purpose=""
        claim g chair [denied]
        claim "line g g accountable_to -" lead=yes [planned]
    """,
    "complete lists on any day": """
        g: board
        complete line
        complete line of g [inferred]
        complete chair of g [from=2003-04-01, to=2003-11-21]
        complete membership of g [from=2003, to=2004]
        complete membership [to=2003-04-01]
        complete groups [from=2003-11-21]
        silent chair of g
    """,
    "posts, plans and steps on any day": """
        a: post responsible_for=drugs fte=0.5 interim vacant_since=2003-04 new
        b: post interim=no fte=1 new=no [inferred, from=2003-04-01, to=2003-11-21]
        c: post interim=unknown fte=unknown new=unknown [from=2003, to=2004]
        d: post [to=2003-04-01]
        e: post [from=2003-11-21]
        p: strategy themes=crime+drugs single_agency [from=2003-04-01, to=2003-11-21]
        q: audit [planned, from=2003, to=2004]
        r: target [to=2003-04-01]
        s: initiative [from=2003-11-21]
        m: milestone plan=p due=2003-04 done_on=2003-05-01 [inferred, from=2003-04-01, to=2003-11-21]
        n: milestone plan=q due=unknown [from=2003, to=2004]
        o: milestone plan=p [to=2003-04-01]
        k: milestone plan=p [from=2003-11-21]
    """,
    "money and places on any day": """
        a: fund pool stream=bsc restricted_to=drugs accountable_body=c amount=1000.5 [inferred, from=2003-04-01]
        f: fund pool ring_fenced [to=2003-11-21]
        b: fund grant ring_fenced=no amount=3 [from=2003, to=2004]
        d: fund in_kind ring_fenced=unknown amount=unknown [to=2003-04-01]
        e: fund mainstream [from=2003-11-21]
        c: county_council
        v: area two_tier nation=England flags=nrf88+rural adjoins=w+x [inferred, from=2003-04-01, to=2003-11-21]
        w: area authority_type=unknown nation=unknown [from=2003, to=2004]
        x: area unitary [to=2003-04-01]
        y: area [from=2003-11-21]
    """,
    "events and sources on any day": """
        s: source date=2003 words=12 [from=2003-04-01, to=2003-11-21]
        t: source [inferred, from=2003, to=2004]
        u: source words=0 [to=2003-04-01]
        z: source [from=2003-11-21]
        d: order
        h: merge a=no b into c on 2003 [status=informal, not_after=2003-11-21, basis=d]
        l: started a [inferred, from=2003-04-01, to=2003-11-21]
        i: consulted by a about c [from=2003, to=2004]
        j: agreed by a on 2003-04 [to=2003-04-01]
        k: copied by a [from=2003-11-21]
    """,
    "documents that say something themselves": """
        a: board
        x: post
        t: terms_of_reference agreed themes=drugs approved_on=2003-01 approved_by=a review_due=2004 says_members=c+x
        n: terms_of_reference says_chair=x says_accountable_to=c says_per_year=4
        n governs a
        c: county_council
        t governs a
        u: terms_of_reference
        u governs a
    """,
    "groups, lines and seats with all that is asked of them": """
        a: board functions=drugs+funding integration=integrated seniority=chief purpose="To agree"
        b: board integration=unknown
        c: county_council
        a => c [frequency=quarterly, form=report, powers=approve, per_year=4.5, report="One"]
        b => c [per_year=unknown]
        c on a [seniority=director, authority, vacant_since=2003-04, attendance=0.5, travel=1.5, rate=20.5]
        c chairs a [authority=no, attendance=unknown, travel=unknown, rate=unknown]
        c on b [authority=unknown]
        a linked to b [content="A report each year"]
    """,
    "what facts rest on": """
        s: source date=2003
        a: board [source=s, at="item 3", captured_on=2003-05, inferred]
        b: board [from=2003-04-01, to=2003-11-21]
        d: board [from=2003, to=2004]
        e: board [to=2003-04-01]
        f: board [from=2003-11-21]
        t: terms_of_reference
        a => b [source=s, at="item 4", captured_on=2003-06]
        b => a [from=2003-04-01, to=2003-11-21, inferred]
        d => a [from=2003, to=2004]
        e => a [to=2003-04-01]
        f => a [from=2003-11-21]
        t governs a
    """,
    "ids that sort as text, not as words": """
        Z: board
        a: board
        B: board
        "é": board
        "Ω": board
        "🙂": board
        "ﬀ": board
        a => Z
        "🙂" => "ﬀ"
        "é" on "ﬀ"
        B on "🙂"
    """,
}  # fmt: skip


_INFERRED_ORIGINAL = {
    "id": "corner-originals",
    "title": "An original that is only inferred",
    "groups": [{"id": "a", "name": "A", "kind": "board"}],
    "events": [
        {
            "id": "e",
            "name": "E",
            "kind": "merge",
            "originals": [{"id": "a", "continues": "no", "evidence": {"modality": "inferred"}}],
        }
    ],
}
"""What the shorthand has no words for."""


def corners() -> Iterator[tuple[str, Structure]]:
    """Yield each corner with its name, under an id of its own."""
    for number, (name, text) in enumerate(CORNERS.items()):
        yield name, parse(text).model_copy(update={"id": f"corner-{number}", "title": name})
    yield "an original that is only inferred", Structure.model_validate(_INFERRED_ORIGINAL)


def samples() -> Iterator[tuple[str, Structure]]:
    """Yield every sample with its name."""
    for name in sample_data.names():
        yield name, Structure.model_validate(yaml.safe_load(sample_data.path(name).read_text("utf-8")))


def examples() -> Iterator[tuple[str, Structure]]:
    """Yield the example of every rule, under an id of its own."""
    for rule in RULES:
        for number, example in enumerate(rule.examples):
            structure = parse(example.structure).model_copy(update={"id": f"{rule.id}-{number}"})
            yield f"{rule.id}: {example.title}", structure
