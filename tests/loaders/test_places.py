"""Where facts stand in the file they were read from."""

from __future__ import annotations

import sample_data
from loaders.structures import load, load_text

YAML = """\
id: small
title: Small
groups:
  - {id: csp, kind: partnership, name: The partnership}
  - id: dag
    kind: group
    name: The drugs group
    claims:
      - {property: tier, value: tactical}
lines:
  - {kind: reports_to, from: dag, to: csp}
seats:
  - {member: dag, group: csp}
  - {member: dag, group: csp}
  - {member: csp, group: dag}
completeness:
  - {of: chair}
"""
PLACES = {
    "csp": "small.yaml:4:5",
    "dag": "small.yaml:5:5",
    "dag #tier": "small.yaml:9:9",
    "line dag csp reports_to -": "small.yaml:11:5",
    "seat dag csp member unknown": "small.yaml:13:5",
    "seat csp dag member unknown": "small.yaml:15:5",
    "Completeness chair": "small.yaml:17:5",
}


def test_every_fact_has_the_place_of_its_row_also_after_a_copy_was_left_out() -> None:
    loaded = load_text(YAML, "small.yaml")
    assert [problem.warning for problem in loaded.problems] == [True]
    assert {fact: str(place) for fact, place in loaded.places.items()} == PLACES


def test_a_mended_file_keeps_the_places_of_what_was_written() -> None:
    copy = "  - {member: dag, group: csp}\n"
    once = YAML.replace(copy, "", 1)
    mended = once.replace("{id: csp, kind: partnership", "{id: csp, Kind: Partnership")
    assert load_text(mended, "small.yaml").problems
    assert dict(load_text(mended, "small.yaml").places) == dict(load_text(once, "small.yaml").places)


def test_every_fact_of_every_sample_has_a_place() -> None:
    for name in sample_data.names():
        loaded = load(sample_data.path(name))
        assert {fact for fact, _ in loaded.structure.items()} <= set(loaded.places)
        assert all(place.line for place in loaded.places.values())
