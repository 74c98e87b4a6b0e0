"""The text twin of a picture: the same facts as nested lists and as a table, for those who cannot see or print it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import filterfalse

from viz.theme import STATUS_MARKS
from viz.view import Box, Entry, Line, Note, Relation, Shape, View

HEADINGS = ("Name", "Kind", "Tier", "Answers to", "Represented on it", "What is recorded", "Findings")
NOT_EVIDENCED = "not evidenced"

_GROUPS = (Shape.PARTNERSHIP, Shape.GROUP, Shape.TEAM)
_WORDS = {
    Relation.ACCOUNTABLE_TO: "accountable to",
    Relation.REPORTS_TO: "reports to",
    Relation.DELEGATED_BY: "acts on powers delegated by",
    Relation.SEAT: "represented on",
    Relation.PART_OF: "part of",
    Relation.LINE_MANAGED_BY: "line managed by",
    Relation.FUNDING: "funds",
    Relation.OTHER: "tied to",
    Relation.POST_IN: "post in",
    Relation.LOOSE: "tied to",
}


def outline(view: View) -> tuple[Entry, ...]:
    """Partnerships with their parts, then groups that belong to none, then bodies, posts and the rest."""
    teller = _Teller(view)
    groups = [box for box in view.boxes if box.shape in _GROUPS]
    others = [box for box in view.boxes if box.shape not in _GROUPS]
    entries = [teller.cluster(cluster.id, cluster.label) for cluster in view.clusters]
    clusters = {cluster.id for cluster in view.clusters}
    loose = tuple(teller.group(box) for box in groups if box.cluster not in clusters)
    if loose:
        entries.append(Entry("Groups that are part of no partnership here", children=loose))
    if others:
        entries.append(Entry("Bodies, posts and others", children=tuple(teller.other(box) for box in others)))
    return tuple(entry for entry in entries if entry.box or entry.children)


def table(view: View) -> tuple[tuple[str, ...], ...]:
    """One row for each group, under ``HEADINGS``."""
    teller = _Teller(view)
    return tuple(teller.row(box) for box in view.boxes if box.shape in _GROUPS)


def status_words(note: Note) -> str:
    """A finding in one line: status, title, and the number under which the list of findings says more."""
    return f"{STATUS_MARKS[note.status].words.partition(':')[0]}: {note.title} (finding {note.number})"


def is_settled(note: Note) -> bool:
    """Whether nothing is left to ask: it is met, or does not apply."""
    return note.status in {"met", "na"}


def relation_words(line: Line) -> str:
    """What a line says, as in "reports to" or "chairs", with the word on its evidence."""
    words = line.label or _WORDS[line.relation]
    return f"{words} ({line.tag})" if line.tag else words


class _Teller:
    """Tells of one box after another; keeps the lines by their ends so that each is found at once."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._boxes = {box.id: box for box in self.view.boxes}
        self._out: dict[str, list[Line]] = defaultdict(list)
        self._in: dict[str, list[Line]] = defaultdict(list)
        for line in self.view.lines:
            self._out[line.source].append(line)
            self._in[line.target].append(line)
        self._notes: dict[str, list[Note]] = defaultdict(list)
        for note in filterfalse(is_settled, self.view.notes):
            for box in note.boxes:
                self._notes[box].append(note)

    def cluster(self, cluster: str, label: str) -> Entry:
        inside = [box for box in self.view.boxes if box.cluster == cluster and box.shape in _GROUPS]
        heads = [box for box in inside if box.label == label or box.id == cluster]
        if not heads:
            return Entry(label, children=tuple(map(self.group, inside)))
        head = self.group(heads[0])
        parts = tuple(self.group(box) for box in inside if box is not heads[0])
        more = (Entry("Groups in this partnership:", children=parts),) if parts else ()
        return Entry(head.text, head.box, (*head.children, *more))

    def group(self, box: Box) -> Entry:
        children = [*map(Entry, self.answers(box) or (f"to whom it answers: {NOT_EVIDENCED}",))]
        members = self.members(box)
        heading = f"represented on it ({len(members)}):" if members else f"who sits on it: {NOT_EVIDENCED}"
        children.append(Entry(heading, children=tuple(members)))
        children += map(Entry, (*self.ties(box), *box.details))
        children += [Entry(status_words(note)) for note in self._notes[box.id]]
        return Entry(_named(box), box.id, tuple(children))

    def other(self, box: Box) -> Entry:
        lines = [line for line in self._out[box.id] if line.relation is Relation.SEAT]
        seats = [f"{relation_words(line)} {self._boxes[line.target].label}" for line in lines]
        notes = [status_words(note) for note in self._notes[box.id]]
        told = (*self.answers(box), *seats, *self.ties(box), *box.details, *notes)
        return Entry(_named(box), box.id, tuple(map(Entry, told)))

    def row(self, box: Box) -> tuple[str, ...]:
        members = "; ".join(entry.text for entry in self.members(box))
        findings = "; ".join(status_words(note) for note in self._notes[box.id])
        answers = "; ".join(self.answers(box))
        words = (_several(box), box.kind, box.tier or "not known", answers or NOT_EVIDENCED, members or NOT_EVIDENCED)
        return (*words, "; ".join(box.details), findings)

    def answers(self, box: Box) -> list[str]:
        lines = [line for line in self._out[box.id] if line.relation.answers]
        return [f"{relation_words(line)} {self._boxes[line.target].label}" for line in lines]

    def members(self, box: Box) -> list[Entry]:
        return [
            Entry(_seat(line, self._boxes[line.source]), line.source)
            for line in self._in[box.id]
            if line.relation is Relation.SEAT
        ]

    def ties(self, box: Box) -> list[str]:
        """Whatever else is known of it, none of which is a line of accountability; its own seats come first."""
        group = box.shape in _GROUPS
        told = [line for line in self._out[box.id] if not line.relation.answers]
        told = [line for line in told if group or line.relation is not Relation.SEAT]
        return [f"{relation_words(line)} {self._boxes[line.target].label}" for line in told]


def _seat(line: Line, member: Box) -> str:
    words: Sequence[str] = [word for word in (line.label, member.several, line.tag) if word]
    return member.label + (f" ({', '.join(words)})" if words else "")


def _several(box: Box) -> str:
    return f"{box.label} ({box.several})" if box.several else box.label


def _named(box: Box) -> str:
    tier = [box.tier or "tier not known"] if box.shape in {Shape.PARTNERSHIP, Shape.GROUP} else []
    return f"{_several(box)}: {', '.join((box.kind, *tier, *box.tags))}"
