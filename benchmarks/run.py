"""Time and memory of every part, beside the program one would write instead, on generated partnerships.

``make bench`` runs it; ``make bench ARGS="--sizes 40 400 4000"`` adds the growth to ten times England and Wales.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.faults import Sown
from benchmarks.forms import print_forms
from benchmarks.found import of_sown

PROGRAMS = {
    "ours": "answerable",
    "bare": "answerable, before words",
    "rival": "rival",
    "careful": "rival, second afternoon",
}
_OWN = ("ours", "bare")
LINEAR = 1.3
"""How much longer per seat a larger structure may take and still count as linear: more memory is slower memory."""


class Run(NamedTuple):
    """What one program took on one file: medians of several processes."""

    phases: dict[str, float]
    total: float
    megabytes: float
    agrees: bool


class Made(NamedTuple):
    """A generated file, how many seats it has, and what is to be found in it."""

    partnerships: int
    path: Path
    seats: int
    expected: Any


def main() -> None:
    """Generate, measure, print."""
    asked = _asked()
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} processors.")
    print("Seconds of processor time, medians; megabytes at the peak. Every run is a process of its own.\n")
    with tempfile.TemporaryDirectory() as folder:
        files = [_made(size, Path(folder)) for size in asked.sizes]
        runs = {
            (made.partnerships, program): _run(program, made, asked.repeats)
            for made in files
            for program in PROGRAMS
            if program in _OWN or made.partnerships <= asked.rivals_up_to
        }
        _print_side_by_side(files, runs)
        _print_growth(files, runs)
        outcomes = {made.partnerships: _run("everything", made, asked.repeats) for made in files if _told(made, asked)}
        grows = _print_outcomes([made for made in files if _told(made, asked)], outcomes)
        for made in files:
            if _told(made, asked):
                _print_parts(made, _run("parts", made, asked.repeats))
        print("One structure in three forms, each beside the bare reading of the same bytes:\n")
        print_forms(max((made for made in files if _told(made, asked)), default=files[0]).path, asked.repeats)
    if not all(run.agrees for run in runs.values()):
        sys.exit("Not every program found what was sown.")
    if grows:
        sys.exit(f"More than linear: {', '.join(grows)}.")


def _told(made: Made, asked: argparse.Namespace) -> bool:
    return bool(made.partnerships <= asked.rivals_up_to)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[40, 400], metavar="PARTNERSHIPS")
    parser.add_argument("--repeats", type=int, default=5, help="processes for each figure (default 5)")
    parser.add_argument(
        "--rivals-up-to", type=int, default=400, metavar="PARTNERSHIPS",
        help="the largest size for the rivals, whose memory grows with its square (default 400)",
    )  # fmt: skip
    return parser.parse_args()


def _made(partnerships: int, folder: Path) -> Made:
    """Generate in another process: this one must stay small, for children inherit the peak of its memory."""
    path = folder / f"{partnerships}.json"
    counts = json.loads(_python("benchmarks.generate", str(partnerships), str(path)))
    rows = [
        Sown(row["rule"], tuple(row["subjects"]), row["status"], tuple(row["affected"]), tuple(row["direct"]))
        for row in json.loads(path.with_suffix(".sown.json").read_text(encoding="utf-8"))
    ]
    return Made(partnerships, path, counts["seats"], json.loads(json.dumps(of_sown(rows))))


def _run(program: str, made: Made, repeats: int) -> Run:
    seen = [json.loads(_python("benchmarks.measure", program, str(made.path))) for _ in range(repeats)]
    phases = {phase: statistics.median(one["phases"][phase] for one in seen) for phase in seen[0]["phases"]}
    total, megabytes = (statistics.median(one[name] for one in seen) for name in ("total", "megabytes"))
    return Run(phases, total, megabytes, all(one["found"] in (None, made.expected) for one in seen))


def _python(module: str, *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", module, *arguments], check=True, capture_output=True, text=True, cwd=_ROOT
    ).stdout


_ROOT = Path(__file__).resolve().parent.parent


def _print_side_by_side(files: list[Made], runs: dict[tuple[int, str], Run]) -> None:
    print("| partnerships | seats | program | import | load | audit | report | whole | MB | times ours | agrees |")
    print("|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|---|")
    for made in files:
        for program, name in PROGRAMS.items():
            run = runs.get((made.partnerships, program))
            if run is not None:
                print(_row(made, name, run, runs[made.partnerships, "ours"]))
    print()


def _row(made: Made, name: str, run: Run, own: Run) -> str:
    times = [f"{run.phases[phase]:.2f}" if phase in run.phases else "" for phase in _PHASES]
    figures = [*times, f"{run.total:.2f}", f"{run.megabytes:.0f}", f"{_work(run) / _work(own):.1f}"]
    agrees = "yes" if run.agrees else "NO"
    return f"| {made.partnerships:,} | {made.seats:,} | {name} | {' | '.join(figures)} | {agrees} |"


_PHASES = ("import", "load", "audit", "report as JSON")


def _work(run: Run) -> float:
    """What is compared: everything but starting Python and importing, which cost the same at any size."""
    return sum(seconds for phase, seconds in run.phases.items() if phase != "import")


def _print_growth(files: list[Made], runs: dict[tuple[int, str], Run]) -> None:
    for smaller, larger in pairwise(files):
        each = [_work(runs[made.partnerships, "ours"]) / made.seats for made in (smaller, larger)]
        growth = each[1] / each[0]
        verdict = "linear" if growth <= LINEAR else "MORE THAN LINEAR"
        print(
            f"From {smaller.partnerships:,} to {larger.partnerships:,} partnerships: "
            f"{each[0] * 1e6:.0f} then {each[1] * 1e6:.0f} microseconds a seat, {growth:.2f} times as many "
            f"({verdict}: up to {LINEAR} counts as linear)."
        )
    print()


def _print_outcomes(files: list[Made], runs: dict[int, Run]) -> list[str]:
    """Print what an audit with all rules and all that is made of it takes, and return what grows faster than the file.

    What takes less than a moment among the few says nothing of growth.
    """
    if not files:
        return []
    print("| all rules | " + " | ".join(f"{made.partnerships:,}" for made in files) + " | growth a seat |")
    print("|---|" + "---:|" * (len(files) + 1))
    grows = []
    for phase in list(runs[files[0].partnerships].phases)[1:]:
        seconds = [runs[made.partnerships].phases[phase] for made in files]
        each = [took / made.seats for took, made in zip(seconds, files, strict=True)]
        growth = max((more / less for less, more in pairwise(each)), default=1.0)
        if growth > AT_MOST and min(seconds) > _MOMENT:
            grows.append(phase)
        print(f"| {phase} | {' | '.join(f'{took:.2f}' for took in seconds)} | {growth:.2f} |")
    print()
    return grows


AT_MOST = 2.0
"""How much longer per seat what is made of an audit may take in a larger file: far from quadratic, which is tenfold."""
_MOMENT = 0.05


def _print_parts(made: Made, run: Run) -> None:
    print(f"Part by part, {made.partnerships:,} partnerships:\n")
    print("| part | seconds |\n|---|---:|")
    for phase, seconds in run.phases.items():
        print(f"| {phase} | {seconds:.3f} |")
    print()


if __name__ == "__main__":
    main()
