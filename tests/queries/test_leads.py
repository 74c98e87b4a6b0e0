"""A question about who holds a post hangs on the post, wherever it chairs."""

from graphmodel import shorthand
from queries.findings.baseline import since
from tests.asked import report_of

HELD_BY_NOBODY = "a: board; b: board; c: board; p: post; p chairs b"


def test_a_further_chair_moves_no_question() -> None:
    before = report_of(shorthand.parse(HELD_BY_NOBODY))
    after = report_of(shorthand.parse(f"{HELD_BY_NOBODY}; p chairs a"))
    moved = {change.identity: change.change for change in since(after, before).changes if change.change != "still_open"}
    assert moved == {"ACC-11 a (chair)": "fixed"}


def test_all_that_the_post_chairs_is_named() -> None:
    report = report_of(shorthand.parse(f"{HELD_BY_NOBODY}; p chairs a"))
    (found,) = (finding for finding in report.findings if finding.aspect == "holder")
    assert found.board == "Who holds the post that chairs a and b is not evidenced."
