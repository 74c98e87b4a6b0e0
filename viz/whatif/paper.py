"""What a proposal would change, as a paper for a board: what must be said first, what breaks, what it costs."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.structure import Structure
from queries.burden.savings import Verdict
from queries.whatif.results import Asks, WhatIf
from viz.about import PLAIN, About
from viz.paper import Block, Bullets, Heading, Item, Paper, Paragraph
from viz.whatif.hours import hours, is_touched
from viz.whatif.proposed import proposed
from viz.whatif.seats import seats
from viz.whatif.teller import Teller
from viz.whatif.words import break_in_words, question_in_words
from viz.wording import date


def whatif_paper(
    structure: Structure, what: WhatIf, *, names: bool = False, author: str = PLAIN.author, profile: str = ""
) -> Paper:
    """Compose the paper on a proposal; persons are named only with `names`."""
    teller = Teller(structure, what.applied.structure, names=names)
    title = what.applied.change.title
    head = f"{structure.title}: what would change"
    blocks = (
        *_opening(what, teller, profile),
        *_proposed(what, teller),
        *_questions(what, teller),
        *_breaks(what, teller),
        *_better(what, teller),
        *seats(what, teller),
        Heading(1, "What it costs in hours"),
        *hours(what, teller),
        *_passed_on(what, teller),
        *_unsettled(what, teller),
    )
    subject = teller.text(title) if title else "A proposed change and what follows from it"
    return Paper(teller.text(head), tuple(blocks), About(subject=subject, author=author, day=what.day))


def _opening(what: WhatIf, teller: Teller, profile: str) -> Iterator[Block]:
    title = what.applied.change.title
    called = f" “{teller.text(title)}”" if title else ""
    asked = f" with the rules of {profile}" if profile else ""
    yield Paragraph(
        f"This paper sets out what would change if the proposal{called} were carried out on {date(what.day)}. Nothing "
        f"of it is decided. The structure as it is and as it would be are both looked at on that day{asked}, so that "
        "only the proposal tells them apart. What is not evidenced today is not evidenced afterwards either, and is no "
        "fault."
    )
    yield Heading(1, "In short")
    yield Bullets(tuple(map(Item, _in_short(what, teller))))


def _in_short(what: WhatIf, teller: Teller) -> Iterator[str]:
    open_ = [one.about[0] for one in what.questions if one.kind is Asks.FATE]
    if open_:
        yield f"What becomes of {teller.names(open_)} is not said. Until it is, no saving can be claimed."
    told = sum(not one.observed for one in what.questions)
    yield f"{_count(told, 'question has', 'questions have')} to be answered first." if told else "No question is open."
    broken = len(what.breaks)
    yield f"{_count(broken, 'thing breaks', 'things break')}." if broken else "Nothing that is evidenced today breaks."
    touched = [one for one in what.savings if is_touched(one)]
    if not touched:
        yield "Nothing in the file shows that any body is asked for fewer hours, or for more."
        return
    for verdict, words in _SAID.items():
        bodies = [one.who for one in touched if one.verdict is verdict]
        if bodies:
            conditional = verdict is not Verdict.DEPENDS and any(
                one.conditions for one in touched if one.verdict is verdict
            )
            yield words.format(teller.names(bodies)) + (" under the conditions below." if conditional else ".")


_SAID = {
    Verdict.LESS: "Fewer hours are asked of {}",
    Verdict.MORE: "More hours are asked of {}",
    Verdict.DEPENDS: "Whether {} gain depends on what goes on beside the new group, and on how much of it each attends",
    Verdict.NOT_SHOWN: "Nothing shows that fewer hours are asked of {}",
    Verdict.CANNOT_TELL: "Whether hours rise or fall cannot be told for {}",
}


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def _proposed(what: WhatIf, teller: Teller) -> Iterator[Block]:
    yield Heading(1, "What is proposed")
    told = tuple(proposed(what.applied, teller))
    yield from map(Paragraph, told or ("Nothing is proposed: what would be is what is.",))
    if what.applied.change.note:
        yield Paragraph(teller.text(what.applied.change.note))


def _questions(what: WhatIf, teller: Teller) -> Iterator[Block]:
    for observed, head in ((False, "What has to be said first"), (True, "What is to be known, and asks for no answer")):
        some = [one for one in what.questions if one.observed is observed]
        if some:
            yield Heading(1, head)
            yield Bullets(tuple(question_in_words(one, teller) for one in some))


def _breaks(what: WhatIf, teller: Teller) -> Iterator[Block]:
    yield Heading(1, "What would break")
    if what.breaks:
        yield Bullets(tuple(Item(break_in_words(one, teller)) for one in what.breaks))
    else:
        yield Paragraph(
            "Nothing, as far as it is evidenced: every chain that reaches an end still does, whoever sits today still "
            "sits, and no list that was in order is out of order."
        )


def _better(what: WhatIf, teller: Teller) -> Iterator[Block]:
    if what.better:
        yield Heading(1, "What would be settled")
        yield Bullets(tuple(Item(teller.text(f"No longer so: {says}")) for says in what.better))


def _unsettled(what: WhatIf, teller: Teller) -> Iterator[Block]:
    if what.taken_over:
        yield Heading(1, "What the new group takes over unsettled")
        yield Paragraph("This was so before. A merger does not settle it.")
        yield Bullets(tuple(Item(teller.text(finding.board)) for finding in what.taken_over))


def _passed_on(what: WhatIf, teller: Teller) -> Iterator[Block]:
    applied = what.applied
    moved = [one for one in applied.carried if not one.now.startswith("seat ")]
    if moved:
        yield Heading(1, "What passes on")
        yield Bullets(tuple(_passed(one.now, one.was, teller) for one in moved))
    if applied.inside:
        yield Heading(1, "What becomes a matter within the new group")
        yield Bullets(tuple(Item(f"{said}.") for said in teller.facts(applied.inside)))


def _passed(now: str, was: tuple[str, ...], teller: Teller) -> Item:
    before = teller.facts(was)
    (after,) = teller.facts((now,)) or (now,)
    if len(before) > 1:
        return Item(f"{after}; {len(before)} of these become one.", tuple(Item(f"Today: {said}.") for said in before))
    return Item(f"{after}.", tuple(Item(f"Today: {said}.") for said in before))
