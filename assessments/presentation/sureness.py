"""How sure a result is, and what would narrow its range most."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessments.domain.narrowing import EXAMPLE, Way
from assessments.domain.scoring import MENTOR, RATING, SCENARIO
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.terms import span, whole
from assessments.presentation.words import count, figures, sentence

NARROWEST_BAND = 15
"""The narrowest band reaches from 60 to 75."""

LEAST = 0.05
"""Points of width below which nothing would be seen to change."""

MANY = {
    RATING: "ratings of these {} would narrow",
    EXAMPLE: "examples for these {} would narrow",
    SCENARIO: "one more scenario on each of these {} would narrow",
    MENTOR: "a mentor’s ratings of these {} would narrow",
}
ONE = {
    RATING: "a rating of this skill would narrow",
    EXAMPLE: "an example for this skill would narrow",
    SCENARIO: "one more scenario on this skill would narrow",
    MENTOR: "a mentor’s rating of this skill would narrow",
}
SHORT = {
    RATING: "Rating what was not asked",
    EXAMPLE: "Examples",
    SCENARIO: "More scenarios",
    MENTOR: "A mentor’s ratings",
}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One way to narrow the range: what it is, for which skills (key and name), and the range to expect after it."""

    kind: str
    name: str
    sentence: str
    skills: tuple[tuple[str, str], ...]
    after: str
    narrower: str


@dataclass(frozen=True, slots=True)
class Sureness:
    """A word for the width of the range, with its class and its reason, and the ways to narrow it, the best first."""

    word: str
    tag: str
    why: str
    ways: tuple[Narrowing, ...]


def sureness(readiness: Mapping[str, Any], ways: Sequence[Way], catalogue: Catalogue) -> Sureness:
    """How sure the result with this readiness is, given the computed ways to narrow it."""
    low, high = readiness["low"], readiness["high"]
    shown = [_narrowing(way, low, high, catalogue) for way in ways if _gain(way, high - low) >= LEAST]
    return Sureness(*_word(high - low), tuple(shown))


def _word(width: float) -> tuple[str, str, str]:
    if width < NARROWEST_BAND / 2:
        return "High confidence", "good", "The range is less than half as wide as the narrowest band of the dial."
    if width < NARROWEST_BAND:
        return "Medium confidence", "you", "The range is narrower than any band of the dial."
    return "Low confidence", "", "The range is as wide as a band of the dial, or wider."


def _gain(way: Way, width: float) -> float:
    return width - (way.after.high - way.after.low)


def _narrowing(way: Way, low: float, high: float, catalogue: Catalogue) -> Narrowing:
    before = span(whole(low), whole(high))
    after = span(whole(way.after.low), whole(way.after.high))
    narrower = figures(_gain(way, high - low), "point")
    what = ONE[way.kind] if len(way.steps) == 1 else MANY[way.kind].format(count(len(way.steps), "skill"))
    to = f", now {before}, to about {after}" if after != before else f" by {narrower}"
    return Narrowing(
        kind=way.kind,
        name=SHORT[way.kind],
        sentence=f"{sentence(what)} the range{to}",
        skills=tuple((step.skill, catalogue.skills[step.skill]["name"]) for step in way.steps),
        after=after,
        narrower=narrower,
    )
