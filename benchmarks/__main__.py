"""``python -m benchmarks``: what ``make bench`` runs."""

from __future__ import annotations

from benchmarks.run import main

main()
