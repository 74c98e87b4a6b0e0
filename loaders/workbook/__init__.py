"""Workbooks: reading them safely, the template, the filled copy, the copy with the problems marked."""
