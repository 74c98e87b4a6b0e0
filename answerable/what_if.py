"""What a proposed change would do, and what hangs on one post, body or group: asked of a structure in memory."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from answerable.asking import Asked, known_rules

if TYPE_CHECKING:
    from graphmodel.structure import Structure
    from queries.burden.assumed import Assumptions
    from queries.whatif.change import Change
    from queries.whatif.depends import Depends
    from queries.whatif.results import WhatIf


def would_be(
    structure: Structure,
    change: Change,
    asked: Asked,
    assume: str | os.PathLike[str] | Assumptions | None = None,
    wrong: Iterable[str] = (),
) -> WhatIf:
    """Tell what would be if a change were carried out; its names may be ids, names or aliases.

    Assumptions may speak of what the change makes. Raises InputError with everything that is wrong, after
    what was `wrong` before.
    """
    from answerable.assumptions import read_assumptions
    from answerable.proposing import settled_change
    from queries.whatif.applying import applied
    from queries.whatif.what_if import Asked as WithWhat
    from queries.whatif.what_if import what_if

    settled, day = settled_change(structure, change, asked.as_of, wrong)
    rules = known_rules() if asked.rules is None else asked.rules
    after = () if assume is None else (applied(structure, settled, day).structure,)
    assumptions = read_assumptions(assume, structure, *after, spare=True)
    return what_if(structure, settled, day, WithWhat(asked.profile, rules, asked.evidence), assumptions)


def hanging_on(structure: Structure, who: str, asked: Asked) -> Depends:
    """Tell what hangs on a post, body, group or person, by id, name or alias. Raises InputError where none is meant."""
    from answerable.errors import InputError
    from answerable.kinds_meant import SITS
    from answerable.meant import Meant
    from graphmodel.dates import Current
    from graphmodel.index import Index
    from queries.whatif.depends import depends
    from queries.whatif.what_if import Asked as WithWhat
    from queries.wording import day_in_words

    meant = Meant(structure)
    id_ = meant.meant(who, SITS)
    if not meant.wrong and Index(structure, asked.as_of).current(id_) is Current.NO:
        meant.wrong.append(f"{meant.name(id_)} is not there on {day_in_words(asked.as_of)}.")
    if meant.wrong:
        raise InputError("\n".join(meant.wrong))
    rules = known_rules() if asked.rules is None else asked.rules
    return depends(structure, id_, asked.as_of, WithWhat(asked.profile, rules, asked.evidence))
