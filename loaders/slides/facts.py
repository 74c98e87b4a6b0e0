"""What the boxes and lines of a slide say, as things and relations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from graphmodel.kinds import LineKind, Role
from graphmodel.relations import Holds, PostIn
from loaders.guesses.guesses import looks_like_person, looks_like_post
from loaders.slides.things import Spot
from loaders.slides.what import What, what_is, who_is
from loaders.wording import quoted
from loaders.words import says_none, says_not_known, says_vacant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.slides.layout import Box
    from loaders.slides.texts import Said
    from loaders.slides.things import Thing, Things

BOX = "the slide shows a box"
"""Why something is there at all."""

_ANSWERING = ("groups", "posts")
_ANSWERED_TO = ("groups", "bodies", "posts")


class Taken(NamedTuple):
    """What was made of the boxes of a slide: the thing of each, and what in them was not understood."""

    things: tuple[Thing, ...]
    unread: tuple[str, ...]


def taken(boxes: Sequence[Box], things: Things, file: str, slide: int) -> Taken:
    """Make things of boxes, and of what stands in them."""
    found = [_thing(box.said, things, Spot(file, slide, box.said.name)) for box in boxes]
    unread: list[str] = []
    for box, thing in zip(boxes, found, strict=True):
        reader = _Below(things, thing, Spot(file, slide, box.said.name))
        unread += reader.read(box.said)
    return Taken(tuple(found), tuple(unread))


def _thing(said: Said, things: Things, spot: Spot) -> Thing:
    name = things.full(said.name)
    what = what_is(name)
    if what.table == "people" and (post := next(filter(looks_like_post, said.also), None)):
        # The box of a post that begins with the name of whoever holds it.
        return things.met(post, What("posts"), spot, BOX)
    reason = BOX if what.is_told else f"{BOX}, and nothing in its name says what it is, so it is taken for a group"
    thing = things.met(name, what, spot, reason)
    for alias in said.aliases:
        things.also_called(thing, alias)
    if said.several > 1 and thing.table not in ("people", "seats"):
        thing.values |= {"set": True, "count": said.several}
    return thing


class _Below:
    """Reads what stands below the name of a box."""

    def __init__(self, things: Things, thing: Thing, spot: Spot) -> None:
        self._things = things
        self._thing = thing
        self._spot = spot

    def read(self, said: Said) -> list[str]:
        """Take in what stands there, and return what was not understood."""
        unread = [text for text in said.also if not self._also(text)]
        if self._thing.table == "posts" and self._thing.name != said.name:
            self._holder(said.name)
            unread = [text for text in unread if text != self._thing.name]
        left = [seat for seat in said.seats if not self._seat(seat.role, seat.who)]
        unread += [f"{seat.role.replace('_', ' ')}: {seat.who}" for seat in left]
        unread += [f"answers to {whom}" for whom in said.answers_to if not self._answers(whom)]
        if said.rhythm is not None:
            unread += [] if self._meets(said) else [said.rhythm]
        return [f"{quoted(text)} in the box {quoted(said.name)}" for text in unread]

    def _also(self, text: str) -> bool:
        if self._thing.table != "posts":
            return False
        if looks_like_person(text):
            self._holder(text)
            return True
        what = what_is(text)
        if what.table in ("bodies", "groups") and what.is_told:
            self._post_in(self._thing, text, what)
            return True
        return False

    def _holder(self, name: str) -> None:
        person = self._things.met(name, What("people"), self._spot, "the box of a post names a person")
        if person.table == "people":
            values = {"type": Holds.TYPE, "from": person.id, "to": self._thing.id}
            self._things.relate("links", values, self._spot, "the box of the post names a person")

    def _post_in(self, post: Thing, name: str, what: What) -> None:
        home = self._things.met(name, what, self._spot, "the box of a post names it")
        if home.table in ("bodies", "groups"):
            values = {"type": PostIn.TYPE, "from": post.id, "to": home.id}
            self._things.relate("links", values, self._spot, "the box of the post names it")

    def _seat(self, role: Role, who: str) -> bool:
        if self._thing.table != "groups" or says_vacant(who) or says_none(who) or says_not_known(who):
            return False
        why = f"the words in the box of the group name its {role.replace('_', ' ')}"
        name, behind = _behind(who)
        member = self._things.named(name) or self._things.met(name, who_is(name), self._spot, why)
        if member.table not in ("bodies", "groups", "posts", "people"):
            return False
        values: dict[str, Any] = {"member": member.id, "group": self._thing.id, "role": str(role)}
        if behind:
            self._behind(member, behind, values)
        self._things.relate("seats", values, self._spot, why)
        return True

    def _behind(self, member: Thing, behind: str, values: dict[str, Any]) -> None:
        """Take in what stands after the name: the post of a person, or the body they come from."""
        what = what_is(behind)
        if what.table == "posts" and member.table == "people":
            post = self._things.met(behind, what, self._spot, "the words in the box of a group name it")
            ends = {"type": Holds.TYPE, "from": member.id, "to": post.id}
            self._things.relate("links", ends, self._spot, "the words in the box of a group name both")
        elif what.table == "bodies":
            why = "the words in the box of a group name it"
            body = self._things.named(behind) or self._things.met(behind, what, self._spot, why)
            values["on_behalf_of"] = body.id

    def _answers(self, whom: str) -> bool:
        found = self._things.named(whom)
        if found is None or self._thing.table not in _ANSWERING or found.table not in _ANSWERED_TO:
            return False
        values = {"from": self._thing.id, "to": found.id, "kind": str(LineKind.REPORTS_TO)}
        self._things.relate("lines", values, self._spot, "the words in the box say so")
        return True

    def _meets(self, said: Said) -> bool:
        if self._thing.table != "groups":
            return False
        self._thing.values.setdefault("rhythm", said.rhythm)
        if said.often is not None:
            for name, value in (("per_year", said.often.per_year), ("hours", said.often.hours)):
                if value is not None:
                    self._thing.values.setdefault(name, value)
        return True


def _behind(who: str) -> tuple[str, str]:
    """Take apart `Jane Smith, Director of Public Health` and `Jane Smith (PCT)`."""
    for opening in (" (", ", ", " - ", " – "):
        name, found, rest = who.partition(opening)
        if found and name.strip():
            return name.strip(), rest.rstrip(" )")
    return who, ""
