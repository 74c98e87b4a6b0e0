"""Where the objects of a Popolo file stand, for whoever asks by row and field as of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.gathered import Sheet, Where

if TYPE_CHECKING:
    from graphmodel.place import Location
    from loaders.parsed import FieldPath, Parsed

FIELDS = {
    "valid_from": ("start_date", "founding_date"),
    "valid_to": ("end_date", "dissolution_date"),
    "member": ("person_id", "member_id", "post_id", "member", "person", "post"),
    "person": ("person_id", "person"),
    "post": ("post_id", "post"),
    "group": ("organization_id", "organization"),
    "home": ("organization_id", "organization"),
    "to": ("parent_id", "post_id", "organization_id", "area_id"),
    "from": ("person_id", "id"),
    "on_behalf_of": ("on_behalf_of_id", "on_behalf_of"),
    "kind": ("classification",),
    "aliases": ("other_names",),
}
"""Under which names the fields of a structure stand in Popolo, where they have others."""


class InJson(Sheet):
    """A file of objects that is asked as a sheet of rows is: a row is an object, by its number."""

    parsed: Parsed
    paths: list[FieldPath]

    @classmethod
    def of(cls, parsed: Parsed) -> InJson:
        """Begin with no objects."""
        made = cls(parsed.source.file, None, dict.fromkeys(FIELDS, 1) | {"name": 1, "id": 1, "role": 1})
        made.parsed, made.paths = parsed, []
        return made

    def where(self, path: FieldPath) -> Where:
        """Take in an object by the way to it."""
        self.paths.append(path)
        return Where(self, len(self.paths) - 1)

    def at(self, row: int | None = None, field: str = "") -> Location:
        """Give the line and column of a field of an object, or of the object where it has no such field."""
        path = () if row is None else self.paths[row]
        value: object = self.parsed.content
        for step in path:
            value = value[step]  # type: ignore[index]  # the path leads through lists and dicts
        names = (*FIELDS.get(field, ()), field)
        name = next((name for name in names if isinstance(value, dict) and value.get(name) is not None), None)
        return self.parsed.place(path if name is None else (*path, name))
