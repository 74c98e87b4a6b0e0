"""What a statement says of one group: what it is, who sits on it, to whom it answers, and by what it works."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphmodel.entities import Event, Group
from graphmodel.evidence import Modality
from queries.wording import joined
from viz.statement.lines import answering
from viz.statement.means import means
from viz.statement.people import people
from viz.statement.rights import rights_in_words
from viz.statement.teller import Teller, it, relations
from viz.statement.unknown import unknown
from viz.statement.words import Verb, called, does, is_several, listed, number, on_day, sentence
from viz.wording import date, plain


def paragraphs(teller: Teller, group: Group) -> Iterator[str]:
    """Yield the paragraphs on a group; one with nothing to say is left out, and the first names the group."""
    parts = [tuple(part(teller, group)) for part in (_identity, people, answering, means)]
    told = [" ".join(sentences) for sentences in parts if sentences]
    if not told:
        plural = "are" if is_several(group) else "is"
        told = [
            sentence(
                called(group),
                plural,
                "named, and no more is said of",
                "them" if is_several(group) else "it",
                teller.cite(group),
            )
        ]
    told[0] = _named(told[0], group)
    told.append(" ".join(unknown(teller, group)))
    yield from _drawn_together(text for text in told if text)


_SHORT_PARAGRAPH = 320
"""Letters up to which what belongs to one group stays in one paragraph."""


def _drawn_together(texts: Iterator[str]) -> Iterator[str]:
    """Join paragraphs of a sentence each to the one before."""
    held = ""
    for text in texts:
        if held and len(held) + len(text) > _SHORT_PARAGRAPH:
            yield held
            held = text
        else:
            held = f"{held} {text}".strip()
    if held:
        yield held


def _named(text: str, group: Group) -> str:
    """Put the name in the place of the first word that stands for it."""
    name = called(group)
    if text.startswith(("Its purpose", "Their purpose")):
        return f"The purpose of {name} {text.split(' ', 2)[2]}"
    if re.match(r"(?i)(the )?" + re.escape(group.name), text):
        return text
    named = re.sub(r"\b(?:[Ii]t|[Tt]hey|them)\b", lambda _: name, text, count=1)
    return named[:1].upper() + named[1:]


def _identity(teller: Teller, group: Group) -> Iterator[str]:
    plural = is_several(group)
    kind = f"{group.tier} {plain(group.kind)}" if group.tier and group.tier != "unknown" else plain(group.kind)
    be = does(Verb("be", "is", "are"), group.evidence.modality, plural=plural)
    areas = [teller.index.entity[tie.finish] for tie in teller.leaving("covers", group)]
    where = f"for {listed(areas)}" if areas else ""
    since = f", in being since {date(group.valid_from)}" if group.valid_from not in (None, "unknown") else ""
    kinds = f"{kind.removesuffix('s')}s"  # one series, two series
    several = f"{number(group.count)} {kinds}" if isinstance(group.count, int) else kinds
    what = several if plural else f"{'an' if kind[0] in 'aeio' else 'a'} {kind}"
    if where or since or kind.split()[-1] not in group.name.casefold():
        cited = teller.cite(group, *teller.leaving("covers", group))
        yield sentence(called(group), be, what, where, since, cited)
    yield from _claims(teller, group)
    if group.purpose:
        yield sentence(f"{'Their' if plural else 'Its'} purpose is {group.purpose.rstrip('.')}")
    if group.themes:
        yield sentence(it(group), "work" if plural else "works", f"on {joined(group.themes)}")
    if group.decision_rights:
        rights = rights_in_words(group.decision_rights, several=plural)
        yield sentence(it(group), "may decide on", rights, teller.cite(group))
    yield from relations(teller, group, "part_of", Verb("be part of", "is part of", "are part of"))
    yield from _origin(teller, group)


def _claims(teller: Teller, group: Group) -> Iterator[str]:
    """Tell the tier and the number where a claim gives them and the entry does not."""
    for name, words in (("tier", "work at the {} level"), ("count", "be {} in number")):
        claim = teller.claimed(group, name)
        if claim is not None:
            value = number(claim.value) if isinstance(claim.value, int) else str(claim.value)
            plain_words = words.format(value)
            first, _, rest = plain_words.partition(" ")
            verb = Verb(
                plain_words,
                f"{'works' if first == 'work' else 'is'} {rest}",
                f"{'work' if first == 'work' else 'are'} {rest}",
            )
            yield sentence(
                it(group),
                does(verb, claim.evidence.modality, plural=is_several(group)),
                teller.notes.cite([claim.evidence]),
            )


def _origin(teller: Teller, group: Group) -> Iterator[str]:
    for event in teller.index.structure.events:
        if group.id not in event.results:
            continue
        before = [teller.index.entity[one.id] for one in event.originals if one.id != group.id]
        verb = _CHANGES.get(event.kind)
        if before and verb and teller.level.admits(event.evidence.modality):
            done = verb.one if event.evidence.modality is Modality.STATED else _understood(verb, event, group)
            yield sentence(it(group), done, listed(before), on_day(event.date), teller.cite(event))


def _understood(verb: Verb, event: Event, group: Group) -> str:
    return does(Verb(f"have {verb.base}", "", ""), event.evidence.modality, plural=is_several(group))


_CHANGES = {
    "merge": Verb("taken over from", "took over from"), "absorb": Verb("taken in", "took in"),
    "incorporate": Verb("taken in", "took in"), "integrate": Verb("been made out of", "was made out of"),
    "split": Verb("come out of", "came out of"), "overlay": Verb("been laid over", "was laid over"),
}  # fmt: skip
