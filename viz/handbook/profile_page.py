"""What each profile asks, as blocks of a page: generated from the profiles, so that the page is current."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from graphmodel.kinds import AuthorityType
from queries.clauses import source_titles
from queries.partnership.authorities import Duty, Required
from queries.profile import Profile, profile, profile_ids
from queries.rule import Rule
from queries.wording import joined
from viz.paper import Block, Definition, Definitions, Heading, Paragraph, Table
from viz.wording import date

_DUTY_WORDS = {
    Duty.REQUIRED: "required",
    Duty.EXPECTED_SOON: "expected soon",
    Duty.CO_OPERATING: "has to co-operate",
}


_TIER_WORDS = {
    AuthorityType.UNITARY: "unitary",
    AuthorityType.METROPOLITAN: "metropolitan",
    AuthorityType.LONDON_BOROUGH: "London borough",
    AuthorityType.TWO_TIER: "two-tier",
    AuthorityType.OTHER: "other",
    AuthorityType.UNKNOWN: "not known",
}


def profile_blocks(rules: Collection[Rule]) -> Iterator[Block]:
    """Compose the tables: which rules each profile asks, then profile by profile what it sets and why."""
    profiles = tuple(map(profile, profile_ids()))
    yield Heading(1, "Which rules each asks")
    yield _asked(rules, profiles)
    for one in profiles:
        yield Heading(1, one.id)
        yield Paragraph(f"{one.title}. {one.note or ''}")
        yield Definitions(tuple(_card(one)))
        yield from _left_out(one)
        yield from _settings(one, rules)
        yield from _expected(one)
    yield from _authorities(profiles)


def _asked(rules: Collection[Rule], profiles: Collection[Profile]) -> Table:
    rows = (
        (f"{rule.id} {rule.title}", *(_how(rule, one) for one in profiles))
        for rule in sorted(rules, key=lambda rule: rule.id)
    )
    return Table(("Rule", *(one.id for one in profiles)), tuple(rows))


def _how(rule: Rule, one: Profile) -> str:
    asked = one.settings(rule.id)
    return (asked.severity or rule.severity).value if asked.on else "not asked"


def _card(one: Profile) -> Iterator[Definition]:
    titles = source_titles()
    yield Definition("Goes through", "; ".join(titles[source] for source in one.sources))
    if one.applies_from or one.applies_to:
        since = f"from {date(one.applies_from)} on" if one.applies_from else ""
        until = f"up to {date(one.applies_to)}" if one.applies_to else ""
        yield Definition("For days", joined(filter(None, (since, until))))
    yield Definition("Depth of terms of reference", f"{one.depth.value} ({one.terms.source})")


def _left_out(one: Profile) -> Iterator[Block]:
    rows = [(rule, asked.reason or "") for rule, asked in sorted(one.rules.items()) if not asked.on]
    if rows:
        yield Heading(2, "What it leaves out")
        yield Table(("Rule", "Why"), tuple(rows))


def _settings(one: Profile, rules: Collection[Rule]) -> Iterator[Block]:
    """Give every threshold of every rule that is asked: the profile's, or else the rule's own."""
    rows = []
    for rule in sorted(rules, key=lambda rule: rule.id):
        asked = one.settings(rule.id)
        for name, value in rule.settings.items() if asked.on else ():
            given = asked.settings.get(name)
            shown = (given.value, given.source) if given else (value, "the rule, as it stands")
            rows.append((rule.id, name.replace("_", " "), _plain(shown[0]), shown[1]))
    if rows:
        yield Heading(2, "Thresholds and switches")
        yield Table(("Rule", "Setting", "Value", "From"), tuple(rows))


def _plain(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _expected(one: Profile) -> Iterator[Block]:
    if one.expected:
        yield Heading(2, "Partners that it expects")
        rows = ((partner.name, joined(partner.nations) or "every", partner.source) for partner in one.expected)
        yield Table(("Partner", "Nation", "From"), tuple(rows))


def _authorities(profiles: Collection[Profile]) -> Iterator[Block]:
    with_rows = [one for one in profiles if one.authorities]
    for rows in dict.fromkeys(one.authorities for one in with_rows):
        yield Heading(1, "Responsible authorities by date, nation and tier")
        names = joined(one.id for one in with_rows if one.authorities == rows)
        yield Paragraph(
            f"The same rows serve {names}. A day marked with an asterisk is to be verified before it is quoted."
        )
        yield Table(
            ("Authority", "Status", "Nation", "Tier", "From", "To", "Source and note"), tuple(map(_authority, rows))
        )


def _authority(row: Required) -> tuple[str, ...]:
    mark = "*" if row.verify else ""
    return (
        row.name,
        _DUTY_WORDS[row.status],
        joined(row.nations) if row.nations else "England and Wales",
        joined(_TIER_WORDS[tier] for tier in row.tiers) if row.tiers else "every",
        f"{date(row.valid_from)}{mark}",
        f"{date(row.valid_to)}{mark}" if row.valid_to else "",
        f"{row.source}. {row.note}" if row.note else f"{row.source}.",
    )
