"""The name of a partnership is what a title says without what the sheet is, its date and its version."""

from __future__ import annotations

import pytest

from loaders.tables.headed.titles import plain_title


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Anytown Community Safety Partnership - who sits where 2025-26", "Anytown Community Safety Partnership"),
        ("MERIDALE DAT - MEMBERSHIP (updated Jan 26)", "MERIDALE DAT"),
        ("DAT contact list v7 FINAL (JT)", "DAT"),
        ("Membership matrix", ""),
        ("Safer March Partnership 2024", "Safer March Partnership"),
        ("Partnership of Members", "Partnership of Members"),
        ("Meridale (CSP)", "Meridale (CSP)"),
    ],
)
def test_the_tail_of_a_title_is_no_part_of_the_name(title: str, name: str) -> None:
    assert plain_title(title) == name
