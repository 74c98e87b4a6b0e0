"""South Worcestershire as a view, written by hand: the picture that every test of the drawing starts from."""

from __future__ import annotations

from viz.map.view import Box, Chain, Cluster, Fact, Line, Mark, Note, Panel, Relation, Section, Shape, View

_BODIES = (
    ("malvern", "Malvern Hills District Council", "district council", ("inferred",)),
    ("wychavon", "Wychavon District Council", "district council", ("inferred",)),
    ("worcester", "Worcester City Council", "district council", ("inferred",)),
    ("county", "County Council (Worcestershire)", "county council", ()),
    ("police", "Local Police division", "police division", ()),
    ("probation", "Probation", "probation service", ()),
    ("police_auth", "Police Authority", "police authority", ()),
    ("fire_auth", "Fire Authority", "fire authority", ()),
)
_CSP = "South Worcestershire Community Safety Partnership"
_SMAT = "Worcestershire SMAT"
_DAG = "South Worcestershire Drug and Alcohol Group"


def worcester() -> View:
    """The structure as at 21 November 2003, with the findings that an audit would put on it."""
    return View(
        title="South Worcestershire Safer Communities Partnership",
        subtitle="Who answers to whom",
        as_of="as at 21 November 2003",
        footer="answerable 0.1.0 · profile dat-cdrp-2003 · evidence: stated or weaker, as marked · input 3f9a2c41",
        boxes=(*_groups(), *_members()),
        lines=tuple(_lines()),
        clusters=(Cluster("csp", _CSP), Cluster("smat", _SMAT)),
        notes=_notes(),
        panels=_panels(),
        summary=("Five groups and one set of groups.", "The Drug and Alcohol Group reports to two partnerships."),
    )


def _groups() -> tuple[Box, ...]:
    agreed, unknown = ("Terms of reference: agreed",), ("Terms of reference: not evidenced",)
    group = Shape.GROUP
    return (
        Box("csp", _CSP, "partnership", Shape.PARTNERSHIP, None, "csp", marks=(Mark(1, "met"),), details=agreed),
        Box("smat", _SMAT, "partnership", Shape.PARTNERSHIP, None, "smat", marks=(Mark(2, "query"),), details=unknown),
        Box("board", "SMAT board", "board", group, None, "smat", marks=(Mark(3, "query"),), details=unknown),
        Box(
            "strategic",
            "Strategic Group",
            "group",
            group,
            "strategic (inferred)",
            "csp",
            "",
            (Mark(4, "query"),),
            details=unknown,
        ),
        Box("dag", _DAG, "group", group, None, None, marks=(Mark(5, "query"), Mark(6, "query")), details=unknown),
        Box(
            "district",
            "District area groups",
            "group",
            group,
            None,
            "csp",
            "several, number not known",
            details=unknown,
        ),
    )


def _members() -> tuple[Box, ...]:
    bodies = (Box(i, label, kind, Shape.BODY, tags=tags, ends_chain=True) for i, label, kind, tags in _BODIES)
    return (
        *bodies,
        Box(
            "members",
            "Elected Members of the district councils",
            "post",
            Shape.POST,
            several="several, number not known",
        ),
        Box("yot", "Youth Offending Team", "team", Shape.TEAM),
        Box("coord", "SMAT co-ordinator", "post", Shape.POST, None, "smat", details=("in Worcestershire SMAT",)),
        Box("chair", "Chair of the South Worcestershire Partnership", "post", Shape.POST),
        Box("manager", "Programme Manager", "post", Shape.POST, None, "csp"),
    )


def _lines() -> list[Line]:
    seats = [Line(f"s-{i}", i, "csp", Relation.SEAT) for i, *_ in _BODIES]
    return [
        Line("r1", "dag", "csp", Relation.REPORTS_TO),
        Line("r2", "dag", "smat", Relation.REPORTS_TO),
        Line("p1", "strategic", "csp", Relation.PART_OF),
        Line("p2", "district", "csp", Relation.PART_OF),
        Line("p3", "board", "smat", Relation.PART_OF, tag="inferred"),
        *seats,
        Line("s-members", "members", "csp", Relation.SEAT),
        Line("s-yot", "yot", "csp", Relation.SEAT),
        Line("s-coord", "coord", "csp", Relation.SEAT),
        Line("s-coord-dag", "coord", "dag", Relation.SEAT, "chairs"),
        Line("s-chair", "chair", "csp", Relation.SEAT, "chairs"),
        Line("s-chair-board", "chair", "board", Relation.SEAT),
        Line("s-smat", "smat", "strategic", Relation.SEAT),
        Line("o1", "coord", "smat", Relation.POST_IN),
        Line("o2", "manager", "csp", Relation.POST_IN, "", "inferred"),
    ]


def _notes() -> tuple[Note, ...]:
    tor = "Terms of reference"
    asks = "Please send the terms of reference, or say that there are none."
    return (
        Note(1, "met", "TOR-01", tor, "Terms of reference are agreed.", ("csp",)),
        Note(2, "query", "TOR-01", tor, asks, ("smat",)),
        Note(3, "query", "TOR-01", tor, asks, ("board",)),
        Note(4, "query", "TOR-01", tor, asks, ("strategic",)),
        Note(5, "query", "TOR-01", tor, asks, ("dag",)),
        Note(6, "query", "ACC-05", "Several principals, no lead", "Which partnership leads?", ("dag",)),
    )


def _panels() -> tuple[Panel, ...]:
    known = Section("What is known", (Fact("Kind", "group", "stated, guidance of 21 November 2003, CS3 b1"),))
    ends = "ends at {}: no line from there is evidenced, and it is no body that can answer by itself"
    chains = (
        Chain(("dag", "csp"), ("r1",), ends.format(_CSP), reaches=False),
        Chain(("dag", "smat"), ("r2",), ends.format(_SMAT), reaches=False),
    )
    return (
        Panel(
            "dag", _DAG, "group · tier not known", (known,), (5, 6), chains, "Two lines go up; neither reaches a body."
        ),
        Panel("csp", _CSP, "partnership · tier not known", (known,), (1,), (), "No line upwards is evidenced."),
    )
