"""What to ask, of whom: one question for each thing that is not known, however many rules want it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from graphmodel.dates import UNKNOWN, Day
from graphmodel.evidence import Record, What
from graphmodel.index import Index
from graphmodel.relations import Seat
from graphmodel.structure import Structure
from queries.asking.addressee import agencies_of, vacant_since, whom_to_ask
from queries.asking.apart import of_seats, parts
from queries.asking.questions import question_of
from queries.asking.wants import OPEN
from queries.findings.report import Finding, Named, Report, Want
from queries.outcome import Severity
from queries.rule import Status
from queries.wording import day_in_words

CO_ORDINATOR = "The co-ordinator"
_STATUSES = tuple(Status)
_SEVERITIES = tuple(Severity)


class Request(Record):
    """One question: what is not known (`want`), who would know, which rules want it, and why it matters.

    `priority` is None for what the sources leave out and no rule asks for. `findings` are the identities of those that
    an answer may settle.
    """

    want: Want
    subject: Named
    question: str
    why: str = ""
    priority: Severity | None = None
    to: Named
    attention: Named
    because: str
    rules: tuple[str, ...] = ()
    clauses: tuple[Named, ...] = ()
    findings: tuple[str, ...] = ()


class SeatOn(Record):
    """A seat as it is recorded, to be confirmed by the agency whose it is."""

    key: str
    member: Named
    group: Named
    role: str


class Agency(Record):
    """What one agency is asked: its seats to confirm, and questions, the weightiest first.

    An empty id is the co-ordinator: of what nobody else is evidenced to know.
    """

    id: str
    name: str
    seats: tuple[SeatOn, ...]
    requests: tuple[Request, ...]

    def asked(self) -> tuple[Request, ...]:
        """Return the questions that a rule wants answered."""
        return tuple(request for request in self.requests if request.priority is not None)

    def also(self) -> tuple[Request, ...]:
        """Return what else is not stated, of which nothing depends."""
        return tuple(request for request in self.requests if request.priority is None)


def requests(report: Report, structure: Structure) -> tuple[Request, ...]:
    """Return every question once, the weightiest first, then what else the sources do not say.

    `report` is an audit of `structure`, with the names of persons in it.
    """
    index = Index(structure, Day(report.as_of))
    open_ = report.with_status(*OPEN)
    merged, words = _merged(open_, index)
    asked = [_request(want, findings, words[want], report, index) for want, findings in merged.items()]
    known = {(want.about, want.what) for want in (*merged, *(want for finding in open_ for want in finding.wants))}
    silent = [
        _silent(want, index)
        for want in dict.fromkeys(_silences(structure, index))
        if (want.about, want.what) not in known
    ]
    statuses = {finding.identity: finding.status for finding in open_}
    return (*sorted(asked, key=lambda one: _weight(one, statuses)), *silent)


def by_agency(found: Iterable[Request], structure: Structure, as_of: Day) -> tuple[Agency, ...]:
    """Sort questions by the agency they go to, with its seats; the one asked the weightiest question comes first.

    An agency with seats and no question is asked to confirm them. The co-ordinator comes last.
    """
    index = Index(structure, as_of)
    pages: dict[str, list[Request]] = {}
    for request in found:
        pages.setdefault(request.to.id, []).append(request)
    seats = _seats(index)
    first = tuple(page for page in pages if page)
    others = sorted(set(seats) - set(first))
    return tuple(
        Agency(
            id=id_,
            name=_name(index, id_) or CO_ORDINATOR,
            seats=tuple(seats.get(id_, ())),
            requests=tuple(pages.get(id_, ())),
        )
        for id_ in (*first, *others, *([""] if "" in pages else []))
    )


def _merged(findings: Iterable[Finding], index: Index) -> tuple[dict[Want, list[Finding]], dict[Want, str]]:
    """Put the findings that want the same together; those that say only what they ask, by their words.

    What several would have to answer is taken apart; the words for each come with it.
    """
    merged: dict[Want, list[Finding]] = {}
    words: dict[Want, str] = {}
    spoken: dict[tuple[tuple[str, ...], str], Want] = {}
    for finding in findings:
        if not finding.ask:
            continue
        subjects = tuple(subject.id for subject in finding.subjects)
        found = of_seats(finding, index)
        if not found:
            wanted = finding.wants or (spoken.setdefault((subjects, finding.ask), _unnamed(finding)),)
            found = tuple(part for want in wanted for part in parts(want, finding, index))
        for part in found:
            merged.setdefault(part.want, []).append(finding)
            words.setdefault(part.want, part.question)
    return merged, words


def _unnamed(finding: Finding) -> Want:
    first, *others = (subject.id for subject in finding.subjects)
    return Want(about=first, what=finding.rule, towards=tuple(others))


def _request(want: Want, findings: list[Finding], words: str, report: Report, index: Index) -> Request:
    first = findings[0]
    asking = tuple(dict.fromkeys(finding.rule for finding in findings))
    to = whom_to_ask(index, want.about, want.what, want.towards)
    return Request(
        want=want,
        subject=_subject(index, want.about),
        question=words or _question(want, first, report, index),
        why=report.rule(first.rule).why,
        priority=min((finding.priority for finding in findings), key=_SEVERITIES.index),
        rules=asking,
        clauses=tuple(dict.fromkeys(clause for rule in asking for clause in report.rule(rule).clauses)),
        findings=tuple(finding.identity for finding in findings),
        to=_named(index, to.agency),
        attention=_named(index, to.attention),
        because=to.because,
    )


def _question(want: Want, finding: Finding, report: Report, index: Index) -> str:
    """Return the rule's own words; where those only ask for dates or which is right, with what they are about."""
    if finding.status is Status.CONFLICT:
        if not finding.because:
            return finding.ask
        return f"{finding.board.rstrip('.')} ({finding.because.rstrip('.')}). Which is right?"
    if want.what == What.HOLDER and (since := vacant_since(index, want.about)):
        when = f" since {day_in_words(since)}" if since != UNKNOWN else ""
        return f"{finding.ask} By what was read the post is vacant{when}."
    if want.what == What.DATE and want.about in report.facts:
        says = report.facts[want.about].says
        return f"From when to when was this so: {says}?"
    if want.what == What.CONTINUATION:
        return question_of(want.about, want.what, index)
    return finding.ask


def _weight(request: Request, statuses: Mapping[str, Status]) -> tuple[int, int, int, str, str, tuple[str, ...]]:
    worst = min(_STATUSES.index(statuses[identity]) for identity in request.findings)
    priority = _SEVERITIES.index(request.priority) if request.priority else len(_SEVERITIES)
    return priority, worst, -len(request.rules), request.want.about, request.want.what, request.want.towards


def _silences(structure: Structure, index: Index) -> Iterator[Want]:
    """Yield what the sources do not say of anything that is still there, in the order of the file."""
    for silence in structure.silences:
        if index.current(silence.about) != "no" and not index.left_open(silence.about):
            yield Want(about=silence.about, what=silence.what)


def _silent(want: Want, index: Index) -> Request:
    to = whom_to_ask(index, want.about, want.what)
    return Request(
        want=want,
        subject=_subject(index, want.about),
        question=question_of(want.about, want.what, index),
        to=_named(index, to.agency),
        attention=_named(index, to.attention),
        because=to.because,
    )


def _seats(index: Index) -> dict[str, list[SeatOn]]:
    found: dict[str, list[SeatOn]] = {}
    for seat in index.of_type("seat"):
        if isinstance(seat, Seat) and seat.evidence.modality not in ("denied", "not_stated"):
            for agency in agencies_of(index, seat):
                found.setdefault(agency, []).append(
                    SeatOn(
                        key=seat.key,
                        member=_named(index, seat.member),
                        group=_named(index, seat.group),
                        role=seat.role,
                    )
                )
    return found


def _subject(index: Index, about: str) -> Named:
    """Name what a question is about; a relation by the entity that it starts from."""
    return Named(id=about, name=_name(index, about if " " not in about else about.split(" ")[1]))


def _named(index: Index, id_: str) -> Named:
    return Named(id=id_, name=_name(index, id_))


def _name(index: Index, id_: str) -> str:
    if id_ == index.structure.id and id_ not in index.entity:
        return index.structure.title
    return index.entity[id_].name if id_ in index.entity else id_
