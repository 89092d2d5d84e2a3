"""How scenario answers compare with the user's own ratings, in plain words that blame nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.domain.calibration import FITS, HIGHER, LOWER, Calibration
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.terms import span

VERDICTS = {LOWER: "Lower than your ratings", FITS: "Fit your ratings", HIGHER: "Higher than your ratings"}
FINDINGS = {
    LOWER: "Your scenario answers are lower than your ratings",
    FITS: "Your scenario answers fit your ratings",
    HIGHER: "Your scenario answers are higher than your ratings",
}
MEANINGS = {
    LOWER: "Both count in your likely levels. A described anchor can sound nearer than it is; "
    "an example for a skill would settle it.",
    FITS: "Nothing in them speaks against your ratings.",
    HIGHER: "Both count in your likely levels. You may know more than you give yourself credit for.",
}
TOO_FEW = "Too few scenarios were answered to compare them with your ratings"


@dataclass(frozen=True, slots=True)
class CalibrationRow:
    """One domain: scenarios right of those answered, and where 8 in 10 people at these levels would end."""

    name: str
    right: str
    usual: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Compared:
    """The finding over all scenarios with what it rests on, the domains with enough of them, and skills to look at."""

    finding: str
    text: str
    rows: tuple[CalibrationRow, ...]
    above: tuple[tuple[str, str], ...]


def compared(
    overall: Calibration | None, by_domain: Mapping[str, Calibration], above: Sequence[str], catalogue: Catalogue
) -> Compared:
    """What the computed calibration says; `above` are skills rated high whose scenarios went wrong."""
    rows = (_row(catalogue.domains[id]["name"], one) for id, one in by_domain.items())
    named = tuple((id, catalogue.skills[id]["name"]) for id in above)
    if overall is None:
        return Compared(TOO_FEW, "The comparison takes at least five.", tuple(rows), named)
    return Compared(FINDINGS[overall.verdict], _text(overall), tuple(rows), named)


def _text(overall: Calibration) -> str:
    usual = f"between {overall.low} and {overall.high}" if overall.low != overall.high else str(overall.low)
    right = f"You got {overall.right} of {overall.answered} scenarios right"
    others = f"of 10 people who truly are at the levels you chose, 8 would get {usual} right"
    return f"{right}; {others}. {MEANINGS[overall.verdict]}"


def _row(name: str, one: Calibration) -> CalibrationRow:
    return CalibrationRow(name, f"{one.right} of {one.answered}", span(one.low, one.high), VERDICTS[one.verdict])
