"""What is known of a structure while replies change it is kept up, and not found out anew for each answer."""

from pathlib import Path

from graphmodel.shorthand import parse
from loaders.replies.changes import Changes
from tests.loaders.reply_sheets import answer, replied


def test_names_and_relations_grow_with_what_is_added() -> None:
    changes = Changes(parse("dag: group; csp: partnership; o: post; o on dag"))
    names = changes.names(("post",))
    added = parse("dag: group; p: post; p chairs dag; p on dag")
    changes.add(added.posts[0])
    for seat in added.seats:
        changes.add(seat)
    assert changes.names(("post",)) is names
    assert names.same("P") == ("p",)
    assert [seat.start for seat in changes.relations("seat", at="dag")] == ["o", "p", "p"]
    assert changes.relations("seat", at="csp") == []


def test_one_title_is_one_source_and_every_new_thing_has_an_id_of_its_own(tmp_path: Path) -> None:
    structure = parse("a: group; b: group; post-2: post")
    made, _ = replied(
        structure,
        tmp_path,
        answer("a", "chair", "new post: One", source="The  Minutes"),
        answer("b", "chair", "new post: Two; new post: Three", source="the minutes"),
    )
    assert [post.id for post in made.posts] == ["post-2", "post-1", "post-3", "post-4"]
    assert [source.name for source in made.sources] == ["The Minutes"]
