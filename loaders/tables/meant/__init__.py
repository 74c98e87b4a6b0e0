"""Who and what is meant: ids, names, rows about one thing, and what is only named."""
