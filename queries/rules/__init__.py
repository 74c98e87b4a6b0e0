"""The rules, one a file."""

from __future__ import annotations

from queries.rule import Rule
from queries.rules import (
    acc_01,
    acc_02,
    acc_03,
    acc_04,
    acc_05,
    acc_06,
    acc_07,
    acc_08,
    acc_09,
    acc_10,
    acc_11,
    acc_12,
    cov_01,
    cov_02,
    lnk_01,
    lnk_02,
    mon_01,
    mon_02,
    mon_03,
    mon_04,
    pln_01,
    pln_02,
    rep_01,
    rep_02,
    rep_03,
    rep_04,
    rep_05,
    rep_06,
    rep_07,
    tor_01,
    tor_02,
    tor_03,
    tor_04,
    tor_05,
)

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            module.RULE
            for module in (
                acc_01,
                acc_02,
                acc_03,
                acc_04,
                acc_05,
                acc_06,
                acc_07,
                acc_08,
                acc_09,
                acc_10,
                acc_11,
                acc_12,
                cov_01,
                cov_02,
                lnk_01,
                lnk_02,
                mon_01,
                mon_02,
                mon_03,
                mon_04,
                pln_01,
                pln_02,
                rep_01,
                rep_02,
                rep_03,
                rep_04,
                rep_05,
                rep_06,
                rep_07,
                tor_01,
                tor_02,
                tor_03,
                tor_04,
                tor_05,
            )
        ),
        key=lambda rule: rule.id,
    )
)
"""Every rule that comes with the tool, by id."""
