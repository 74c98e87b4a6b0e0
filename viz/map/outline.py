"""The text twin of a picture: the same facts as nested lists and as a table, for those who cannot see or print it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import filterfalse

from viz.map.order import GROUPS, by_name, by_role, groups_in_order
from viz.map.theme import STATUS_MARKS, TURNS
from viz.map.view import Box, Entry, Line, Note, Relation, Shape, View

HEADINGS = ("Name", "Kind", "Tier", "Answers to", "Represented on it", "What is recorded", "Findings")
NOT_EVIDENCED = "not evidenced"

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
    Relation.BECAME: "became",
}


def outline(view: View) -> tuple[Entry, ...]:
    """Partnerships with their parts, then groups that belong to none, then bodies, posts and the rest."""
    teller = _Teller(view)
    groups = teller.groups
    others = by_name(box for box in view.boxes if box.shape not in GROUPS)
    clusters = {cluster.id: cluster.label for cluster in view.clusters}
    told = dict.fromkeys(box.cluster for box in groups if box.cluster in clusters)
    entries = [teller.cluster(cluster, clusters[cluster]) for cluster in told if cluster]
    loose = tuple(teller.group(box) for box in groups if box.cluster not in clusters)
    if loose:
        entries.append(Entry("Groups that are part of no partnership here", children=loose))
    if others:
        entries.append(Entry("Bodies, posts and others", children=tuple(teller.other(box) for box in others)))
    return tuple(entry for entry in entries if entry.box or entry.children)


def table(view: View) -> tuple[tuple[str, ...], ...]:
    """One row for each group that is there on the day, under ``HEADINGS``."""
    teller = _Teller(view)
    return tuple(teller.row(box) for box in teller.groups if not box.gone)


def status_words(note: Note) -> str:
    """A finding in one line: its status, what it says, its rule, and its number on the map."""
    status = STATUS_MARKS[note.status].words.partition(":")[0]
    return f"{status}: {note.says.removesuffix('.')} ({note.rule}, finding {note.number})"


def is_settled(note: Note) -> bool:
    """Whether nothing is left to ask: it is met, or does not apply."""
    return is_settled_status(note.status)


def is_settled_status(status: str) -> bool:
    """The same by the status alone."""
    return status in {"met", "na"}


def said(line: Line, other: str) -> str:
    """What a line says of its first end, as in "reports to the board on crime (inferred)"."""
    return " ".join(part for part in (before(line), other, after(line)) if part)


def sentence(line: Line, one: str, other: str) -> str:
    """The line as a whole sentence."""
    verb = "is " if line.relation is Relation.ACCOUNTABLE_TO else ""
    return f"{one} {verb}{said(line, other)}."


def before(line: Line) -> str:
    """The words of a line that stand before its other end, as in "reports to" or "chairs"."""
    return line.label or _WORDS[line.relation]


def after(line: Line) -> str:
    """The words of a line that stand behind its other end: on what it is, and the word on its evidence."""
    return " ".join(part for part in (line.after, f"({line.tag})" if line.tag else "") if part)


class _Teller:
    """Tells of one box after another; keeps the lines by their ends so that each is found at once."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._boxes = {box.id: box for box in self.view.boxes}
        self.groups = groups_in_order(view)
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
        inside = [box for box in self.groups if box.cluster == cluster]
        heads = [box for box in inside if box.label == label or box.id == cluster]
        if not heads:
            return Entry(label, children=tuple(map(self.group, inside)))
        head = self.group(heads[0])
        parts = tuple(self.group(box) for box in inside if box is not heads[0])
        more = (Entry("Groups in this partnership:", children=parts),) if parts else ()
        return Entry(head.text, head.box, (*head.children, *more))

    def group(self, box: Box) -> Entry:
        if box.gone:
            return Entry(_named(box), box.id, tuple(map(Entry, self.answers(box))))
        children = [*map(Entry, self.answers(box) or (f"to whom it answers: {NOT_EVIDENCED}",))]
        children.append(Entry(self._heading(box), children=tuple(self.members(box))))
        children += map(Entry, (*self.ties(box), *box.details))
        children += [Entry(status_words(note)) for note in self._notes[box.id]]
        return Entry(_named(box), box.id, tuple(children))

    def other(self, box: Box) -> Entry:
        lines = [line for line in self._out[box.id] if line.relation is Relation.SEAT]
        seats = [said(line, self._boxes[line.target].label) for line in lines]
        notes = [status_words(note) for note in self._notes[box.id]]
        ties = self.ties(box)
        details = [detail for detail in box.details if f"post {detail}" not in ties]
        told = (*self.answers(box), *seats, *ties, *details, *notes)
        return Entry(_named(box), box.id, tuple(map(Entry, told)))

    def row(self, box: Box) -> tuple[str, ...]:
        members = "; ".join(entry.text for entry in self.members(box))
        findings = "; ".join(status_words(note) for note in self._notes[box.id])
        answers = "; ".join(self.answers(box))
        words = (_several(box), box.kind, box.tier or "not known", answers or NOT_EVIDENCED, members or NOT_EVIDENCED)
        return (*words, "; ".join(box.details), findings)

    def answers(self, box: Box) -> list[str]:
        """By which lines it answers; lines that do not count are told, and so is that no other is evidenced."""
        lines = [line for line in self._out[box.id] if line.relation.answers]
        told = [said(line, self._boxes[line.target].label) for line in lines]
        silent = lines and box.shape in GROUPS and not box.gone and not any(line.counts for line in lines)
        return [*told, f"to whom it answers, by a line that counts: {NOT_EVIDENCED}"] if silent else told

    def members(self, box: Box) -> list[Entry]:
        return [Entry(_seat(line, self._boxes[line.source]), line.source) for line in self._seats(box)]

    def _seats(self, box: Box) -> list[Line]:
        return by_role((line for line in self._in[box.id] if line.relation is Relation.SEAT), self._boxes)

    def _heading(self, box: Box) -> str:
        seats = self._seats(box)
        if not seats:
            return f"who sits on it: {NOT_EVIDENCED}"
        weak = sum(not line.counts for line in seats)
        return f"represented on it ({len(seats)}{f', {weak} of them not counted' if weak else ''}):"

    def ties(self, box: Box) -> list[str]:
        """Whatever else is known of it, none of which is a line of accountability; its own seats come first."""
        group = box.shape in GROUPS
        told = [line for line in self._out[box.id] if not line.relation.answers]
        told = [line for line in told if group or line.relation is not Relation.SEAT]
        return [said(line, self._boxes[line.target].label) for line in told]


def _seat(line: Line, member: Box) -> str:
    words: Sequence[str] = [word for word in (_turn(member), line.label, member.several, line.tag) if word]
    return member.label + (f" ({', '.join(words)})" if words else "")


def _several(box: Box) -> str:
    return f"{box.label} ({box.several})" if box.several else box.label


def _named(box: Box) -> str:
    tier = [box.tier or "tier not known"] if box.shape in {Shape.PARTNERSHIP, Shape.GROUP} else []
    turn = [_turn(box)] if box.turn else []
    return f"{_several(box)}: {', '.join((*turn, box.kind, *tier, *box.tags))}"


def _turn(box: Box) -> str:
    return TURNS[box.turn].word if box.turn else ""
