"""What a line is on, by what the words say."""

import pytest

from queries.ways.topics import only_informs, topic


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("performance", "the performance report"),
        ("Performance", "reports on performance"),
        ("treatment of drugs", "drugs treatment update"),
        ("crime plan", "its crime plan"),
    ],
)
def test_one_subject_in_two_ways(one: str, other: str) -> None:
    assert sorted(topic(one).split()) == sorted(topic(other).split())


def test_other_subjects_stay_apart() -> None:
    assert (
        len({topic(subject) for subject in ("money", "treatment", "performance of money", "the report", "a paper")})
        == 5
    )


@pytest.mark.parametrize("subject", ["information", "for information only", "Exchange of information", "news"])
def test_what_only_informs(subject: str) -> None:
    assert only_informs(subject)


@pytest.mark.parametrize("subject", ["", "the report", "crime", "information on crime", "exchange", "only"])
def test_what_does_more(subject: str) -> None:
    assert not only_informs(subject)
