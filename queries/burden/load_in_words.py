"""A load in words: as much as is known, and for how many seats it is not."""

from __future__ import annotations

from fractions import Fraction

from queries.burden.load import YEAR, Load, of_a_year


def hours_in_words(load: Load) -> str:
    """Say how many hours a year a load is, as far as it can be told."""
    if load.without_hours == load.seats:
        return "How many hours that is cannot be told: how often or how long the groups meet is not evidenced."
    if load.is_exact:
        return f"That is {in_figures(load.hours)} hours a year in meetings."
    if not load.without_hours:
        return f"That is at least {in_figures(load.hours)} hours a year in meetings."
    return (
        f"That is at least {in_figures(load.hours)} hours a year in meetings; how often or how long the groups meet is "
        f"not evidenced for {load.without_hours} of {load.seats} seats."
    )


def figures_of(load: Load, year: int = YEAR) -> dict[str, tuple[int, int]]:
    """Return a load as shares: of the seats how many are known in full, and of a year, where any hours are known."""
    figures = {"seats of which rhythm and length are known": load.known_share}
    if load.without_hours < load.seats:
        figures[f"hours, of the {year} of a full-time year"] = of_a_year(load, year)
    return figures


def in_figures(number: Fraction) -> str:
    """Write a number as people do: ``24``, ``1.5``, and ``about 3.33`` where two places do not say all of it."""
    if number < 0:
        return f"{_MINUS}{in_figures(-number)}".replace(f"{_MINUS}about ", f"about {_MINUS}")
    if number.denominator == 1:
        return str(number.numerator)
    hundredths = round(number * 100)
    shown = f"{hundredths // 100}.{hundredths % 100:02d}".rstrip("0").rstrip(".")
    return shown if hundredths == number * 100 else f"about {shown}"


_MINUS = "−"
