"""``python -m tests.fuzz``: what ``make fuzz`` runs. Throws inputs at every loader, and keeps what nobody should see.

Each loader is tried in processes of its own with a limit on memory: one that dies, or does not come to an end, is a
find like any other. As many loaders are tried at once as the machine has cores, unless `--processes` says otherwise.
"""

import argparse
import hashlib
import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TextIO

from tests.fuzz.inputs import made
from tests.fuzz.targets import TARGETS, Target
from tests.fuzz.trial import CORPUS, smaller, tried

ROOT = Path(__file__).resolve().parent.parent.parent
_MEMORY = 3 * 1024**3
_TOO_LONG = 30
_AT_A_TIME = 4000
"""Inputs that one process tries: beginning a process takes as long as some hundred of them."""


def main() -> None:
    """Read the options, try all loaders, and say how it went."""
    asked = _asked()
    if asked.part:
        _part(TARGETS[asked.part], asked.seed, asked.first, asked.count)
        return
    with ThreadPoolExecutor(asked.processes) as processes:
        found = sum(processes.map(lambda name: _tried(TARGETS[name], asked), asked.loaders or TARGETS))
    if found:
        sys.exit(f"{found} finds; the inputs are in {CORPUS.relative_to(ROOT)}.")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=100_000, help="inputs for each loader (default 100,000)")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other inputs (default 1)")
    parser.add_argument("--loaders", nargs="+", choices=sorted(TARGETS), help="only these")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="at once (default: one a core)")
    parser.add_argument("--part", help=argparse.SUPPRESS)
    parser.add_argument("--first", type=int, default=0, help=argparse.SUPPRESS)
    return parser.parse_args()


def _tried(target: Target, asked: argparse.Namespace) -> int:
    """Try one loader in pieces, show how far it is, and return how many finds there were."""
    words: Counter[str] = Counter()
    finds: dict[str, bytes] = {}
    slowest, began, first, rate = (0.0, -1), time.monotonic(), 0, 0.0
    while first < asked.count:
        told = _piece(target, asked.seed, first, min(_AT_A_TIME, asked.count - first))
        words.update(told["words"])
        slowest = max(slowest, (told["slowest"], told["which"]))
        for kind, number in told["finds"].items():
            finds.setdefault(kind, made(target, asked.seed, number))
        first = told["next"]
        rate = first / (time.monotonic() - began)
        left = (asked.count - first) / rate / 60
        _say(f"{target.name:8} {first:>7,} inputs, {rate:,.0f} a second, {left:.1f} minutes to go", file=sys.stderr)
    said = ", ".join(f"{count:,} {word}" for word, count in words.most_common())
    _say(
        f"{target.name:8} {first:>7,} inputs, {rate:,.0f} a second: {said}; "
        f"slowest {slowest[0]:.2f} s (number {slowest[1]})"
    )
    for kind, content in finds.items():
        _say(f"         FOUND {kind} ({target.name})")
        _keep(target, kind, content)
    return len(finds)


def _say(text: str, *, file: TextIO = sys.stdout) -> None:
    file.write(f"{text}\n")
    file.flush()


def _piece(target: Target, seed: int, first: int, count: int) -> dict[str, Any]:
    """Try some inputs in a process of their own; where it dies, what it was at is a find."""
    command = [sys.executable, "-m", "tests.fuzz", "--part", target.name, "--seed", str(seed)]
    command += ["--first", str(first), "--count", str(count)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT) as process:
        assert process.stdout is not None
        lines = [json.loads(line) for line in process.stdout]
    if lines and "words" in lines[-1]:
        told: dict[str, Any] = lines[-1]
        return told
    at = lines[-1]["at"] if lines else first
    kind = "no end" if process.returncode == -14 else f"died with {process.returncode}"
    return {"words": {kind: 1}, "slowest": 0.0, "which": -1, "finds": {kind: at}, "next": at + 1}


def _part(target: Target, seed: int, first: int, count: int) -> None:
    """Try inputs, telling beforehand which one is tried."""
    import signal

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    words: Counter[str] = Counter()
    finds: dict[str, int] = {}
    slowest = (0.0, -1)
    for number in range(first, first + count):
        os.write(1, f'{{"at": {number}}}\n'.encode())
        signal.alarm(_TOO_LONG)
        content = made(target, seed, number)
        began = time.perf_counter()
        kind, word = tried(target, content)
        kind = kind.partition(" - ")[0]
        slowest = max(slowest, (time.perf_counter() - began, number))
        words[kind or word] += 1
        if kind:
            finds.setdefault(kind, number)
    told = {"words": words, "slowest": slowest[0], "which": slowest[1], "finds": finds, "next": first + count}
    os.write(1, json.dumps(told).encode() + b"\n")


def _keep(target: Target, kind: str, content: bytes) -> None:
    """Keep a find where the tests will try it again; what ends the process is kept as it is."""
    if not kind.startswith(("died", "no end")):
        content = smaller(target, content)
    folder = CORPUS / target.name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{hashlib.sha256(content).hexdigest()[:12]}.bin").write_bytes(content)


if __name__ == "__main__":
    main()
