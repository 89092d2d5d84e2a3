"""What bands, states and scores are called on pages, and how the names of skills read in a sentence."""

from collections.abc import Sequence
from math import floor

from assessments.domain import scoring

BANDS = {"starting": "Starting out", "building": "Building", "close": "Close to ready", "ready": "Ready"}
BAND_STARTS = tuple(start for start, _ in scoring.BANDS)
NOT_ASKED = "not_asked"
STATUSES = {"gap": "Gap", "unsure": "Unsure", "met": "Met", NOT_ASKED: "Not asked"}
NECESSITIES = {"required": "Required", "expected": "Expected", "helpful": "Helpful"}
GATE_STATES = {
    "met": "Met",
    "in_progress": "In progress",
    "not_met": "Not met",
    "not_applicable": "Does not apply to you",
}
NO_CHANCE = "Not had the chance"


def whole(value: float) -> int:
    """A score as the whole number that every heading, chart and sentence shows.

    Halves go up, but never into a band that the score has not reached: 74.6 is not yet the 75 at which ready begins.
    """
    exact = round(value, 2)
    rounded = floor(exact + 0.5)
    return rounded - 1 if exact < rounded and rounded in BAND_STARTS else rounded


def within(name: str) -> str:
    """A name as it reads inside a sentence; acronyms keep their capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def named(names: Sequence[str]) -> str:
    """Names as one list; a comma before the last, because names hold an "and" themselves."""
    inside = [within(name) for name in names]
    return ", and ".join([", ".join(inside[:-1]), inside[-1]] if len(inside) > 1 else inside)


def between(low: int, high: int) -> str:
    """Where a score probably lies, after the word "likely"."""
    return f"between {low} and {high}" if low != high else f"about {low}"


def span(low: int, high: int) -> str:
    """A range of whole numbers in words."""
    return f"{low} to {high}" if low != high else str(low)
