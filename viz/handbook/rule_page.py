"""A rule's page, and the list of all rules, as Papers: generated from the rules, so that they cannot disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphmodel import shorthand
from graphmodel.dates import Day
from queries.audit import audit
from queries.clauses import clauses, source_titles
from queries.engines.memory import MemoryEngine
from queries.findings.report import Finding
from queries.profile import DEFAULT, profile, profile_ids
from queries.rule import Example, Rule, Status
from queries.wording import joined
from viz.paper import Block, Bullets, Definition, Definitions, Heading, Item, Paper, Paragraph, Table, Verbatim
from viz.report.words import NATURE_WORDS, PRIORITY_WORDS, status_meanings

EXAMPLE_DAY = Day("2003-11-21")
"""The day of an example that names none."""
_PLACE = re.compile(r"\{(\w+)(?::([^|}]*)\|[^}]*)?\}")
READ_WORDS = {
    "groups": "groups",
    "entities": "the names and kinds of everything",
    "lines": "lines",
    "homes": "the organisations that people and posts belong to",
    "holders": "who holds which post",
    "documents": "the documents of groups",
    "parts": "what is part of what",
    "seats": "seats",
    "areas": "the areas that groups cover",
    "links": "who works with whom, is linked to whom, or takes to whom what it cannot settle",
    "posts": "posts, with how much of a post they are and whether they are filled",
    "plans": "plans",
    "milestones": "the dated steps of plans",
    "funds": "money",
    "places": "areas, with their nation and kind of local government",
    "events": "what happened: changes, and steps of a process",
    "originals": "what a change began with, and whether it goes on",
    "sources": "the sources and their dates",
    "staff": "who manages and who supports whom, portfolios, and teams under one roof",
    "plan_ties": "who owns, monitors and delivers plans, where they are reported, and what they contribute to",
    "money": "what money pays for, what is pooled, and who plans its use",
    "rests": "what every fact rests on",
    "contents": "what a link to another consists of",
    "claims": "claims about single properties",
    "complete": "lists declared complete",
}
"""What each read gives."""


def rule_page(rule: Rule) -> Paper:
    """Compose the page of one rule: what it asks, on what grounds, what it leaves alone, and worked examples."""
    return Paper(
        f"{rule.id}: {rule.title}",
        (
            *_card(rule),
            *_section("Why it matters", rule.why),
            *_section("What to do", rule.remedy),
            *_section("Who could", rule.who),
            *_section("What it does not flag", rule.trap),
            *_grounds(rule),
            *_profiles(rule),
            *_sayings(rule),
            *_examples(rule),
        ),
    )


def rule_index(rules: Sequence[Rule]) -> Paper:
    """Compose the list of rules by family, each with a link to its page."""
    families = dict.fromkeys(rule.family for rule in rules)
    return Paper(
        "The rules",
        (
            Paragraph(
                "What is asked of a structure. A title names what may be wrong, not what to do about it; each page "
                "gives the grounds, what the rule leaves alone, and worked examples."
            ),
            *(block for family in families for block in _family(family, rules)),
            Heading(1, "What a rule can answer"),
            status_meanings(),
        ),
    )


def page_name(rule: Rule) -> str:
    """The file name of a rule's page."""
    return f"{rule.id}.md"


def _family(family: str, rules: Sequence[Rule]) -> Iterator[Block]:
    yield Heading(1, family)
    yield Bullets(
        tuple(Item(f"{rule.id}: {rule.title}", link=page_name(rule)) for rule in rules if rule.family == family)
    )


def _card(rule: Rule) -> Iterator[Block]:
    entries = [
        ("About", rule.family),
        ("Nature", NATURE_WORDS[rule.nature]),
        ("Severity", rule.severity.value),
        ("Looks at", "; ".join(READ_WORDS.get(read.name, read.name) for read in rule.reads)),
    ]
    if rule.properties:
        differing = joined(name.replace("_", " ") for name in rule.properties)
        entries.append(("Conflict", f"where two pieces of evidence differ on: {differing}"))
    yield Definitions(tuple(Definition(term, meaning) for term, meaning in entries))


def _section(title: str, words: str) -> Iterator[Block]:
    yield Heading(1, title)
    yield Paragraph(words)


def _grounds(rule: Rule) -> Iterator[Block]:
    yield Heading(1, "What it is based on")
    known = clauses()
    items = (
        Item(f"{known[clause].says} ({source_titles()[known[clause].source]}, {known[clause].place})")
        for clause in rule.clauses
    )
    yield Bullets(tuple(items))


def _profiles(rule: Rule) -> Iterator[Block]:
    """Say what can be set, and which profile asks the rule in a way of its own."""
    rows = [("as it stands", name, _plain(value), "the rule") for name, value in rule.settings.items()]
    for name in profile_ids():
        asked = profile(name).settings(rule.id)
        if not asked.on:
            rows.append((name, "asked", "no", "the profile"))
        if asked.severity:
            rows.append((name, "severity", asked.severity.value, "the profile"))
        rows += [(name, setting, _plain(given.value), given.source) for setting, given in asked.settings.items()]
    if rows:
        yield Heading(1, "Settings")
        table = (tuple(cell.replace("_", " ") for cell in row[:3]) + row[3:] for row in rows)
        yield Table(("Profile", "Setting", "Value", "From"), tuple(table))


def _plain(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _sayings(rule: Rule) -> Iterator[Block]:
    yield Heading(1, "What it says")
    items = []
    for reason in rule.reasons.values():
        voices = (("For an auditor", reason.audit), ("Asks", reason.ask))
        below = tuple(Item(_shown(words), label=label) for label, words in voices if words)
        items.append(Item(_shown(reason.board), below))
    yield Bullets(tuple(items))


def _shown(wording: str) -> str:
    """A wording with its places named in square brackets, and its verbs in the singular."""
    return _PLACE.sub(lambda found: found[2] or f"[{found[1]}]", wording)


def _examples(rule: Rule) -> Iterator[Block]:
    yield Heading(1, "Worked examples")
    for example in rule.examples:
        asked = "" if example.profile == DEFAULT else f" (profile {example.profile})"
        yield Paragraph(f"{example.title[:1].upper()}{example.title[1:]}{asked}:")
        yield Verbatim((example.structure,))
        yield Bullets(tuple(_answer(finding) for finding in _answers(rule, example)))


def _answers(rule: Rule, example: Example) -> Iterator[Finding]:
    """Ask the rule of the example, and yield what the example is about."""
    structure = shorthand.parse(example.structure)
    day = Day(structure.as_of) if structure.as_of else EXAMPLE_DAY
    report = audit(MemoryEngine(structure), as_of=day, profile=profile(example.profile), rules=(rule,))
    by_key = {answer_key(finding): finding for finding in report.findings}
    return (by_key[key] for key in example.gives)


def answer_key(finding: Finding) -> str:
    """Return how an example names what it gives: ``a b``, or ``a|chair`` with an aspect."""
    subjects = " ".join(subject.id for subject in finding.subjects)
    return f"{subjects}|{finding.aspect}" if finding.aspect else subjects


def _answer(finding: Finding) -> Item:
    weighs = "" if finding.status in (Status.MET, Status.NA) else PRIORITY_WORDS[finding.priority]
    given = ", ".join(filter(None, (finding.status.value, weighs)))
    label = f"{answer_key(finding).replace('|', ', ')} → {given}"
    return Item(finding.board, (Item(finding.ask, label="Asks"),) if finding.ask else (), label=label)
