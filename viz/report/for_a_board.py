"""A report whose own sentences name rules and profiles by their titles: a board knows neither by id."""

from __future__ import annotations

import re

from queries.findings.report import Finding, Report, RuleText

_RULE = re.compile(r"\b[A-Z]{3}-\d{2}\b")


def for_a_board(report: Report) -> Report:
    """Return the report with ids in its sentences put into words. What sources say is left as they say it."""
    titles = {rule.id: f"“{rule.title}”" for rule in report.rules}

    def words(text: str) -> str:
        return _RULE.sub(lambda found: titles.get(found[0], "another rule"), text)

    return report.model_copy(
        update={
            "findings": tuple(
                _finding(finding, words(finding.board), words(finding.ask)) for finding in report.findings
            ),
            "rules": tuple(_rule(rule, words(rule.why), words(rule.remedy)) for rule in report.rules),
            "remarks": tuple(
                words(remark).replace(report.profile, f"“{report.profile_title}”") for remark in report.remarks
            ),
        }
    )


def _finding(finding: Finding, board: str, ask: str) -> Finding:
    same = (board, ask) == (finding.board, finding.ask)
    return finding if same else finding.model_copy(update={"board": board, "ask": ask})


def _rule(rule: RuleText, why: str, remedy: str) -> RuleText:
    same = (why, remedy) == (rule.why, rule.remedy)
    return rule if same else rule.model_copy(update={"why": why, "remedy": remedy})
