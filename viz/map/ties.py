"""The lines of a picture: which relations of a structure are drawn, and with what words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphmodel.dates import UNKNOWN
from graphmodel.index import Index
from graphmodel.kinds import Role
from graphmodel.relations import Relation as ModelRelation
from graphmodel.relations import ReportingLine, Seat
from viz.map.counting import Counting
from viz.map.view import Line, Relation
from viz.privacy import Veil
from viz.wording import NOT_THERE, plain

ROLES: Mapping[Role, str] = {
    Role.CHAIR: "chairs",
    Role.VICE_CHAIR: "vice-chair",
    Role.SENIOR_RESPONSIBLE_OWNER: "senior responsible owner",
    Role.LEAD_OFFICER: "lead officer",
    Role.DEPUTY: "deputy",
    Role.MEMBER: "",
    Role.ADVISER_IN_ATTENDANCE: "in attendance",
    Role.SECRETARIAT: "services it",
}
"""The words beside a seat, in the order in which the seats of a group are told."""

# Ties between boxes that are not lines of accountability, seats or parts, with the words beside each.
_OTHERS = {
    "escalates_to": "escalates to",
    "supports": "supports",
    "linked_to": "linked to",
}
_LOOSE = {"works_with": "works with", "co_located_with": "shares premises with"}
_TYPES = ("seat", "line", "part_of", "line_managed_by", "post_in", *_OTHERS, *_LOOSE)


def drawn(counting: Counting, ids: set[str], veil: Veil) -> tuple[Line, ...]:
    """The lines between the boxes of a picture, in the order of the file; what is evidenced not to be is left out.

    Of what is over, or yet to come, only the lines of accountability that still point at it are drawn.
    """
    gone = {entity for entity in ids if counting.gone(entity)}
    found = [
        relation
        for relation in relations(counting.index)
        if {relation.start, relation.finish} <= ids
        and (isinstance(relation, ReportingLine) or not {relation.start, relation.finish} & gone)
    ]
    return tuple(_line(f"line-{number}", relation, counting, veil) for number, relation in enumerate(found, start=1))


def relation_of(relation: ModelRelation) -> Relation:
    """The stroke that a relation of the model is drawn with."""
    if isinstance(relation, ReportingLine):
        return Relation(relation.kind.value)
    if relation.TYPE in _LOOSE:
        return Relation.LOOSE
    return Relation.OTHER if relation.TYPE in _OTHERS else Relation(relation.TYPE)


def relations(index: Index) -> Iterator[ModelRelation]:
    """The relations of the day that a picture knows how to draw or tell, type by type."""
    for type_ in _TYPES:
        for relation in index.of_type(type_):
            if relation.evidence.modality not in NOT_THERE and relation.start != relation.finish:
                yield relation


def _line(line: str, relation: ModelRelation, counting: Counting, veil: Veil) -> Line:
    counts = counting.relation(relation)
    return Line(
        id=line,
        source=veil.id(relation.start),
        target=veil.id(relation.finish),
        relation=relation_of(relation),
        label=veil.text(_words(relation)),
        tag=counting.tag(relation.evidence, counting.index.current(relation.key), counts=counts),
        after=veil.text(_about(relation)),
        counts=counts,
        behalf=veil.id(behalf) if isinstance(relation, Seat) and (behalf := relation.on_behalf_of) else "",
    )


def _words(relation: ModelRelation) -> str:
    if isinstance(relation, Seat):
        return ROLES[relation.role]
    if isinstance(relation, ReportingLine):
        return plain(relation.kind)
    return _OTHERS.get(relation.TYPE, _LOOSE.get(relation.TYPE, ""))


def _about(relation: ModelRelation) -> str:
    """On what a line is, and that it leads among several."""
    if not isinstance(relation, ReportingLine):
        return ""
    subject = "" if relation.subject in (None, UNKNOWN) else f"on {relation.subject}"
    return " ".join(part for part in (subject, "(the lead)" if relation.lead is True else "") if part)
