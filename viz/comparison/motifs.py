"""The patterns that are found in structures: who is in each, and from which level of evidence on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphmodel.evidence import EvidenceLevel
from queries.comparison.results import Compared, Comparison, Motif
from viz.comparison.words import LEVELS
from viz.paper import Block, Bullets, Heading, Item, Paragraph, Table
from viz.wording import plain

MOTIFS: Mapping[str, tuple[str, str]] = {
    "dual_reporting": ("Dual reporting", "a group that answers to two or more others"),
    "reciprocal_seat": ("Reciprocal seat", "two groups, each with a seat on the other"),
    "shared_post": ("Shared post", "one post that serves two"),
    "overlay": ("Overlay", "a partnership laid over others that go on"),
    "interlock_only": ("Interlock only", "groups tied by who sits on them, and by no line"),
}
"""What each pattern is called, and what it is."""


def motif_blocks(comparison: Comparison) -> Iterator[Block]:
    """Compose the table of patterns, with what each of them is."""
    yield Heading(1, "Patterns")
    yield Bullets(tuple(Item(f"{words}.", label=name) for name, words in MOTIFS.values()))
    rows = [row for one in comparison.structures for row in _rows(one, comparison.names.get(one.id, {}))]
    if rows:
        yield Table(("Pattern", "Structure", "Who", "Evidenced"), tuple(sorted(rows, key=_by_pattern)))
    without = [one.title for one in comparison.structures if not any(one.motifs.values())]
    if without:
        yield Paragraph(f"None of them is evidenced in {'; '.join(without)}.")
    for one in comparison.structures:
        if one.left_out:
            kinds = ", ".join(motif_name(kind).lower() for kind in one.left_out)
            yield Paragraph(f"In {one.title} there would be too many of some to list: {kinds}.")


def motif_name(kind: str) -> str:
    """Return what a pattern is called."""
    return MOTIFS[kind][0] if kind in MOTIFS else plain(kind).capitalize()


def _by_pattern(row: tuple[str, ...]) -> int:
    names = [name for name, _ in MOTIFS.values()]
    return names.index(row[0]) if row[0] in names else len(names)


def _rows(one: Compared, names: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    levels: dict[tuple[str, tuple[str, ...]], list[EvidenceLevel]] = {}
    roles: dict[tuple[str, tuple[str, ...]], Motif] = {}
    for level in EvidenceLevel:
        for motif in one.motifs.get(level, ()):
            levels.setdefault((motif.kind, motif.members), []).append(level)
            roles.setdefault((motif.kind, motif.members), motif)
    for key, at in levels.items():
        yield motif_name(key[0]), one.title, _who(roles[key], names), _since(at)


def _who(motif: Motif, names: Mapping[str, str]) -> str:
    by_role: dict[str, list[str]] = {}
    for role, member in zip(motif.roles, motif.members, strict=True):
        by_role.setdefault(role, []).append(names.get(member, member))
    return "; ".join(f"{plain(role)}: {', '.join(members)}" for role, members in by_role.items())


def _since(at: list[EvidenceLevel]) -> str:
    if len(at) == len(EvidenceLevel):
        return "at every level"
    return ", ".join(LEVELS[level] for level in at)
