"""`answerable check`: whether a file can be read, and what was understood."""

from __future__ import annotations

from answerable.cli.output import show_paper
from answerable.cli.reading import FileArgument, read


def check(file: FileArgument) -> None:
    """Report every problem in a file.

    Each comes with its place; warnings say how something was read. Then follows what was understood. No rules are run.
    """
    structure = read(file)
    from answerable.asking import settled
    from viz.contents_paper import contents_paper

    settled(structure)  # a file that names an unknown profile cannot be audited as it stands
    show_paper(contents_paper(structure))
