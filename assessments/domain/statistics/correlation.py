"""Two coefficients of classical test theory; both count populations as samples, which cancels out."""

from collections.abc import Sequence
from math import sqrt
from statistics import fmean, variance


def correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Pearson's r of equally long values, -1 to 1; None where one of them does not vary.

    With zeros and ones on one side it is the point-biserial correlation (Lord & Novick 1968, Statistical Theories of
    Mental Test Scores, ch. 15).
    """
    if len(first) < 2:
        return None
    means = fmean(first), fmean(second)
    moved = [(a - means[0], b - means[1]) for a, b in zip(first, second, strict=True)]
    spread = sqrt(sum(a * a for a, _ in moved)) * sqrt(sum(b * b for _, b in moved))
    # A spread that is only rounding is none.
    return max(-1.0, min(1.0, sum(a * b for a, b in moved) / spread)) if spread > 1e-9 else None


def alpha(rows: Sequence[Sequence[float]]) -> float | None:
    """Cronbach's alpha, at most 1: how far the values of a row go together; None for one column or equal totals.

    k/(k-1) · (1 - Σ variance of each column / variance of the totals) over k columns (Cronbach 1951, Coefficient
    alpha and the internal structure of tests, Psychometrika 16:297-334).
    """
    if len(rows) < 2 or len(rows[0]) < 2:
        return None
    total = variance([sum(row) for row in rows])
    columns = list(zip(*rows, strict=True))
    parts = sum(variance(column) for column in columns)
    return len(columns) / (len(columns) - 1) * (1 - parts / total) if total > 1e-9 else None
