"""Last year's slide: its boxes as groups and bodies, its connectors as lines, all of it inferred."""
