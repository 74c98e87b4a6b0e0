"""Which installed package an entry point is of, as a sentence names it."""

from __future__ import annotations

from importlib.metadata import EntryPoint


def who(entry: EntryPoint) -> str:
    """Name the package at the beginning of a sentence."""
    return f"The package {package(entry)}"


def package(entry: EntryPoint) -> str:
    """Name the package; without its metadata, by the module that the entry point leads to."""
    return entry.dist.name if entry.dist else entry.module
