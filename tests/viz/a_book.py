"""A book with everything that a sheet can have."""

from viz.about import About
from viz.book import Book, Column, Sheet

MANY = tuple(f'Choice number {number}, with a comma and "quotes"' for number in range(40))
BOOK = Book(
    "Reply sheet",
    (
        Sheet(
            "Replies",
            (
                Column("No.", 6),
                Column("Question", 50),
                Column("Answer", 30, entry=True),
                Column("Yes or no", 12, ("yes", "no", "not known"), entry=True),
                Column("Which", 20, MANY, entry=True),
                Column("Key", 10, hidden=True),
            ),
            (
                (1, "To whom does it answer?", None, "yes", None, "a"),
                (2, '=HYPERLINK("http://example.org")', "@SUM(A1)", None, None, "b"),
                (2.5, "line one\nline two", "-1", None, None, "c"),
            ),
            ("What we would like to know", "Fill in what you know."),
        ),
        Sheet("Empty", (Column("Name"), Column("To fill in", entry=True))),
    ),
    About("Questions", "answerable 9.9", "2003-11-21"),
)
