"""A report made by hand, with a finding of every status and every part that a finding can have."""

from graphmodel.evidence import EvidenceLevel
from queries.findings.report import FactText, Figure, Finding, Named, Report, RuleText
from queries.outcome import Severity
from queries.rule import Status

CSP, DAG, JCG, ESO = (Named(id=name.lower(), name=f"{name} group") for name in ("CSP", "DAG", "JCG", "ESO"))
LINES = RuleText(
    id="ACC-98",
    title="Lines are tangled",
    family="Accountability chain",
    nature="prohibition",
    clauses=(
        Named(id="guidance-2003-11-21#2.1.b5.map", name="A map shows how accountability runs."),
        Named(id="own#1", name="Lines are plain."),
    ),
    why="Tangled lines help nobody.",
    remedy="Untangle them.",
    who="The chairs.",
    population=4,
)
LEAD = RuleText(
    id="TOR-99",
    title="No lead is named",
    family="Terms of reference",
    nature="requirement",
    clauses=(Named(id="own#2", name="Somebody leads."),),
    why="Somebody has to.",
    remedy="Name one.",
    who="The members.",
    population=4,
)


def finding(rule: RuleText, status: Status, *subjects: Named, **parts: object) -> Finding:
    return Finding.model_validate(
        {
            "identity": " ".join((rule.id, *(subject.id for subject in subjects))),
            "rule": rule.id,
            "title": rule.title,
            "status": status,
            "severity": Severity.MEDIUM,
            "priority": Severity.MEDIUM,
            "subjects": subjects,
            "board": f"{status.value} for {' and '.join(subject.name for subject in subjects)}.",
            "audit": f"Audited: {status.value}.",
            **parts,
        }
    )


REPORT = Report(
    version="9.9",
    structure=Named(id="area", name="An <b>area</b> | and\x1b more"),
    content="0123456789abcdef",
    as_of="2003-11-21",
    profile="governance",
    profile_title="Any committee structure",
    evidence=EvidenceLevel.INFERRED,
    rules=(LINES, LEAD),
    findings=(
        finding(
            LINES, Status.FAIL, CSP, DAG, board="The lines run in a circle.", because="The list is complete.",
            facts=("line csp dag", "line dag csp"), path=(CSP, DAG, CSP), affected=(JCG,), priority=Severity.HIGH,
        ),
        finding(LEAD, Status.CONFLICT, DAG, because="The evidence says two different things.", facts=("tor",)),
        finding(LEAD, Status.QUERY, JCG, ask="Who leads the JCG group?", priority=Severity.LOW, context=("seat",)),
        finding(LEAD, Status.QUERY, ESO, ask="Who leads the ESO group?", priority=Severity.LOW),
        finding(LEAD, Status.PARTLY, CSP, facts=("tor",)),
        finding(
            LINES, Status.OBSERVED, ESO, figures=(Figure(name="seats_shared", part=3, whole=4),),
            priority=Severity.INFORMATION,
        ),
        finding(
            LINES, Status.MET, ESO, board="None in what is known.", facts=("seat",), identity="ACC-98 eso (again)",
            aspect="again",
        ),
        finding(LINES, Status.MET, JCG, board="None in what is known."),
        finding(LEAD, Status.NA, Named(id="team", name="Staff team"), board="A team is not asked."),
    ),
    set_aside=(Named(id="old", name="Old board"),),
    facts={
        "line csp dag": FactText(
            id="line csp dag", says="CSP group reports to DAG group", source="minutes", source_title="Minutes of 2003",
            locator="p. 3", modality="stated", valid_from="2003-04", valid_to="2004-04-01",
        ),
        "line dag csp": FactText(
            id="line dag csp", says="DAG group reports to CSP group", source="minutes", source_title="Minutes of 2003",
            modality="inferred", reason="it is said to be reciprocal", note="see p. 4", valid_from="unknown",
            current="unknown",
        ),
        "seat": FactText(id="seat", says="DAG group has a seat on JCG group", modality="asserted_general"),
        "tor": FactText(
            id="tor", says="Terms is a terms of reference", source="web", locator="top", modality="in_development",
            quote="we will write them",
        ),
    },
)  # fmt: skip
