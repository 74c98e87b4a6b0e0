"""The rules, one a file: a module put into this folder is one more rule."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from queries.rule import Rule

RULES: tuple[Rule, ...] = tuple(
    import_module(f"{__name__}.{found.name}").RULE
    for found in sorted(iter_modules(__path__), key=lambda found: found.name)
    if not found.ispkg
)
"""Every rule that comes with the tool, by id."""
