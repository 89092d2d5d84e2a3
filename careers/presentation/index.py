"""All guides in one list, and the home page's counts."""

from collections.abc import Mapping, Sequence
from typing import Any

from careers.presentation import words
from careers.presentation.axis import axis_for
from careers.presentation.charts import comparison
from careers.presentation.figures import Figure, References
from careers.presentation.guide import is_assessed, stairs

Document = Mapping[str, Any]


def matching(documents: Sequence[Document], query: str) -> list[Document]:
    """The guides whose title, tagline or summary holds every word of the query; all of them for no words."""
    wanted = query.casefold().split()
    return [row for row in documents if all(word in _text(row) for word in wanted)]


def listing(documents: Sequence[Document]) -> dict[str, Any]:
    """The guides as rows on one pay axis that holds the highest range of all."""
    rows = [_row(document) for document in documents]
    highs = [figure.high for row in rows for figure in (row["pay"], row["pay_range"]) if figure]
    scale = axis_for(highs, "USD")
    for row in rows:
        row["x"] = scale.at(row["pay"].low) if row["pay"] else None
        if row["pay_range"]:
            row["range_x"] = scale.at(row["pay_range"].low)
            row["range_width"] = scale.width(row["pay_range"].low, row["pay_range"].high)
            row["range_end"] = scale.at(row["pay_range"].high)
    return {"rows": rows, "axis": scale}


def featured(documents: Sequence[Document]) -> dict[str, Any] | None:
    """The guide that leads to the readiness check: its ladder, and its pay beside the dated figures against it."""
    document = next((row for row in documents if is_assessed(row)), None)
    if not document:
        return None
    references = References(document)
    pay = references.figure(document["key_facts"]["pay"])
    against = [figure for figure in references.figures(_rivals(pay)) if figure.year]
    return {
        "slug": document["slug"],
        "short": document["abbreviation"] or document["title"],
        "holds": _holds(document),
        "reviewed": words.day(document["reviewed_on"]),
        "stairs": stairs(document),
        "chart": comparison([pay, *against], set()) if pay and len(against) > 1 else None,
    }


def _rivals(figure: Figure | None) -> list[str]:
    return [rival.key for rival in figure.rivals] if figure else []


def _holds(document: Document) -> str:
    return ", ".join(
        words.counted(len(document[name]), name.removesuffix("s")) for name in ("sections", "figures", "sources")
    )


def counts(documents: Sequence[Document]) -> dict[str, Any]:
    """What all guides hold together; a source counts once however many guides use it."""
    return {
        "guides": len(documents),
        "guides_said": words.counting(len(documents)),
        "figures": sum(len(row["figures"]) for row in documents),
        "sources": len({(source["title"], source["publisher"]) for row in documents for source in row["sources"]}),
        "disputed": sum(1 for row in documents for figure in row["figures"] if figure["conflicts_with"]),
    }


def _row(document: Document) -> dict[str, Any]:
    references = References(document)
    pay = references.figure(document["key_facts"]["pay"])
    return {
        "slug": document["slug"],
        "title": document["title"],
        "tagline": document["tagline"],
        "pay": pay,
        "pay_note": _pay_note(pay),
        "pay_range": references.figure(document["key_facts"]["pay_range"]),
        "caution": document["key_facts"].get("cautions", {}).get("pay", ""),
        "disputed": bool(pay and pay.rivals),
        "years": _years(document),
        "holds": _holds(document),
    }


def _pay_note(pay: Figure | None) -> str:
    return f"{pay.label}, {pay.basis}. {pay.publisher}" if pay else ""


def _years(document: Document) -> str:
    level = own_level(document)
    if not level:
        return ""
    high = level["max_years"]
    return f"{level['min_years']} to {high}" if high else f"{level['min_years']} or more"


def own_level(document: Document) -> Document | None:
    """The rung of the ladder that is the career itself: named like it, or else part of its name or around it."""
    levels = [level for section in document["sections"] for level in section.get("levels", ())]
    names = [name.casefold() for name in (document["title"], document["abbreviation"]) if name]
    titled = [(level["title"].casefold(), level) for level in levels]
    named = [level for title, level in titled if title in names]
    related = [level for title, level in titled if any(_ends_alike(title, name) for name in names)]
    return next(iter(named or related), None)


def _ends_alike(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _text(document: Document) -> str:
    parts = (document["title"], document["abbreviation"] or "", document["tagline"], document["summary"])
    return " ".join(parts).casefold()
