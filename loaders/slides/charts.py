"""One slide: its boxes, lines and diagrams as things and relations, and what is to be said of how it was read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from loaders.slides.directions import directed, highest
from loaders.slides.ends import ends_of
from loaders.slides.facts import taken
from loaders.slides.layout import Box
from loaders.slides.relate import related, within
from loaders.slides.sayings import REPORTING
from loaders.slides.texts import said_in
from loaders.slides.things import Spot
from loaders.wording import one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.gathered import Gathered
    from loaders.slides.directions import Drawn
    from loaders.slides.drawn import Diagram
    from loaders.slides.ends import Ends, Loose
    from loaders.slides.layout import Laid
    from loaders.slides.relate import Made
    from loaders.slides.sayings import Saying
    from loaders.slides.things import Thing, Things

_WORDS = {"groups": "group", "bodies": "body", "posts": "post", "people": "person", "funds": "fund", "plans": "plan"}
_PLURALS = {"body": "bodies", "person": "people"}
_TOGETHER = "from a body, which answers to nobody here, so they were taken to work with the other"
_CONNECT = "Glue its ends to the two boxes, or write the line into the tables."


class Chart:
    """Reads one slide into the things of all."""

    def __init__(self, laid: Laid, things: Things, into: Gathered) -> None:
        """Take a slide that is sorted out, what is known already, and whom to tell."""
        self._laid = laid
        self._things = things
        self._into = into
        self._file = into.file
        self._number = laid.slide.number
        self._counts: Counter[str] = Counter()
        self._guesses: Counter[str] = Counter()
        """What was guessed of lines, and of how many."""
        self._before = things.drawn
        self._unread = list(laid.unread)

    def read(self) -> None:
        """Read the boxes, what lies within what, the lines and the diagrams."""
        boxes = self._take(self._laid.boxes)
        for place, (tier, words) in self._laid.tiers.items():
            if boxes[place].table == "groups":
                reason = f"the box stands at “{words}” on the slide"
                self._things.claim(boxes[place], "tier", str(tier), self._spot(boxes[place]), reason)
        for place, outer in self._laid.within.items():
            self._put_within(boxes[place], boxes[outer])
        ends = ends_of(self._laid)
        doubts: dict[str, None] = {}
        for drawn in directed(self._laid, ends):
            self._guesses.update([drawn.guess] if drawn.guess else [])
            self._draw(drawn, boxes)
            doubts.update({drawn.doubt: None} if drawn.doubt else {})
        self._tell_loose(ends, boxes)
        for diagram in self._laid.slide.diagrams:
            self._diagram(diagram)
        self._dashes(ends)
        for doubt in doubts:
            self._warn(doubt, "Check which box answers to which.")
        self._sum_up()

    def _take(self, boxes: Sequence[Box]) -> tuple[Thing, ...]:
        found = taken(boxes, self._things, self._file, self._number)
        self._unread += found.unread
        self._counts.update(_WORDS[thing.table] for thing in _each(found.things))
        return found.things

    def _put_within(self, inner: Thing, outer: Thing) -> None:
        made = within(inner, outer)
        if made is not None:
            self._relate(made, inner, f"the slide shows its box inside the box “{outer.name}”")
        elif inner.id != outer.id:
            self._unread.append(f"that {quoted(inner.name)} stands inside {quoted(outer.name)}")

    def _draw(self, drawn: Drawn, boxes: Sequence[Thing]) -> None:
        first, second = boxes[drawn.first], boxes[drawn.second]
        if first.id == second.id:
            self._unread.append(f"a line that begins and ends at {quoted(first.name)}")
            return
        made = related(first, second, drawn.saying, self._things, self._spot(first))
        if made is None:
            what = f"What the line between {quoted(first.name)} and {quoted(second.name)} means is not clear."
            self._problem(what, "Write it into the tables as what it is.")
            return
        reason = f"{drawn.reason}; {made.because}" if made.because else drawn.reason
        self._guesses.update([_TOGETHER] if made.because else [])
        self._relate(made, first, reason)

    def _relate(self, made: Made, first: Thing, reason: str) -> None:
        self._things.relate(made.table, made.values, self._spot(first), reason)

    def _diagram(self, diagram: Diagram) -> None:
        """Take the texts of a SmartArt diagram, and their order where it is a hierarchy."""
        said = [said_in(node.lines) for node in diagram.nodes]
        places = {place: number for number, place in enumerate(place for place, one in enumerate(said) if one)}
        boxes = self._take([Box(one, None) for one in said if one])
        if not diagram.is_hierarchy:
            self._warn("A SmartArt diagram that is no hierarchy stands here; its texts were taken, and no lines.", "")
            return
        for place, node in enumerate(diagram.nodes):
            if place in places and node.parent in places:
                lower, higher = boxes[places[place]], boxes[places[node.parent]]
                made = related(lower, higher, REPORTING, self._things, self._spot(lower))
                if made is not None and lower.id != higher.id:
                    self._relate(made, lower, "the slide shows it below the other in a SmartArt hierarchy")

    def _tell_loose(self, ends: Ends, boxes: Sequence[Thing]) -> None:
        for loose in ends.loose:
            self._problem(_of_loose(loose, boxes), _CONNECT)
        for branches in ends.branches:
            if highest(self._laid, branches) is None:
                names = [quoted(boxes[box].name) for box in branches.boxes]
                what = f"Lines run into each other, and which box is above {one_of(names, last='and')} is not clear."
                self._problem(what if names else "Lines run into each other, and lead to no box.", _CONNECT)

    def _dashes(self, ends: Ends) -> None:
        """Tell of dashes that nothing explains."""
        strokes = [self._laid.strokes[tie.stroke] for tie in ends.ties if tie.stroke not in self._laid.words]
        if (
            not self._laid.key
            and any(stroke.look.dash for stroke in strokes)
            and not all(one.look.dash for one in strokes)
        ):
            what = "Some lines are dashed, and no key says what that means; they were read like the others."
            self._warn(what, "Correct their kinds, if they mean something else.")

    def _sum_up(self) -> None:
        kinds = [_counted(self._counts[word], word) for word in _WORDS.values() if self._counts[word]]
        slide = f"Slide {self._number}" + (f", {quoted(self._laid.title)}" if self._laid.title else "")
        said = (
            f"{slide}: its boxes were taken as {one_of(kinds, last='and')}" if kinds else f"{slide}: no box was found"
        )
        added = self._things.drawn - self._before
        drawn = [
            _counted(added[table], word)
            for table, word in (("lines", "reporting line"), ("links", "other link"), ("seats", "seat"))
            if added[table]
        ]
        said += f", with {one_of(drawn, last='and')}" if drawn else ""
        left = list(dict.fromkeys(self._unread))
        self._into.understood.append(
            f"{said}.{self._guessed()}" + (f" Left unread: {'; '.join(left)}." if left else "")
        )
        if left:
            self._warn(f"Not read on this slide: {'; '.join(left)}.", "Add what matters by hand.")

    def _guessed(self) -> str:
        """Say what of this slide was guessed: the key, and what lines mean."""
        told = [f"{count} line{'' if count == 1 else 's'} {guess}" for guess, count in self._guesses.items()]
        key = [f"{quoted(words)} as {_plain(saying)}" for saying, words in self._laid.key.values()]
        sentences = [f"Its key was read: {one_of(key, last='and')}."] if key else []
        sentences += [f"Guessed, so held as inferred: {'; '.join(told)}."] if told else []
        return "".join(f" {sentence}" for sentence in sentences)

    def _spot(self, thing: Thing) -> Spot:
        return Spot(self._file, self._number, thing.name)

    def _problem(self, what: str, remedy: str) -> None:
        self._into.tell(Spot(self._file, self._number).where.sheet.at(), what, remedy)

    def _warn(self, what: str, remedy: str) -> None:
        self._into.tell(Spot(self._file, self._number).where.sheet.at(), what, remedy, warning=True)


def _plain(saying: Saying) -> str:
    return (saying.word or saying.type).replace("_", " ")


def _each(things: Sequence[Thing]) -> list[Thing]:
    """Return some things, each once."""
    return list({thing.id: thing for thing in things}.values())


def _of_loose(loose: Loose, boxes: Sequence[Thing]) -> str:
    if loose.between:
        names = one_of([quoted(boxes[box].name) for box in loose.between], last="and")
        return f"A line ends between {names}, so it is not clear which is meant."
    if loose.boxes:
        return f"A line at {quoted(boxes[loose.boxes[0]].name)} has no box at its other end."
    return "A line has no box at either end."


def _counted(number: int, word: str) -> str:
    return f"{number} {word if number == 1 else _PLURALS.get(word, f'{word}s')}"
