"""The hash that names the content of a structure, whatever file or database it came from."""

from __future__ import annotations

import hashlib

from graphmodel.structure import Structure


def content_hash(structure: Structure) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of the structure as JSON, all fields in their order.

    What is not given is left out, so a field that is added to the model one day changes no hash. (Leaving out every
    default, as a document does, would mean comparing each with its default: that takes three times as long.)
    """
    document = structure.model_dump_json(by_alias=True, exclude_none=True)
    return hashlib.sha256(document.encode()).hexdigest()[:16]
