"""Worked examples of the rules that have too many of them for one file."""
