"""What people write where they have nothing to write, and what is read as something else, goes out and comes back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.entities import Body, Document, Event, Fund, Group, Original, Person, Plan, Post, Source
from graphmodel.evidence import Claim, Evidence
from graphmodel.relations import CarriesPortfolio, Monitors, ReportingLine, Seat
from graphmodel.structure import Structure
from loaders.structures import Loaded
from tests.loaders.tables.test_tables_round_trip import WAYS, Through, but_for_dates, through_a_workbook, through_csv

HOSTILE = (
    "TBC", "tba", "?", "n/k", "not known", "unknown", "-", "–", "—", "n/a", "none", "None.", "nil", "vacant", "Vacant",
    "as above", "ditto", '"', "see note", "#REF!", "#N/A", "#DIV/0!", "45123", "1-2", "2003/04", "21.11.03", "Nov-03",
    "monthly", "6 weekly", "every six weeks", "2h", "90 mins", "12 times", "approx 4", "£1.2m", "1,200", "50%", "1.0",
    "yes", "x", "✓", "Chairman", "Treasurer", "Deputy for Police", "Member/Secretary", "Fire â€“ North", "CafÃ©",
    "Total", "Totals", "Note: see above", "Notes", "Source: minutes.", "Name", "name", "Id", "Role", "Who sits", "Group",
    "a & b", "a; b", "agreed", "draft", "sep=;", "null", "true", "Key", "*", "01:30:00", "2026-02-01",
)  # fmt: skip


def holding(text: str, id_: str) -> Structure:
    """Return a structure with a text in every sort of column, in which a reference is an id that is one too."""
    evidence = Evidence(locator=text, reason=text, note=text, quote=text, captured_by=text)
    base: dict[str, Any] = {"name": text, "evidence": evidence, "aliases": (text, "b")}
    second = f"{id_}-2"
    return Structure(
        id="s",
        title=text,
        note=text,
        profile=text,
        sources=(Source(id="source", version=text, address=text, name="a source"),),
        bodies=(
            Body(id=id_, kind="police_force", sector=text, claims=(Claim(property=text, value=text),), **base),
            Body(id=second, kind="mixed", name="another"),
        ),
        groups=(
            Group(
                id="group", kind="board", purpose=text, themes=(text,), decision_rights=(text, text), rhythm=text,
                duration=text, **base,
            ),
            Group(id="second", kind="team", name="b", rhythm=text, per_year=4, duration=text, hours=2),
        ),
        posts=(Post(id="post", name=text, responsible_for=text),),
        people=(Person(id="person", name=text),),
        plans=(Plan(id="plan", kind="audit", name=text, themes=(text,)),),
        funds=(Fund(id="fund", kind="grant", name=text, stream=text, restricted_to=text, accountable_body=id_),),
        documents=(
            Document(
                id="document", kind="protocol", name=text, elements=(text,), approved_by=id_, says_members=(id_, second),
                says_chair=id_, says_accountable_to=(id_,),
            ),
        ),
        events=(
            Event(id="event", kind="merge", name=text, originals=(Original(id="group"),), participants=(id_,)),
        ),
        seats=(Seat(member=id_, group="group", on_behalf_of=id_, evidence=evidence),),
        lines=(
            ReportingLine(
                **{"from": "group"}, to=id_, kind="reports_to", subject=text, frequency=text, form=text, powers=text
            ),
        ),
        links=(CarriesPortfolio(post="post", subject=text), Monitors(group="group", plan="plan", rhythm=text)),
    )  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_every_column_of_a_folder_keeps_it(tmp_path: Path, text: str) -> None:
    structure = holding(text, text.replace(" ", "_"))
    assert but_for_dates(through_csv(structure, tmp_path)) == Loaded(structure)


@pytest.mark.parametrize("text", HOSTILE[::5])
def test_every_column_of_a_workbook_keeps_it(tmp_path: Path, text: str) -> None:
    structure = holding(text, text.replace(" ", "_"))
    assert but_for_dates(through_a_workbook(structure, tmp_path)) == Loaded(structure)


@WAYS
@settings(max_examples=40)
@given(texts=st.lists(st.sampled_from(HOSTILE), min_size=3, max_size=6), data=st.data())
def test_any_mixture_is_kept(
    through: Through, tmp_path_factory: pytest.TempPathFactory, texts: list[str], data: st.DataObject
) -> None:
    names = st.sampled_from(texts)
    ids = list(dict.fromkeys(text.replace(" ", "_") for text in texts))
    bodies = tuple(
        Body(id=id_, kind="other", name=data.draw(names), aliases=tuple(data.draw(st.lists(names, max_size=2))))
        for id_ in ids
    )
    groups = tuple(
        Group(id=f"g{number}", kind="group", name=data.draw(names), purpose=data.draw(names), rhythm=data.draw(names))
        for number in range(2)
    )
    seats = tuple(Seat(member=id_, group="g0", on_behalf_of=data.draw(st.sampled_from(ids))) for id_ in ids)
    lines = (ReportingLine(**{"from": "g1"}, to=ids[0], kind="reports_to", subject=data.draw(names)),)
    structure = Structure(id="s", title=texts[0], bodies=bodies, groups=groups, seats=seats, lines=lines)
    assert but_for_dates(through(structure, tmp_path_factory.getbasetemp())) == Loaded(structure)
