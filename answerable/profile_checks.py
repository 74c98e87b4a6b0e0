"""What can be wrong with a profile that its model allows: rules and settings that there are not, and the like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from loaders.documents import Wrong
from loaders.names import nearest
from loaders.wording import described, one_of, quoted
from queries.clauses import source_titles
from queries.profile import profile_ids
from queries.rule import Rule


def profile_check(rules: Iterable[Rule]) -> Callable[[object], Iterator[Wrong]]:
    """Return what looks over the plain values of a profile for everything that its model cannot know."""
    known = {rule.id: rule for rule in rules}

    def check(content: object) -> Iterator[Wrong]:
        if not isinstance(content, Mapping):
            return
        yield from _names(content)
        yield from _days(content)
        yield from _sources(content.get("sources"))
        yield from _rules(content.get("rules"), known)

    return check


def _names(content: Mapping[str, object]) -> Iterator[Wrong]:
    """A profile that asks anything of its own needs a name of its own: reports say by which one they were made."""
    own = content.get("id")
    changes = set(content) - {"schema", "extends"}
    if isinstance(own, str) and own in profile_ids():
        yield Wrong(("id",), f"{quoted(own)} is a profile that comes with the tool.", "Give yours an id of its own.")
    if own is None and (changes or "extends" not in content):
        yield Wrong((), "This profile has no `id`.", "Add one of its own, such as `id: our-partnership`.")
    if content.get("title") is None and "extends" not in content:
        yield Wrong((), "This profile has no `title`.", "Add it, or let it `extends` another profile.")


def _days(content: Mapping[str, object]) -> Iterator[Wrong]:
    first, last = str(content.get("applies_from") or ""), str(content.get("applies_to") or "")
    if first and last and first > last:
        yield Wrong(("applies_to",), f"It ends on {last}, before it begins on {first}.", "Correct one of the two.")


def _sources(sources: object) -> Iterator[Wrong]:
    known = source_titles()
    for order, source in enumerate(sources if isinstance(sources, list) else ()):
        if isinstance(source, str) and source not in known:
            remedy = _meant(source, known) or f"There are {one_of(map(quoted, known), last='and')}."
            yield Wrong(("sources", order), f"There are no clauses of {quoted(source)}.", remedy)


def _rules(rules: object, known: Mapping[str, Rule]) -> Iterator[Wrong]:
    for name, asked in (rules if isinstance(rules, Mapping) else {}).items():
        if name not in known:
            remedy = _meant(name, known) or "`answerable explain` lists them."
            yield Wrong(("rules", name), f"There is no rule {quoted(name)}.", remedy, at_key=True)
        elif isinstance(asked, Mapping):
            yield from _settings(asked.get("settings"), known[name])


def _settings(settings: object, rule: Rule) -> Iterator[Wrong]:
    for name, setting in (settings if isinstance(settings, Mapping) else {}).items():
        path = ("rules", rule.id, "settings", name)
        if name not in rule.settings:
            has = f"It has {one_of(map(quoted, rule.settings), last='and')}." if rule.settings else "It has none."
            remedy = _meant(name, rule.settings) or has
            yield Wrong(path, f"{rule.id} has no setting {quoted(name)}.", remedy, at_key=True)
        elif isinstance(setting, Mapping) and "value" in setting and not _fits(setting["value"], rule.settings[name]):
            wanted = _SORTS.get(type(rule.settings[name]), "another sort of value")
            what = f"{quoted(name)} of {rule.id} cannot be {described(setting['value'])}."
            yield Wrong((*path, "value"), what, f"Write {wanted}.")


_SORTS: Mapping[type, str] = {bool: "true or false", int: "a number", float: "a number", str: "a text"}


def _fits(value: object, standard: object) -> bool:
    """Tell whether a value is of the sort of the one that the rule has as it stands."""
    if isinstance(standard, bool) or isinstance(value, bool):
        return isinstance(standard, bool) and isinstance(value, bool)
    if isinstance(standard, int | float):
        return isinstance(value, int | float)
    return isinstance(value, str)


def _meant(name: str, known: Iterable[str]) -> str:
    likest = nearest(name, known)
    return f"Did you mean {one_of(map(quoted, likest))}?" if likest else ""
