"""What the page tells of one box: everything known of it with its evidence, what is not, and where its chain ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from graphmodel.dates import Current
from graphmodel.entities import Entity, Group
from graphmodel.evidence import Claim, Evidence
from graphmodel.relations import Relation
from queries.engines.memory import MemoryEngine
from queries.wording import WHAT_WORDS, sentence
from viz.map.chains import chains, in_words, upward
from viz.map.counting import Counting
from viz.map.view import Box, Chain, Fact, Line, Note, Panel, Section
from viz.privacy import Veil
from viz.wording import NOT_THERE, date, evidence_words, plain

# Properties that the heading or another section already tells, or that nobody reads.
_TOLD = {
    "id",
    "name",
    "kind",
    "evidence",
    "claims",
    "valid_from",
    "valid_to",
    "set",
    "count",
    "umbrella",
    "named",
    "tier",
}


class Teller:
    """Tells of one entity after another; keeps relations and silences by what they are about."""

    def __init__(
        self, counting: Counting, veil: Veil, boxes: Sequence[Box], lines: Sequence[Line], notes: Sequence[Note]
    ) -> None:
        self.counting = counting
        self.index = index = counting.index
        self.veil = veil
        self._boxes = {box.id: box for box in boxes}
        self._upward = upward(lines)
        self._uncounted: dict[str, list[Line]] = defaultdict(list)
        for line in lines:
            if line.relation.answers and not line.counts:
                self._uncounted[line.source].append(line)
        self._notes: dict[str, list[int]] = defaultdict(list)
        for note in notes:
            for box in note.boxes:
                self._notes[box].append(note.number)
        self._relations: dict[str, list[Relation]] = defaultdict(list)
        for relations in index.relations.values():
            for relation in relations:
                for end in dict.fromkeys((relation.start, relation.finish)):
                    self._relations[end].append(relation)
        self._silences: dict[str, list[Fact]] = defaultdict(list)
        for silence in index.structure.silences:
            words = WHAT_WORDS.get(silence.what, plain(silence.what))
            self._silences[silence.about].append(
                self._fact(words[:1].upper() + words[1:], "not evidenced", silence.note or "")
            )
        self._sentences = self._say()

    def panel(self, entity: Entity) -> Panel:
        """The panel of one entity."""
        box = self._boxes[self.veil.id(entity.id)]
        found = chains(box.id, self._boxes, self._upward)
        answers = isinstance(entity, Group) or found or box.ends_chain
        return Panel(
            box=box.id,
            title=box.label,
            subtitle=" · ".join(_heading(box, entity)),
            sections=tuple(section for section in self._sections(entity) if section.facts),
            findings=tuple(self._notes[box.id]),
            chains=found,
            chain_summary=self._whither(box, found) if answers else "",
        )

    def _whither(self, box: Box, found: Sequence[Chain]) -> str:
        """Where accountability from a box leads, and that there are lines from it that do not count."""
        if box.gone:
            return f"{box.label} is not asked to whom it answers: {box.gone}."
        words = in_words(box.id, self._boxes, found)
        weak = self._uncounted[box.id]
        if not weak:
            return words
        to = ", ".join(dict.fromkeys(_with_end(self._boxes[line.target]) for line in weak))
        return f"{words} Drawn, but not counted: {'its line' if len(weak) == 1 else 'its lines'} to {to}."

    def _sections(self, entity: Entity) -> Iterator[Section]:
        yield Section("What is known of it", tuple(self._own(entity)))
        held = self._relations[entity.id]
        lines = [relation for relation in held if relation.TYPE == "line"]
        seats = [relation for relation in held if relation.TYPE == "seat"]
        others = [relation for relation in held if relation.TYPE not in ("line", "seat")]
        yield Section("Lines of accountability", self._facts(lines))
        yield Section("Who sits on it", self._facts([seat for seat in seats if seat.finish == entity.id]))
        yield Section("Where it sits", self._facts([seat for seat in seats if seat.start == entity.id]))
        yield Section("Other ties, none of them a line of accountability", self._facts(others))
        yield Section("Not evidenced: worth asking", tuple(self._silences[entity.id]))

    def _own(self, entity: Entity) -> Iterator[Fact]:
        current = self.index.current(entity.id)
        yield self._fact("That there is such a thing", "", self._evidence(entity.evidence, current))
        for name in type(entity).model_fields:
            value = getattr(entity, name)
            if name not in _TOLD and value not in (None, (), "", False):
                yield self._fact(_title(name), _value(value))
        for name, words in (("valid_from", "From"), ("valid_to", "Until")):
            if getattr(entity, name):
                yield self._fact(words, date(getattr(entity, name)))
        for claim in entity.claims:
            yield self._claim(claim)

    def _claim(self, claim: Claim) -> Fact:
        value = "evidence says that there is none" if claim.evidence.modality in NOT_THERE else _value(claim.value)
        return self._fact(_title(claim.property), value, self._evidence(claim.evidence))

    def _evidence(self, evidence: Evidence, current: Current = Current.YES, *, counted: bool | None = None) -> str:
        """How well something is evidenced. What is denied, or not evidenced, is never a fact to be counted."""
        counts = self.counting.admits(evidence) if counted is None else counted
        told = counts or not self.counting.audited or evidence.modality in NOT_THERE
        return evidence_words(evidence, self.index.structure, current, counted=told)

    def _facts(self, relations: Sequence[Relation]) -> tuple[Fact, ...]:
        return tuple(self._relation(relation) for relation in relations)

    def _relation(self, relation: Relation) -> Fact:
        said = self._sentences[relation.key]
        evidence = self._evidence(
            relation.evidence, self.index.current(relation.key), counted=self.counting.relation(relation)
        )
        return self._fact("", said[:1].upper() + said[1:], evidence)

    def _say(self) -> Mapping[str, str]:
        keys = {relation.key for relations in self._relations.values() for relation in relations}
        facts = MemoryEngine(self.index.structure).facts(keys)
        names = {entity: found.name for entity, found in self.index.entity.items()}
        return {key: sentence(fact, lambda entity: names.get(entity, entity)) for key, fact in facts.items()}

    def _fact(self, label: str, value: str, evidence: str = "") -> Fact:
        return Fact(label, self.veil.text(value), self.veil.text(evidence))


def _with_end(box: Box) -> str:
    return f"{box.label} ({box.gone})" if box.gone else box.label


def _heading(box: Box, entity: Entity) -> Iterator[str]:
    yield box.kind
    if isinstance(entity, Group):
        yield box.tier or "tier not known"
    if box.several:
        yield box.several
    yield from box.tags


def _title(name: str) -> str:
    words = {"is_new": "New", "per_year": "Meetings a year", "rhythm": "How often it meets", "hours": "Hours a meeting"}
    return words.get(name) or plain(name).capitalize()


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(_value, value))
    if value in (None, "unknown"):
        return "not known"
    return f"{value:g}" if isinstance(value, float) else plain(str(value))
