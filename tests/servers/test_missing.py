"""What a run says on a machine without browser, Java and LibreOffice: these run pytest itself, on such a path."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NEEDS_THEM = str(HERE / "test_fixtures.py")


def run_on_a_bare_machine(empty: Path, ci: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "COV_"))}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", NEEDS_THEM],
        env={**environment, "PATH": str(empty), "CI": ci},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_at_home_the_tests_are_skipped_and_the_end_says_what_was_not_tested(tmp_path: Path) -> None:
    run = run_on_a_bare_machine(tmp_path, ci="")
    assert run.returncode == 0
    *_, heading, neo4j, chromium, office, verdict, closing = run.stdout.splitlines()
    assert "NOT TESTED: this machine lacks" in heading
    assert neo4j.startswith("Neo4j 5.26")
    assert chromium.startswith("Chromium: ")
    assert office.startswith("LibreOffice: ")
    assert verdict == "With CI=true that would be a failure."
    assert "4 skipped" in closing


@pytest.mark.parametrize("ci", ["true", "1"])
def test_in_ci_they_fail(tmp_path: Path, ci: str) -> None:
    run = run_on_a_bare_machine(tmp_path, ci)
    assert run.returncode == 1
    assert "In CI that is a failure." in run.stdout
    assert "4 errors" in run.stdout.splitlines()[-1]
