"""Claims fill what an item leaves open, with words that the property can have."""

import pytest

from graphmodel.shorthand import parse
from queries.profile import profile_ids
from tests.asked import report_of


@pytest.mark.parametrize("named", profile_ids())
def test_a_word_that_the_property_cannot_have_fills_nothing(named: str) -> None:
    """Whoever wrote it is not refused: the claim stands as it is, and no rule stumbles over it."""
    odd = "csp: partnership; eso: group; eso on csp; x chairs eso; x on csp; claim eso tier=weird; claim csp tier=odd"
    plain = "csp: partnership; eso: group; eso on csp; x chairs eso; x on csp"
    found, expected = (
        {finding.identity: finding.status for finding in report_of(parse(text), named=named).findings}
        for text in (odd, plain)
    )
    assert found == expected
