"""Who would sit on each new group, in which role, and where they come from; how the entries come to seats."""

from __future__ import annotations

from collections.abc import Iterator

from queries.whatif.results import Entry, Merged, WhatIf
from queries.wording import joined
from viz.paper import Block, Bullets, Heading, Item, Paragraph, Table
from viz.whatif.teller import Teller
from viz.whatif.words import if_as_claimed
from viz.wording import plain


def seats(what: WhatIf, teller: Teller) -> Iterator[Block]:
    """Yield a list for each new group, and the seats that are not carried over."""
    for merged in what.merged:
        if merged.entries:
            yield Heading(1, f"Who would sit on {teller.name(merged.into)}")
            yield Table(("Member", "Role", "Today"), tuple(_row(one, teller) for one in merged.entries))
            yield Paragraph(" ".join(_counted(merged, teller)))
    if what.applied.given_up:
        yield Paragraph("With one seat for each body, these seats are not carried over:")
        yield Bullets(tuple(Item(f"{said}.") for said in teller.facts(what.applied.given_up)))


def _row(one: Entry, teller: Teller) -> tuple[str, str, str]:
    name = teller.name(one.member)
    if one.on_behalf_of:
        name = f"{name} (for {teller.name(one.on_behalf_of)})"
    today = joined(_place(group, role, teller) for group, role in one.was)
    if one.added:
        today = "new: the proposal adds it"
    return (name, plain(one.role), today or "sits there already")


def _place(group: str, role: str, teller: Teller) -> str:
    return teller.name(group) if role == "member" else f"{teller.name(group)} ({plain(role)})"


def _counted(merged: Merged, teller: Teller) -> Iterator[str]:
    """Say how the entries come to the seats of which hours are told."""
    listed = [one for one in merged.entries if one.counts]
    general = sum(one.in_general for one in listed)
    beside = len(merged.entries) - len(listed)
    places = len(listed) - general
    known = next((one.known for one in merged.after if one.group == merged.into), None)
    yield f"{len(listed)} {'entry is a seat' if len(listed) == 1 else 'entries are seats'}."
    if beside:
        yield f"{beside} more {'is' if beside == 1 else 'are'} in the room without one, and not counted."
    if general:
        stands = "stands" if general == 1 else "stand"
        yield f"{general} of them {stands} for all in general, and no hours are counted there."
    heads = merged.heads
    sets = len(heads.claimed) + len(heads.open_)
    seats_known = known.seats if known else 0
    if sets or seats_known != places:
        yield f"That is {'at least ' if sets else ''}{seats_known} to be counted for hours: who sits twice comes once."
    if heads.claimed:
        yield f"It is {'at least ' if heads.open_ else ''}{heads.likely} {if_as_claimed(heads, teller)}."
    if heads.open_:
        yield f"How many {teller.names(heads.open_)} are is not evidenced."
