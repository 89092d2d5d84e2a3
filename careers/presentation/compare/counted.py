"""Answers that are counted or measured from a guide's own rows."""

from collections.abc import Sequence

from careers.presentation import words
from careers.presentation.compare.answers import MISSING, Answer, lines
from careers.presentation.compare.guides import Document, Guide
from careers.presentation.ladder import own_level


def years(guide: Guide) -> Answer:
    """The years until the rung that is the career itself, as its guide counts them."""
    level = own_level(guide.document)
    if not level:
        return MISSING
    low, high = level["min_years"], level["max_years"]
    path = guide.section("career_path")
    return Answer(
        value=words.span(low, high, "years", is_open=high is None),
        marks=guide.marks("career_path"),
        lines=lines(f"{level['title']}: {level['experience_total']}.", path["lead"]),
        amount=low if high is None else (low + high) / 2,
        unit="years",
        counts=path["lead"],
    )


def cost(guide: Guide) -> Answer:
    """The price of further study over the routes that have one."""
    routes = guide.rows("education_routes", "routes")
    priced = [route for route in routes if _prices(route)]
    if not priced:
        return MISSING
    prices = [price for route in priced for price in _prices(route)]
    return Answer(
        value=words.span(min(prices), max(prices), "USD"),
        marks=guide.marks("education_routes"),
        lines=lines(f"{_of(len(priced), len(routes), 'route')} with a price: {_names(priced, 'name')}."),
        amount=(min(prices) + max(prices)) / 2,
        unit="USD",
        counts=_names(priced, "name"),
    )


def steps(guide: Guide) -> Answer:
    """How many steps the way has, with the first and the last."""
    found = guide.rows("how_to_become", "steps")
    if not found:
        return MISSING
    return Answer(
        value=words.counted(len(found), "step"),
        marks=guide.marks("how_to_become"),
        lines=lines("; ".join(f"{step['title']}: {step['duration_text']}" for step in found) + "."),
        amount=len(found),
        unit="steps",
    )


def evidence(guide: Guide) -> Answer:
    """How many of its figures are dated, rest on enough replies and are no estimates."""
    figures = guide.references.figures(row["key"] for row in guide.document["figures"])
    if not figures:
        return MISSING
    solid = sum(figure.solid for figure in figures)
    return Answer(
        value=_of(solid, len(figures), "figure"),
        lines=lines(
            "Dated, from 30 or more replies, no estimate.",
            f"{words.counted(len(guide.references.sources()), 'source')}. "
            f"Reviewed {words.day(guide.document['reviewed_on'])}.",
        ),
        place="sources",
        amount=100 * solid / len(figures),
        unit="percent",
    )


def _prices(route: Document) -> list[int]:
    return [route[name] for name in ("cost_low_usd", "cost_high_usd") if route[name] is not None]


def _of(part: int, whole: int, noun: str) -> str:
    return f"{part} of {words.counted(whole, noun)}"


def _names(rows: Sequence[Document], name: str) -> str:
    return "; ".join(row[name] for row in rows)
