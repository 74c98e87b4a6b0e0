"""What a test needs and this machine does not have: a skip with its reason at home, a failure in CI."""

import os
from typing import NoReturn

import pytest

NOTED: dict[str, str] = {}
"""What was missing in this run, and why; `tests/conftest.py` shows it at the end."""


class MissingError(Exception):
    """A server or a browser that cannot be had, and what would help."""


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def give_up(what: str, reason: str) -> NoReturn:
    """End the test that asked for `what`."""
    NOTED[what] = reason
    if in_ci():
        pytest.fail(f"{what} is missing, and in CI that is a failure: {reason}", pytrace=False)
    pytest.skip(f"{what} is missing: {reason}")
