"""The heading of a chart: what its rows show, computed from the rows alone."""

from collections.abc import Sequence

from careers.presentation import words
from careers.presentation.figures import Figure

NOUNS = {
    "pay": "pay figures",
    "share": "shares",
    "growth": "growth figures",
    "count": "counts",
    "cost": "costs",
    "duration": "durations",
}


def finding(figures: Sequence[Figure]) -> str:
    """What the rows show in one sentence, computed from the rows alone."""
    low, high = min(figure.low for figure in figures), max(figure.high for figure in figures)
    noun, unit = NOUNS.get(figures[0].measure, "figures"), figures[0].unit
    contested = max(figures, key=lambda figure: len(_dated_rivals(figure, figures)))
    against = _dated_rivals(contested, figures)
    if len(against) > 1 and _stands_apart(contested, against):
        return _dispute(contested, against)
    is_open = any(figure.open_ended and figure.high == high for figure in figures)
    if low == high:
        return f"{words.counting(len(figures))} {noun}, each {words.amount(low, unit)}"
    return f"{words.counting(len(figures))} {noun}, from {words.span(low, high, unit, is_open=is_open)}"


def _stands_apart(figure: Figure, others: Sequence[Figure]) -> bool:
    return figure.high < min(other.low for other in others) or figure.low > max(other.high for other in others)


def _dispute(contested: Figure, against: Sequence[Figure]) -> str:
    low, high = min(figure.low for figure in against), max(figure.high for figure in against)
    stated = sorted(figure.year for figure in against if figure.year is not None)
    when = f"{stated[0]} to {stated[-1]}" if stated[0] < stated[-1] else f"{stated[0]}"
    many, span = words.counting(len(against)).lower(), words.span(low, high, contested.unit)
    return f"The disputed {contested.value} stands against {many} dated figures of {span}, {when}"


def _dated_rivals(figure: Figure, rows: Sequence[Figure]) -> list[Figure]:
    keys = {rival.key for rival in figure.rivals}
    return [row for row in rows if row.key in keys and row.year is not None]
