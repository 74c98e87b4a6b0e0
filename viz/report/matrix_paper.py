"""The clause matrix as blocks of a paper: what each source asks for, and what that comes to here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import groupby

from queries.clauses import source_titles
from queries.findings.clause_result import ClauseResult, ClauseStanding
from queries.findings.report import Report
from viz.paper import Block, Bullets, Heading, Item, Paragraph, Table

STANDING_WORDS: Mapping[ClauseStanding, str] = {
    ClauseStanding.FAIL: "Not in order",
    ClauseStanding.CONFLICT: "Evidence disagrees",
    ClauseStanding.QUERY: "Not evidenced",
    ClauseStanding.PARTLY: "Partly in order",
    ClauseStanding.OBSERVED: "Worth knowing",
    ClauseStanding.NONE_KNOWN: "None in what is known",
    ClauseStanding.MET: "Met",
    ClauseStanding.NA: "Does not apply",
    ClauseStanding.NOT_ASKED: "Not asked",
}
"""What a clause comes to, in words."""

NOT_ALL = "Not all evidenced"
"""What a clause with open questions comes to where some of it is evidenced."""


def matrix_blocks(report: Report, *, with_ids: bool = True) -> Iterator[Block]:
    """Compose the matrix: in a sentence, then a table for each source. What was not asked stands in `not_asked`.

    `with_ids` names the rules behind a clause and counts what they gave, which a board does not read.
    """
    if not report.matrix:
        return
    yield Heading(1, "Clause by clause")
    asked = [result for result in report.matrix if result.standing is not ClauseStanding.NOT_ASKED]
    yield Paragraph(_in_brief(asked, len(report.matrix)))
    if asked:
        yield Paragraph(_HOW_TO_READ)
    if report.not_quoted:
        later = "; ".join(report.not_quoted)
        yield Paragraph(f"Nothing is quoted from what is later than the day asked about: {later}.")
    titles = source_titles()
    for source, results in groupby(asked, key=lambda result: result.source):
        yield Heading(2, titles.get(source, source))
        header = ("Place", "What it asks", f"Comes to ({report.evidence.value} level)", "Findings", "Rules")
        columns = len(header) if with_ids else _FOR_A_BOARD
        yield Table(header[:columns], tuple(_row(result)[:columns] for result in results))


def clause_summary(report: Report, *, where: str) -> Iterator[Block]:
    """Compose the matrix in brief: a row for each source, and each clause that is out of order or disputed.

    `where` says where the whole of it is.
    """
    if not report.matrix:
        return
    yield Heading(1, "Clause by clause, in brief")
    yield Paragraph(f"Of each source, how many clauses come to what. Clause by clause it stands in {where}.")
    counts = {source: Counter(map(_summed, told)) for source, told in groupby(report.matrix, lambda one: one.source)}
    used = [words for words in _SUMMARY if any(count[words] for count in counts.values())]
    titles = source_titles()
    rows = ((titles.get(one, one), *(str(count[words]) for words in used)) for one, count in counts.items())
    yield Table(("Source", *used), tuple(rows))
    wrong = [one for one in report.matrix if one.standing in (ClauseStanding.FAIL, ClauseStanding.CONFLICT)]
    if wrong:
        yield Bullets(tuple(Item(_with_place(one, titles), label=STANDING_WORDS[one.standing]) for one in wrong))


def not_asked(report: Report, *, with_ids: bool = True) -> Iterator[Block]:
    """List the clauses that nothing was asked about, source by source; `with_ids` names the rules left out."""
    left = [result for result in report.matrix if result.standing is ClauseStanding.NOT_ASKED]
    if left:
        titles = source_titles()
        yield Heading(1, f"{_NOT_ASKED} ({len(left)})")
        yield Paragraph("Nothing was asked about these, so nothing is said of them, good or bad.")
        groups = groupby(left, key=lambda result: result.source)
        yield Bullets(
            tuple(
                Item(titles.get(source, source), tuple(_item(result, with_ids=with_ids) for result in results))
                for source, results in groups
            )
        )


def standing_words(result: ClauseResult) -> str:
    """Say what a clause comes to."""
    if result.standing is ClauseStanding.QUERY and result.evidenced:
        return NOT_ALL
    return STANDING_WORDS[result.standing]


_OTHER = "Not asked, or nothing to find"
_SUMMED: Mapping[str, str] = {
    STANDING_WORDS[ClauseStanding.QUERY]: NOT_ALL,
    STANDING_WORDS[ClauseStanding.NA]: _OTHER,
} | {
    STANDING_WORDS[one]: _OTHER
    for one in (ClauseStanding.NONE_KNOWN, ClauseStanding.OBSERVED, ClauseStanding.NOT_ASKED)
}
"""What a summary puts together: what wants evidence in all or in part, and what neither binds nor tells."""

_SUMMARY = ("Not in order", "Evidence disagrees", NOT_ALL, "Partly in order", "Met", _OTHER)


def _summed(result: ClauseResult) -> str:
    words = standing_words(result)
    return _SUMMED.get(words, words)


_FOR_A_BOARD = 3
"""Columns of the matrix that a board reads."""

_HOW_TO_READ = (
    "A clause stands where the worst finding behind it stands; in brackets, how much of what wants evidence has some. "
    "It is met only where evidence shows it: not where nothing was evidenced, nor where it does not apply. “None in "
    "what is known” is said where rules look for what should not be, or for a pattern: no such thing was seen, and "
    "more evidence could still show one."
)
_NOT_ASKED = "Clauses not asked about"


def _in_brief(asked: Collection[ClauseResult], clauses: int) -> str:
    counts = Counter(map(standing_words, asked))
    order = [words for standing, words in STANDING_WORDS.items() for words in _spellings(standing)]
    told = ", ".join(f"{counts[words]} {_several(words, counts[words])}" for words in order if counts[words])
    were = f"Of {clauses} {'clause' if clauses == 1 else 'clauses'} that the sources hold, {len(asked)} " + (
        "was asked about" if len(asked) == 1 else "were asked about"
    )
    others = f" The others are listed under “{_NOT_ASKED}”." if len(asked) < clauses else ""
    return f"{were}{f': {told}' if told else ''}.{others}"


def _several(words: str, number: int) -> str:
    """Put words into the sentence that counts clauses."""
    verb = "does not apply" if number == 1 else "do not apply"
    return verb if words == STANDING_WORDS[ClauseStanding.NA] else f"{words[:1].lower()}{words[1:]}"


def _spellings(standing: ClauseStanding) -> tuple[str, ...]:
    return (STANDING_WORDS[standing], NOT_ALL) if standing is ClauseStanding.QUERY else (STANDING_WORDS[standing],)


def _row(result: ClauseResult) -> tuple[str, ...]:
    return (
        result.place,
        _says(result),
        " ".join(filter(None, (standing_words(result), _evidenced(result)))),
        ", ".join(f"{count} {status.value}" for status, count in result.counts.items()),
        ", ".join(result.rules),
    )


def _evidenced(result: ClauseResult) -> str:
    """How much of what wants evidence has some, as the two numbers; nothing where nothing wants any."""
    return f"({result.evidenced} of {result.to_evidence})" if result.to_evidence else ""


def _says(result: ClauseResult) -> str:
    return f"{result.says} {result.note}" if result.note else result.says


def _with_place(result: ClauseResult, titles: Mapping[str, str]) -> str:
    return f"{_says(result)} ({titles.get(result.source, result.source)}, {result.place})"


def _item(result: ClauseResult, *, with_ids: bool) -> Item:
    off = f"; the profile leaves out {', '.join(result.off)}" if result.off and with_ids else ""
    return Item(f"{_says(result)} ({result.place}{off})")
