"""Clauses: our documents in good order, and those that installed packages bring, through a real entry point."""

import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from pydantic import ValidationError

from queries.clauses import Clause, ClauseKind, Clauses, ClausesError, clauses, documents, source_titles
from queries.clauses.added import GROUP, collected
from tests.sample_data.test_own_words import copied

OWN = """
import importlib.resources
from pathlib import Path
from queries.clauses import Clause, ClauseKind, Clauses

CLAUSE = Clause(id="own#1", source="own", place="1", says="A clerk is named.", kind=ClauseKind.REQUIREMENT)
DOCUMENT = Clauses(source="own", title="Our own", clauses=(CLAUSE,))
BYTES = DOCUMENT.model_dump_json(by_alias=True).encode()
FILE = Path(__file__).with_name("own.json")
TEXT = str(FILE)
PACKAGED = importlib.resources.files("queries.clauses").joinpath("practice.json")
SEVERAL = (DOCUMENT, DOCUMENT.model_copy(update={"source": "other", "clauses": ()}))
TAKEN = DOCUMENT.model_copy(update={"source": "practice"})
LOST = str(FILE.with_name("lost.json"))
BROKEN = b'{"source": "own", "title": "Ours", "clauses": [{"id": "own1", "source": "own", "place": "1", "kind": "x"}]}'
NO_JSON = b"clauses:"
NOTHING = 7
"""


@pytest.fixture(autouse=True)
def _own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "own_clauses.py").write_text(OWN, "utf-8")
    clause = Clause(id="own#1", source="own", place="1", says="A clerk is named.", kind=ClauseKind.REQUIREMENT)
    document = Clauses(source="own", title="Our own", clauses=(clause,))
    (tmp_path / "own.json").write_text(document.model_dump_json(by_alias=True), "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    sys.modules.pop("own_clauses", None)


def entry(value: str) -> EntryPoint:
    return EntryPoint(name="own", value=value, group=GROUP)


def test_every_clause_is_told_in_one_plain_sentence() -> None:
    for clause in clauses().values():
        assert clause.says.endswith("."), clause.id
        assert clause.says[0].isupper(), clause.id
        assert "\n" not in clause.says, clause.id


def test_no_clause_repeats_the_guidance() -> None:
    texts = ((clause.id, text) for clause in clauses().values() for text in (clause.says, clause.note or ""))
    assert [(name, list(copied(text))) for name, text in texts if list(copied(text))] == []


def test_every_document_has_a_title_and_its_clauses_stand_under_its_source() -> None:
    assert set(source_titles()) == {clause.source for clause in clauses().values()} == set(documents())
    assert list(documents()) == sorted(documents())
    assert all(clause.id == name and name.startswith(f"{clause.source}#") for name, clause in clauses().items())


@pytest.mark.parametrize("bullet", ["b1", "b2", "b3", "b4", "b5"])
def test_every_bullet_of_paragraph_2_1_has_its_clauses(bullet: str) -> None:
    assert [name for name in clauses() if name.startswith(f"guidance-2003-11-21#2.1.{bullet}.")]


def test_the_letter_has_its_five_criteria() -> None:
    criteria = {name for name in clauses() if name.startswith("letter-2003-10-21#p2.")}
    assert criteria >= {
        f"letter-2003-10-21#p2.{name}" for name in ("planning", "support", "funding", "players", "characteristics")
    }


@pytest.mark.parametrize("name", ["DOCUMENT", "BYTES", "FILE", "TEXT"])
def test_a_package_brings_a_document_or_says_where_it_stands(name: str) -> None:
    ours = set(documents())
    added = [document for document in collected([entry(f"own_clauses:{name}")]) if document.source not in ours]
    assert [(document.source, document.clauses[0].id) for document in added] == [("own", "own#1")]


def test_a_package_brings_several_documents() -> None:
    sources = {document.source for document in collected([entry("own_clauses:SEVERAL")])}
    assert sources - set(documents()) == {"own", "other"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("TAKEN", "The package own_clauses adds the clauses of practice, but answerable itself has them already."),
        ("PACKAGED", "The package own_clauses adds the clauses of practice, but answerable itself has them already."),
        ("LOST", "adds clauses that cannot be read from `"),
        ("BROKEN", "adds clauses that are not in order: clauses.0.id: "),
        ("BROKEN", "clauses.0.says: Field required; clauses.0.kind: "),
        ("NO_JSON", "adds clauses that are not in order: the document: Invalid JSON"),
        ("NOTHING", "adds something that is no document of clauses through `own_clauses:NOTHING`: int."),
        ("NOWHERE", "adds clauses that cannot be loaded from `own_clauses:NOWHERE`"),
    ],
)
def test_clauses_that_cannot_be_used_are_named_with_their_package(name: str, told: str) -> None:
    with pytest.raises(ClausesError) as raised:
        collected([entry(f"own_clauses:{name}")])
    assert told in str(raised.value)
    assert str(raised.value).startswith("The package own_clauses adds ")


def test_two_packages_with_the_same_source() -> None:
    with pytest.raises(ClausesError, match="adds the clauses of own, but The package own_clauses has them already"):
        collected([entry("own_clauses:BYTES"), entry("own_clauses:DOCUMENT")])


@pytest.mark.parametrize(
    ("ids", "told"), [(("own#1", "own#1"), "twice: own#1"), (("other#1",), "not of the source own: other#1")]
)
def test_a_document_with_ids_that_do_not_fit_is_refused(ids: tuple[str, ...], told: str) -> None:
    several = [Clause(id=name, source="own", place="1", says="So it is.", kind=ClauseKind.PRINCIPLE) for name in ids]
    with pytest.raises(ValidationError, match=told):
        Clauses(source="own", title="Our own", clauses=tuple(several))
