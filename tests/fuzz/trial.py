"""Throw one input at a loader."""

import functools
import tempfile
from pathlib import Path

from tests.fuzz.targets import Target

CORPUS = Path(__file__).parent / "corpus"
"""What went wrong once, a folder a loader, as small as it could be made."""


def outcome(target: Target, content: bytes) -> str:
    """Say in a word what a loader makes of an input. Raises what should never come of any."""
    path = Path(_folder().name) / f"input{target.suffix}"
    path.write_bytes(content)
    return target.read(path)


@functools.cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Make one folder for all inputs of a process, in memory where that can be had: a new one each takes longer."""
    memory = Path("/dev/shm")  # noqa: S108  a folder of its own is made in it
    return tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)


def fault(target: Target, content: bytes) -> str:
    """Say what comes of an input that never should, and nothing where nothing does."""
    return tried(target, content)[0]


def tried(target: Target, content: bytes) -> tuple[str, str]:
    """Say what comes of an input that never should, or else what did come of it."""
    try:
        return "", outcome(target, content)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        code = trace.tb_frame.f_code if trace is not None else None
        place = f"{Path(code.co_filename).name}:{code.co_name}" if code is not None else ""
        return f"{type(error).__name__} in {place} - {str(error)[:100]}", ""


def smaller(target: Target, content: bytes, tries: int = 400) -> bytes:
    """Take away from an input whatever can go while the same kind of fault comes of it."""
    kind = fault(target, content).partition(" - ")[0]
    step = len(content) // 2
    while step and tries:
        at = 0
        while at < len(content) and tries:
            shorter = content[:at] + content[at + step :]
            tries -= 1
            if fault(target, shorter).partition(" - ")[0] == kind:
                content = shorter
            else:
                at += step
        step //= 2
    return content
