"""The only spelling of labels, relationship types and property names in the property graph.

Everything is derived from the classes of the model, so a new relation cannot be spelled in two ways; Cypher is put
together from these names and from nothing that a user wrote.
"""

from __future__ import annotations

from graphmodel.entities import ENTITIES
from graphmodel.relations import RELATIONS

LABELS: dict[str, str] = {entity.TYPE: entity.TYPE.capitalize() for entity in ENTITIES}
"""Entity type to node label: ``body`` to ``Body``."""

TYPES: dict[str, str] = {relation.TYPE: relation.TYPE.upper() for relation in RELATIONS}
"""Relation type to relationship type: ``part_of`` to ``PART_OF``."""

STRUCTURE = "Structure"
CLAIM = "Claim"
SILENCE = "Silence"
COMPLETENESS = "Completeness"
ENTITY = "Entity"
"""A second label on every entity, so that one index finds any of them by id."""

ORIGINAL = "ORIGINAL"
"""From a change to one of the things it began with."""

KEY = "key"
"""An entity's id or a relation's natural key, within its structure."""
ORDER = "ordinal"
"""The place in its table, so that what comes back stands in the order it had."""
IN_STRUCTURE = "structure"
ABOUT = "about"
EVIDENCE = "evidence_"
"""The prefix of the flattened properties of the evidence."""

START_EARLIEST = "start_earliest"
START_LATEST = "start_latest"
END_EARLIEST = "end_earliest"
END_LATEST = "end_latest"
SPAN = (START_EARLIEST, START_LATEST, END_EARLIEST, END_LATEST)
"""Derived: the bounds of a fact, where it has any."""
OPEN_SINCE = "open_since"
"""Derived: the first day from which a change leaves open whether the entity goes on."""
TERMINUS = "is_terminus"
"""Derived: whether accountability may end here."""
END_MODALITY = "end_modality"
"""Derived: how firmly it stands that the entity ended."""
HASH = "hash"
"""On the head node of a structure: the hash of its content, see `graphmodel.content`."""
SHAPE = "shape"
"""On the head node of a structure: the version of the mapping it was stored with, see `graphmodel.stored`."""
OWN = "own"
"""Derived, on a claim: the value that the item itself gives the property, where it gives one."""
DERIVED = frozenset({*SPAN, OPEN_SINCE, TERMINUS, END_MODALITY, OWN, KEY, ORDER, IN_STRUCTURE})
"""What is worked out or added on the way into a graph, and left out on the way back."""
