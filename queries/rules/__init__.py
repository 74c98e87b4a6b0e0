"""The rules, one a file."""

from __future__ import annotations

from queries.rule import Rule
from queries.rules import acc_03, rep_05, tor_01

RULES: tuple[Rule, ...] = (acc_03.RULE, rep_05.RULE, tor_01.RULE)
