"""Terms of reference: their headings, and what they say against what is otherwise known."""
