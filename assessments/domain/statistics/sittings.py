"""First attempts as statistics read them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rated:
    """A skill's own rating, 0 to 5, and the seconds to its first answer where they are known."""

    level: int
    low_confidence: bool = False
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """An option's letter or "unsure", and the seconds to the first answer where they are known."""

    choice: str
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Sitting:
    """One person's first attempt: ratings by skill, choices by item."""

    ratings: Mapping[str, Rated]
    choices: Mapping[str, Chosen]
