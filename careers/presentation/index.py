"""All guides in one list, and what the home page says of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from careers.presentation import words
from careers.presentation.axis import axis_for
from careers.presentation.cards import Card, CardSource, holds
from careers.presentation.charts import comparison
from careers.presentation.figures import Figure, References
from careers.presentation.guide import stairs

Document = Mapping[str, Any]


def listing(cards: Sequence[Card]) -> dict[str, Any]:
    """The guides as rows on one pay axis that holds the highest range of all, and the numbered sources of their pay."""
    rows: list[dict[str, Any]] = [{**card} for card in cards]
    highs = [pay["high"] for row in rows for pay in (row["pay"], row["pay_range"]) if pay]
    scale = axis_for(highs, "USD")
    sources: list[CardSource] = []
    for row in rows:
        if pay := row["pay"]:
            row["x"] = scale.at(pay["low"])
            row["mark"] = {"number": _number(pay["source"], sources), "title": pay["source"]["title"]}
        if found := row["pay_range"]:
            row["range_x"] = scale.at(found["low"])
            row["range_width"] = scale.width(found["low"], found["high"])
            row["range_end"] = scale.at(found["high"])
    return {"rows": rows, "axis": scale, "sources": list(enumerate(sources, start=1))}


def _number(source: CardSource, sources: list[CardSource]) -> int:
    if source not in sources:
        sources.append(source)
    return sources.index(source) + 1


def featured(document: Document) -> dict[str, Any]:
    """A guide's ladder, and its pay beside the dated figures against it."""
    references = References(document)
    pay = references.figure(document["key_facts"]["pay"])
    against = [figure for figure in references.figures(_rivals(pay)) if figure.year]
    return {
        "slug": document["slug"],
        "short": document["abbreviation"] or document["title"],
        "holds": holds(document),
        "reviewed": words.day(document["reviewed_on"]),
        "stairs": stairs(document),
        "chart": comparison([pay, *against], set()) if pay and len(against) > 1 else None,
    }


def _rivals(figure: Figure | None) -> list[str]:
    return [rival.key for rival in figure.rivals] if figure else []
