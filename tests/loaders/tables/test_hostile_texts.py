"""What people write where they have nothing to write, and what is read as something else, goes out and comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.structure import SCHEMA, Structure
from loaders.structures import Loaded
from tests.loaders.tables.test_tables_round_trip import WAYS, Through, but_for_dates, through_a_workbook, through_csv

HOSTILE = (
    "TBC", "tba", "?", "n/k", "not known", "unknown", "-", "–", "—", "n/a", "none", "None.", "nil", "vacant", "Vacant",
    "as above", "ditto", '"', "see note", "#REF!", "#N/A", "#DIV/0!", "45123", "1-2", "2003/04", "21.11.03", "Nov-03",
    "monthly", "6 weekly", "every six weeks", "2h", "90 mins", "12 times", "approx 4", "£1.2m", "1,200", "50%", "1.0",
    "yes", "x", "✓", "Chairman", "Treasurer", "Deputy for Police", "Member/Secretary", "Fire â€“ North", "CafÃ©",
    "Total", "Totals", "Note: see above", "Notes", "Source: minutes.", "Name", "name", "Id", "Role", "Who sits",
    "Group",
    "a & b", "a; b", "agreed", "draft", "sep=;", "null", "true", "Key", "*", "01:30:00", "2026-02-01",
)  # fmt: skip


def holding(text: str, id_: str) -> Structure:
    """Return a structure with a text in every sort of column, in which a reference is an id that is one too."""
    rests_on = dict.fromkeys(("locator", "reason", "note", "quote", "captured_by"), text)
    named = {"name": text, "evidence": rests_on, "aliases": [text, "b"]}
    often = {"rhythm": text, "duration": text}
    words = {"purpose": text, "themes": [text], "decision_rights": [text, text]}
    said = {"approved_by": id_, "says_members": [id_, "other"], "says_chair": id_, "says_accountable_to": [id_]}
    money = {"stream": text, "restricted_to": text, "accountable_body": id_}
    merged = {"originals": [{"id": "group"}], "participants": [id_]}
    line = {"from": "group", "to": id_, "kind": "reports_to"}
    claim = {"property": text, "value": text}
    return Structure.model_validate({
        "schema": SCHEMA, "id": "s", "title": text, "note": text, "profile": text,
        "sources": [{"id": "source", "version": text, "address": text, "name": "a source"}],
        "bodies": [
            {"id": id_, "kind": "police_force", "sector": text, "claims": [claim], **named},
            {"id": "other", "kind": "mixed", "name": "another"},
        ],
        "groups": [
            {"id": "group", "kind": "board", **words, **often, **named},
            {"id": "second", "kind": "team", "name": "b", **often, "per_year": 4, "hours": 2},
        ],
        "posts": [{"id": "post", "name": text, "responsible_for": text}],
        "people": [{"id": "person", "name": text}],
        "plans": [{"id": "plan", "kind": "audit", "name": text, "themes": [text]}],
        "funds": [{"id": "fund", "kind": "grant", "name": text, **money}],
        "documents": [{"id": "document", "kind": "protocol", "name": text, "elements": [text], **said}],
        "events": [{"id": "event", "kind": "merge", "name": text, **merged}],
        "seats": [{"member": id_, "group": "group", "on_behalf_of": id_, "evidence": rests_on}],
        "lines": [{**line, "subject": text, "frequency": text, "form": text, "powers": text}],
        "links": [
            {"type": "carries_portfolio", "post": "post", "subject": text},
            {"type": "monitors", "group": "group", "plan": "plan", "rhythm": text},
        ],
    })  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_every_column_of_a_folder_keeps_it(tmp_path: Path, text: str) -> None:
    structure = holding(text, text.replace(" ", "_"))
    assert but_for_dates(through_csv(structure, tmp_path), structure) == Loaded(structure)


@pytest.mark.parametrize("text", HOSTILE[::5])
def test_every_column_of_a_workbook_keeps_it(tmp_path: Path, text: str) -> None:
    structure = holding(text, text.replace(" ", "_"))
    assert but_for_dates(through_a_workbook(structure, tmp_path), structure) == Loaded(structure)


@WAYS
@settings(max_examples=40)
@given(texts=st.lists(st.sampled_from(HOSTILE), min_size=3, max_size=6), data=st.data())
def test_any_mixture_is_kept(
    through: Through, tmp_path_factory: pytest.TempPathFactory, texts: list[str], data: st.DataObject
) -> None:
    names = st.sampled_from(texts)
    ids = list(dict.fromkeys(text.replace(" ", "_") for text in texts))
    structure = Structure.model_validate(
        {
            "schema": SCHEMA,
            "id": "s",
            "title": texts[0],
            "bodies": [
                {
                    "id": id_,
                    "kind": "other",
                    "name": data.draw(names),
                    "aliases": data.draw(st.lists(names, max_size=2)),
                }
                for id_ in ids
            ],
            "groups": [
                {
                    "id": id_,
                    "kind": "group",
                    "name": data.draw(names),
                    "purpose": data.draw(names),
                    "rhythm": data.draw(names),
                }
                for id_ in ("g0", "g1")
            ],
            "seats": [{"member": id_, "group": "g0", "on_behalf_of": data.draw(st.sampled_from(ids))} for id_ in ids],
            "lines": [{"from": "g1", "to": ids[0], "kind": "reports_to", "subject": data.draw(names)}],
        }
    )
    assert but_for_dates(through(structure, tmp_path_factory.getbasetemp()), structure) == Loaded(structure)
