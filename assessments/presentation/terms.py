"""What bands, states and scores are called on pages, and how the names of skills read in a sentence."""

from collections.abc import Sequence
from math import floor

BANDS = {"starting": "Starting out", "building": "Building", "close": "Close to ready", "ready": "Ready"}
STATUSES = {"gap": "Gap", "unsure": "Unsure", "met": "Met", "unrated": "Not rated"}
NECESSITIES = {"required": "Required", "expected": "Expected", "helpful": "Helpful"}
GATE_STATES = {
    "met": "Met",
    "in_progress": "In progress",
    "not_met": "Not met",
    "not_applicable": "Does not apply to you",
}
NO_CHANCE = "Not had the chance"


def whole(value: float) -> int:
    """A score as the whole number that every heading, chart and sentence shows; halves go up."""
    return floor(value + 0.5)


def within(name: str) -> str:
    """A name as it reads inside a sentence; acronyms keep their capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def named(names: Sequence[str]) -> str:
    """Names as one list; a comma before the last, because names hold an "and" themselves."""
    inside = [within(name) for name in names]
    return ", and ".join([", ".join(inside[:-1]), inside[-1]] if len(inside) > 1 else inside)


def span(low: int, high: int) -> str:
    """A range of whole numbers in words."""
    return f"{low} to {high}" if low != high else str(low)
