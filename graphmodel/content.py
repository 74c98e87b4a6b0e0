"""The hash that names the content of a structure, whatever file or database it came from."""

from __future__ import annotations

import hashlib
import json

from graphmodel.structure import Structure


def content_hash(structure: Structure) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of the structure's canonical document."""
    document = json.dumps(structure.document(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(document.encode("utf-8", "surrogatepass")).hexdigest()[:16]
