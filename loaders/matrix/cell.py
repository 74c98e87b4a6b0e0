"""What one cell of a membership matrix says: seats, nothing, a question, or something that is not understood."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.kinds import Role
from loaders.guesses.guesses import looks_like_person, looks_like_post
from loaders.matrix.names import is_rank, may_be_a_name, shown, without_ranks
from loaders.matrix.roles import CODES, NO_MARK, NOTE_MARK, OPEN_MARK, Meaning, Sort, key_of, meaning_of
from loaders.tables.sitting.role_words import as_one_word, ended
from loaders.tables.sitting.without_persons import without_persons

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphmodel.kinds import Capacity

_LONGEST = 200
"""Characters of a cell beyond which it is prose, and nothing is looked for in it."""


class Said(NamedTuple):
    """One seat that a cell tells of: in which role, and who has it if not the body itself."""

    role: Role
    person: str = ""
    post: str = ""
    places: int = 1
    vacant: bool = False
    voting: bool | None = None
    capacity: Capacity | None = None
    doubt: str = ""
    """Why the seat is only inferred."""


class Reading(NamedTuple):
    """What a cell says. `is_code` tells that it holds a known code, and nothing that is not understood."""

    sort: Sort = Sort.NONE
    seats: tuple[Said, ...] = ()
    note: str = ""
    """The text as it stands, without names of persons, where it says more than the seats do."""
    asked: tuple[str, ...] = ()
    """What is to be found out, each a sentence about the cell."""
    codes: tuple[str, ...] = ()
    is_code: bool = False


class Legend:
    """The meanings of codes: what a legend on the sheet says comes before what is usual."""

    def __init__(
        self,
        said: Mapping[str, Meaning] | None = None,
        people: Mapping[str, str] | None = None,
        notes: Mapping[str, str] | None = None,
    ) -> None:
        """Take what the sheet says, by `key_of` the code; `people` are initials with the names they stand for."""
        self.said = dict(said or {})
        self.people = dict(people or {})
        self.notes = dict(notes or {})
        self.read = lru_cache(maxsize=4096)(self._read)

    def meaning(self, text: str) -> Meaning | None:
        """Give the meaning of a code or word."""
        key = key_of(text)
        return self.said.get(key) or CODES.get(key)

    def _read(self, text: str) -> Reading:
        if not text:
            return Reading()
        whole = self._whole(text)
        if whole is not None:
            return whole
        if ended(text):
            return Reading(Sort.NONE, codes=(text,))
        if len(text) > _LONGEST:
            return Reading(Sort.OTHER, note=shown(text), asked=("is too long to be a code",))
        return _CellParts(self, text).reading()

    def _whole(self, text: str) -> Reading | None:
        """Read a cell that is one code and nothing else."""
        meaning = self.meaning(text)
        if meaning is None:
            return next((reading for mark, reading in _MARKS if mark.fullmatch(text)), None)
        if meaning.sort is Sort.OTHER:
            what = f"means “{meaning.words}” by the legend, which is no role"
            return Reading(Sort.OTHER, note=shown(text), asked=(what,), codes=(text,))
        if meaning.sort is Sort.VACANT:
            return Reading(Sort.VACANT, (Said(Role.MEMBER, vacant=True),), shown(text), codes=(text,))
        if meaning.sort is not Sort.SEAT:
            return Reading(meaning.sort, codes=(text,), asked=_NOTE if meaning.sort is Sort.NOTE else ())
        note = "" if meaning.plain and CODES.get(key_of(text)) == meaning else shown(text)
        return Reading(Sort.SEAT, (_seat(meaning),), note, codes=(text,), is_code=True)


def _seat(meaning: Meaning) -> Said:
    return Said(meaning.role, voting=meaning.voting, capacity=meaning.capacity)


class _CellParts:
    """A cell of several parts: codes, names, how many, and what is said of them in brackets."""

    def __init__(self, legend: Legend, text: str) -> None:
        self.legend = legend
        self.text = text
        self.roles: list[Meaning] = []
        self.people: list[str] = []
        self.initials: list[str] = []
        self.posts: list[str] = []
        self.places = 1
        self.sorts: set[Sort] = set()
        self.asked: list[str] = []
        self.codes: list[str] = []
        self.unknown = False
        self.seats: list[Said] = []

    def reading(self) -> Reading:
        text = NOTE_MARK.sub(" ", as_one_word(self.text))
        points = NOTE_MARK.search(self.text) is not None
        mark = NOTE_MARK.search(self.text)
        noted = self.legend.notes.get(mark[0], "") if mark else ""
        if points:
            self.asked.append(f"sends to a note, “{noted}”" if noted else "sends to a note")
        for unit in _UNITS.findall(_BEFORE_BRACKET.sub(" ", text)):
            self._unit(unit)
            self._finish()
        seats = _without_repeats(self.seats)
        has_code = bool(self.codes) and bool(seats) and not self.unknown
        if seats:
            note = f"{shown(self.text)}: {shown(noted)}" if noted else shown(self.text)
            return Reading(Sort.SEAT, seats, note, tuple(self.asked), tuple(self.codes), has_code)
        left = Sort.OTHER if self.unknown else Sort.NOTE if points else Sort.NONE
        sort = next((one for one in (Sort.OTHER, Sort.OPEN, Sort.NOTE) if one in self.sorts), left)
        return Reading(sort, (), shown(self.text), tuple(self.asked), () if self.asked else (self.text,))

    def _unit(self, unit: str) -> None:
        """Take in what stands between two commas."""
        bare = _BRACKETS.sub(" ", unit)
        for piece in _SHARED.split(bare):
            self._words(piece.strip(" -–—:*"), in_brackets=False)
        for found in _BRACKETS.finditer(unit):
            inside = found[1] or found[2] or ""
            if not self._take(inside.strip(), in_brackets=True):
                for piece in re.split(r"[,;/\n&]| and ", inside):
                    self._words(piece.strip(" -–—:*"), in_brackets=True)

    def _words(self, piece: str, *, in_brackets: bool) -> None:
        """Take in words: all of them as one, else the longest beginning that is known and then the rest."""
        if not piece or self._code_and_name(piece) or self._take(piece, in_brackets=in_brackets):
            return
        words = piece.split()
        if _STANDS_IN.match(piece) and len(words) > 1:
            self._meant(meaning_of(piece), piece)
            return
        if _WITH_LEAD.search(piece) and not _LEAD_FIRST.match(piece) and len(words[0]) > _LETTERS:
            self._not_understood(piece)
            return
        for size in range(len(words) - 1, 0, -1):
            first, rest = " ".join(words[:size]).rstrip(":-–—"), " ".join(words[size:]).lstrip(":-–— ")
            if self._is_code(first) and (not in_brackets or self._is_code(rest)):
                self._take(first, in_brackets=in_brackets)
                self._words(rest, in_brackets=True)
                return
        self._not_understood(piece)

    def _code_and_name(self, piece: str) -> bool:
        """Take in `Chair: J. Smith`. In `A. Brown` and `C J Smith`, the letter is the person's."""
        found = _CODE_AND_NAME.fullmatch(piece)
        if found is None or not self._is_code(found[1]):
            return False
        is_letter = len(found[1]) == 1 and found[1] not in "Xx✓1"
        if not looks_like_person(found[3]) or (is_letter and not found[2].strip() and not _TITLED.match(found[3])):
            return False
        self._take(found[1], in_brackets=False)
        self.people.append(found[3])
        return True

    def _is_code(self, text: str) -> bool:
        return self.legend.meaning(text) is not None or _TIMES.fullmatch(text) is not None

    def _take(self, text: str, *, in_brackets: bool) -> bool:
        """Take in a text that is one thing; False where it is not."""
        if not text or OPEN_MARK.fullmatch(text):
            self.sorts |= {Sort.OPEN} if text else set()
            return True
        if found := _TIMES.fullmatch(text):
            self.places = int(found[1] or found[2])
            return True
        if text.endswith("?") and self._is_code(text.rstrip("? ")):
            self.sorts.add(Sort.OPEN)
            text = text.rstrip("? ")
        meaning = self.legend.meaning(text)
        if meaning is not None:
            return self._meant(meaning, text)
        return self._named(text, in_brackets=in_brackets)

    def _named(self, text: str, *, in_brackets: bool) -> bool:
        """Take in who sits: a person, a post or initials; a rank belongs to the person that it stands behind."""
        if is_rank(text) and (self.people or any(seat.person for seat in self.seats)):
            return True
        name = self.legend.people.get(key_of(text), text)
        if name != text or looks_like_person(name) or (in_brackets and may_be_a_name(name)):
            self.people.append(name)
        elif looks_like_post(name) and (in_brackets or not _WITH_LEAD.search(name)):
            self.posts.append(name)
        elif _INITIALS.fullmatch(without_ranks(text)) and not (in_brackets and without_persons(text, ())):
            self.initials.append(text)
        else:
            return False
        return True

    def _meant(self, meaning: Meaning, text: str) -> bool:
        self.sorts.add(meaning.sort)
        if meaning.sort is Sort.SEAT:
            self.roles.append(meaning)
            self.codes.append(text)
        elif meaning.sort is Sort.OTHER:
            self.unknown = True
            self.asked.append(f"has “{text}”, which means “{meaning.words}” by the legend and is no role")
        return True

    def _not_understood(self, text: str) -> None:
        self.unknown = True
        self.asked.append(f"has “{text}”, which was not understood")

    def _finish(self) -> None:
        """Make the seats of what stood between two commas."""
        vacant = Sort.VACANT in self.sorts
        open_ = Sort.OPEN in self.sorts
        roles = _roles(self.roles)
        self._ask_of_initials(is_whole=not (roles or self.people or self.posts or vacant or self.places > 1))
        if roles and open_:
            self.asked.append("is not yet settled")
        if roles or self.people or self.posts or vacant or self.places > 1:
            doubt = "the cell says that it is not yet settled" if open_ else ""
            about = next((one for one in self.roles if one.voting is not None), None)
            capacity = next((one.capacity for one in self.roles if one.capacity), None)
            for role in roles or (Role.MEMBER,):
                said = Said(role, "", "", self.places, vacant, about.voting if about else None, capacity, doubt)
                self.seats += [said._replace(person=person, places=1) for person in self.people]
                self.seats += [said._replace(post=post) for post in self.posts]
                if not self.people and not self.posts:
                    self.seats.append(said)
        self.roles, self.people, self.posts, self.places, self.initials = [], [], [], 1, []
        self.sorts -= {Sort.VACANT, Sort.SEAT} | ({Sort.OPEN} if roles else set())

    def _ask_of_initials(self, *, is_whole: bool) -> None:
        """Ask who is meant; beside a code or a name, initials say who has that seat, and make none of their own."""
        for text in self.initials:
            if is_whole:
                self.asked.append(f"has “{text}”, which may be the initials of a person")
            else:
                self.asked.append(f"says who sits by “{text}”, which may be initials")
        if self.initials and is_whole:
            self.seats.append(Said(Role.MEMBER, doubt="letters that may be somebody's initials stand in the cell"))


def _roles(meanings: list[Meaning]) -> tuple[Role, ...]:
    """Give the roles that are said, each once; who chairs is a member anyhow, and needs no second seat for it."""
    roles = tuple(dict.fromkeys(meaning.role for meaning in meanings))
    leads = {Role.CHAIR, Role.VICE_CHAIR} & set(roles)
    return tuple(role for role in roles if role is not Role.MEMBER) if leads else roles


def _without_repeats(seats: list[Said]) -> tuple[Said, ...]:
    found = dict.fromkeys(seats)
    leads = any(seat.role in (Role.CHAIR, Role.VICE_CHAIR) and not seat.person and not seat.post for seat in found)
    plain = Said(Role.MEMBER)
    return tuple(seat for seat in found if not (leads and seat == plain))


_NOTE = ("sends to a note, and has no code of its own",)
_MARKS = (
    (OPEN_MARK, Reading(Sort.OPEN, codes=("?",))),
    (NO_MARK, Reading(Sort.NONE, codes=("-",))),
    (NOTE_MARK, Reading(Sort.NOTE, asked=_NOTE)),
)
_BEFORE_BRACKET = re.compile(r"\s*\n\s*(?=[(\[])")
_CODE_AND_NAME = re.compile(r"([^\s:.]+(?: [Cc]hair)?)(\s*[:–—-]\s*|\s+)(.+)", re.DOTALL)
_TITLED = re.compile(r"[A-Z][a-z]+\.? ")
"""How a name begins that begins with a word and not with a letter."""
_UNITS = re.compile(r"(?:\([^()]*\)|\[[^\[\]]*\]|[^,;\n])+")
"""What stands between commas; those in brackets do not part anything."""
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_SHARED = re.compile(r"[/+&]|\band\b")
"""What stands between codes that share what follows: `C/S (J. Smith)`."""
_LETTERS = 2
"""Letters of a code at most; what is longer before a role makes another of it."""
_STANDS_IN = re.compile(r"(?:deput(?:y|is(?:es|ing)|iz(?:es|ing))|substitutes?|alternate) (?:for|to) ", re.IGNORECASE)
_LEAD_FIRST = re.compile(r"(?:\w+[ -])?chair(?:man|woman|person)?(?![\w'’])", re.IGNORECASE)
_WITH_LEAD = re.compile(r"\bchair(?:man|woman|person)?\b", re.IGNORECASE)
"""A chair: what says that word and more is no post of its own, but one chair or another of the group."""
_TIMES = re.compile(
    r"[x×*] ?([2-9]|[1-9]\d)|([2-9]|[1-9]\d) ?(?:[x×]|places|seats|reps|members|representatives)?", re.IGNORECASE
)
_INITIALS = re.compile(r"[A-Z]{2,4}|[A-Z]{1,3}/[A-Z]{1,3}|(?:[A-Z]\.){2,4}")
