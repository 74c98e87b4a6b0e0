"""How far two codings of one text agree, as a paper: figures, with what they hide, and every difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from queries.comparison.agreement import Agreement, Difference
from queries.comparison.kappa import Fourfold
from viz.about import PLAIN, About
from viz.paper import Block, Bullets, Heading, Item, Paper, Paragraph, Table
from viz.wording import percent

PHRASES: Mapping[str, str] = {
    "seat": "seat on", "line": "line to", "original": "began with", "result": "came to", "post_in": "post in",
    "holds": "holder of", "line_managed_by": "managed by", "governed_by": "under", "plans_use_of": "planned use of",
    "linked_to": "link to", "works_with": "working with", "co_located_with": "under one roof with", "covers": "area",
    "jointly_accountable_for": "jointly accountable for", "carries_portfolio": "portfolio of", "owns": "owner of",
    "monitors": "watch over", "delivers": "delivery of", "contributes_to": "contribution to", "funds": "money for",
    "escalates_to": "matters go on to", "supports": "support of",
}  # fmt: skip
"""How one thing stands to another, in words that fit one and several; other types are told by their own name."""


def agreement_paper(found: Agreement, *, author: str = PLAIN.author) -> Paper:
    """Compose the paper on two codings."""
    title = f"Two codings: {found.one}"
    if found.other != found.one:
        title += f", and {found.other}"
    if any(found.files):
        title += f" ({' and '.join(filter(None, found.files))})"
    blocks = (
        *_together(found),
        Heading(1, "Facts by type"),
        _by_type(found.by_type),
        Heading(1, "How firmly the facts stand"),
        *_modality(found),
        Heading(1, "Things"),
        _things(found.things),
        Heading(1, "Differences"),
        *_differences(found),
        Heading(1, "How the figures were worked out"),
        *_method(),
    )
    return Paper(title, blocks, About(subject="Agreement of two coders", author=author))


def _together(found: Agreement) -> Iterator[Block]:
    facts = found.facts
    either = facts.both + facts.only_one + facts.only_other
    denied = sum(1 for one in found.differences if one.fact.finish and one.kind in ("one_denies", "other_denies"))
    yield Paragraph(
        f"The first coding is “{found.one}”{_of(found.files[0], ' in {}')}, the second "
        f"“{found.other}”{_of(found.files[1], ' in {}')}. Between them they have {either} facts: "
        f"{facts.both} in both, {facts.only_one} in the first alone and {facts.only_other} in the second alone."
        + (f" Of those in one alone, {denied} the other denies, or finds not stated." if denied else "")
    )
    if not found.differences:
        yield Paragraph("The two codings do not differ in anything that is compared.")
    if not found.match.same:
        yield Paragraph(
            "No thing in one coding was found in the other, so nothing can agree: where both mean the same thing under "
            "another id and name, `--same` says so."
        )
    elif either and not facts.both:
        yield Paragraph("The two codings have no fact in common.")
    yield Paragraph(
        f"Agreement on whether a fact is there is {shared(facts.agreed)}; {_beyond_chance(facts.kappa, facts.whole)}. "
        f"Of the facts that either has, counted for each, {shared(facts.positive)} are in both (positive agreement)."
    )
    by = {how: sum(1 for one in found.match.how.values() if one == how) for how in ("given", "id", "name")}
    yield Paragraph(
        f"Things were matched by id ({by['id']}), by name or alias ({by['name']}) and as given ({by['given']})."
    )


def _of(file: str, words: str) -> str:
    return words.format(file) if file else ""


def _beyond_chance(kappa: Fraction | None, whole: int) -> str:
    """Tell kappa in a sentence, or why there is none."""
    if kappa is not None:
        return f"beyond chance (Cohen's kappa) it is {kappa_words(kappa)}"
    if not whole:
        return "there is nothing to agree on, so there is no agreement beyond chance (Cohen's kappa) either"
    return (
        "beyond chance (Cohen's kappa) it is not defined: both give one and the same answer throughout, and would "
        "agree as well by chance"
    )


def _by_type(tables: Mapping[str, Fourfold]) -> Table:
    return Table(
        ("Fact", "Both", "First only", "Second only", "Neither", "Agreed", "Positive", "Kappa"),
        tuple(
            (
                type_.replace("_", " "), *map(str, table), shared(table.agreed), shared(table.positive),
                kappa_words(table.kappa),
            )
            for type_, table in tables.items()
        ),
        "Facts by type, and agreement on whether they are there",
    )  # fmt: skip


def _modality(found: Agreement) -> Iterator[Block]:
    if not found.modality:
        yield Paragraph("No fact is in both.")
        return
    same = sum(number for (one, other), number in found.modality.items() if one == other)
    whole = sum(found.modality.values())
    yield Paragraph(
        f"Of the facts in both, {shared((same, whole))} are given the same modality; "
        f"{_beyond_chance(found.modality_kappa, whole)}."
    )
    rows = tuple(
        (one.replace("_", " "), other.replace("_", " "), str(number)) for (one, other), number in found.modality.items()
    )
    yield Table(("First", "Second", "Facts"), rows, "Modalities of the facts in both")


def _things(things: Mapping[str, tuple[int, int]]) -> Table:
    rows = tuple((type_, str(both), str(either)) for type_, (both, either) in things.items())
    return Table(("Thing", "In both", "In either"), rows, "Things that were coded")


def _differences(found: Agreement) -> Iterator[Block]:
    if not found.differences:
        yield Paragraph("There are none.")
    first, second = (_of(file, " ({})") for file in found.files)
    for kind, heading in (
        ("only_one", f"In the first alone{first}"),
        ("only_other", f"In the second alone{second}"),
        ("other_denies", f"In the first{first}, and denied or found not stated by the second{second}"),
        ("one_denies", f"In the second{second}, and denied or found not stated by the first{first}"),
        ("denied_by_one", f"Denied or found not stated by the first alone{first}"),
        ("denied_by_other", f"Denied or found not stated by the second alone{second}"),
        ("differs", "In both, but not alike"),
    ):
        items = [_item(one, found.names) for one in found.differences if one.kind == kind]
        if items:
            yield Heading(2, f"{heading}: {len(items)}")
            yield Bullets(tuple(items))


def _item(difference: Difference, names: Mapping[str, str]) -> Item:
    said = (f"{name.replace('_', ' ')}: first {one}, second {other}" for name, one, other in difference.what)
    return Item(fact_words(difference, names), tuple(map(Item, said)))


def fact_words(difference: Difference, names: Mapping[str, str]) -> str:
    """Tell what two codings differ on: a thing with its type, or a relation and its ends."""
    type_, start, finish = difference.fact
    if not finish:
        return f"{names.get(start, start)} ({type_})"
    phrase = PHRASES.get(type_, type_.replace("_", " "))
    return f"{names.get(start, start)}: {phrase} {names.get(finish, finish)}"


def _method() -> Iterable[Block]:
    yield Paragraph(
        "A fact is a type of relation and its two ends; what changes began with and came to are such facts as well. "
        "Several relations of one type between the same two, such as two seats in two roles, are one fact, and how "
        "they differ is listed. What a coder denies, or finds not stated, that coder does not have: it counts as not "
        "there, and where the other has it the two differ. Nothing is held to be right: each coding is held against "
        "the other."
    )
    yield Paragraph(
        "Kappa needs to know how often neither coder coded something. Of each type that is counted as the pairs of a "
        "thing that either coder has at its first end and one that either has at its second end, where neither coded "
        "the pair. Most such pairs are in neither, so agreement as a share is high by itself, and where few facts are "
        "to be coded kappa is low or high by little: read it with positive agreement and the numbers it is made of. "
        "All facts together are the sum of the types. “None” stands where both codings give one and the same answer "
        "throughout, all coded or all not: chance alone would explain such agreement, and kappa is not defined."
    )


def shared(pair: tuple[int, int]) -> str:
    """Write a share as a whole percentage with what it is made of; a dash where there is nothing to share."""
    part, whole = pair
    return f"{percent(Fraction(part, whole))} ({part} of {whole})" if whole else "–"


def kappa_words(kappa: Fraction | None) -> str:
    """Write kappa in two places."""
    if kappa is None:
        return "none"
    return f"{round(kappa * 100) / 100:.2f}"
