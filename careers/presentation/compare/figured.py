"""Answers that are figures among a guide's key facts."""

from careers.presentation.compare.answers import MISSING, Answer, Line
from careers.presentation.compare.guides import Guide
from careers.presentation.figures import Figure


def pay(guide: Guide) -> Answer:
    """The pay figure, the range beside it, and how many figures stand against it."""
    figure, pay_range = guide.fact("pay"), guide.fact("pay_range")
    if not figure:
        return MISSING
    against = Line(f"Figures of its guide that disagree: {len(figure.rivals)}.") if figure.rivals else None
    said = (_basis(figure), _range(pay_range) if pay_range else None, against)
    return _answer(guide, "pay", figure, tuple(line for line in said if line), "salary")


def growth(guide: Guide) -> Answer:
    """The job growth that is projected or claimed."""
    return _fact(guide, "growth", "market_commentary")


def openings(guide: Guide) -> Answer:
    """How many posts open in a year."""
    return _fact(guide, "openings", "market_commentary")


def _fact(guide: Guide, name: str, kind: str) -> Answer:
    figure = guide.fact(name)
    return _answer(guide, name, figure, (_basis(figure),), kind) if figure else MISSING


def _answer(guide: Guide, name: str, figure: Figure, said: tuple[Line, ...], kind: str) -> Answer:
    pay_range = guide.fact("pay_range") if name == "pay" else None
    return Answer(
        value=figure.value,
        marks=(figure.mark,),
        lines=said,
        place=guide.section(kind).get("slug", ""),
        is_disputed=bool(figure.rivals),
        is_estimate=figure.estimate,
        caution=guide.caution(name),
        figures=tuple(found for found in (figure, pay_range) if found) if name == "pay" else (),
        amount=(figure.low + figure.high) / 2,
        unit=f"{figure.unit} {figure.period}",
        counts=figure.label,
    )


def _basis(figure: Figure) -> Line:
    return Line(f"{figure.label}. {figure.basis}.")


def _range(figure: Figure) -> Line:
    estimate = " Estimate." if figure.estimate else ""
    return Line(f"Range {figure.brief}: {figure.label}. {figure.basis}.{estimate}", (figure.mark,))
