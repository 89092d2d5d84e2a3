"""A whole guide as its page shows it."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from careers.presentation import sections, words
from careers.presentation.figures import Figure, References

Document = Mapping[str, Any]
WORDS_A_MINUTE = 230
STEPS = 5
"""Steps that the staircase of the cover can show apart."""

GROUPED_FROM = 19
"""Sections from which on the contents list is grouped."""

GROUPS = {
    "The job": {"overview", "definition", "responsibilities", "work_environment", "tools"},
    "Getting there": {
        "qualifications",
        "education_requirements",
        "technical_skills",
        "soft_skills",
        "how_to_become",
        "education_routes",
    },
    "Money and market": {"salary", "market_commentary", "career_path", "diversity", "global", "market_reality"},
    "Deciding": {"specializations", "toolkit", "pros", "cons", "faq", "related", "readiness"},
}
FACTS = (("pay", "Pay"), ("pay_range", "Pay range"), ("growth", "Job growth"), ("openings", "Openings a year"))


def guide(document: Document, *, number: int, today: date, sort: str = "") -> dict[str, Any]:
    """The guide's page: facts, staircase, contents, sections and numbered sources.

    `sort` is the order of the table of countries, a key of `sorting.KEYS` or empty.
    """
    references = References(document)
    seen: set[str] = set()
    shown = [
        sections.section(row, place, references, seen, sort) for place, row in enumerate(document["sections"], start=1)
    ]
    return {
        "title": document["title"],
        "slug": document["slug"],
        "short": document["abbreviation"] or document["title"],
        "tagline": document["tagline"],
        "summary": document["summary"],
        "edition": number,
        "reviewed": words.day(document["reviewed_on"]),
        "review_by": words.day(document["review_by"]),
        "overdue": document["review_by"] < today.isoformat(),
        "minutes": minutes(document),
        "facts": facts(document, references),
        "pay": pay(document, references),
        **_texts_of_facts(document, references),
        "stairs": stairs(document),
        "contents": contents(shown),
        "sections": shown,
        "sources": references.sources(),
        "is_assessed": is_assessed(document),
    }


def is_assessed(document: Document) -> bool:
    """Whether readers can check how ready they are: such a guide has a section that says so."""
    return any(row["kind"] == "readiness" for row in document["sections"])


def facts(document: Document, references: References) -> list[dict[str, Any]]:
    """The figures among the key facts, each with the caution that editors gave it; missing ones are left out."""
    given = document["key_facts"]
    cautions = given.get("cautions", {})
    named = [(key, label, references.figure(given[key])) for key, label in FACTS]
    return [
        # The caution on pay stands in a block of its own.
        {
            "label": label,
            "value": _fact(figure),
            "figure": figure,
            "caution": "" if key == "pay" else cautions.get(key, ""),
        }
        for key, label, figure in named
        if figure
    ]


def _fact(figure: Figure) -> str:
    # The label of a fact says what is counted, so its value need not.
    return words.number(figure.low) if figure.unit == "openings" and not figure.is_range else figure.value


def pay(document: Document, references: References) -> dict[str, Any] | None:
    """The pay figure with its caution and the figures held against it, where there is either."""
    given = document["key_facts"]
    figure = references.figure(given["pay"])
    if not figure:
        return None
    against = references.rivals(given.get("pay_compare", ())) or list(figure.rivals)
    caution = given.get("cautions", {}).get("pay", "")
    return {"figure": figure, "caution": caution, "against": against} if caution or against else None


def _texts_of_facts(document: Document, references: References) -> dict[str, Any]:
    given = document["key_facts"]
    source = given.get("top_industries_source")
    return {
        "education": given["typical_education"],
        "industries": given["top_industries"],
        "industries_mark": references.mark(source) if source else None,
    }


def stairs(document: Document) -> list[dict[str, Any]]:
    """The ladder, top rung first, with how many tenths of the width each step stands in."""
    path = next((row for row in document["sections"] if row["kind"] == "career_path"), None)
    levels = path["levels"] if path else []
    return [
        {"title": level["title"], "years": level["experience_total"], "step": max(1, place)}
        for place, level in reversed(list(enumerate(levels, start=STEPS + 1 - len(levels))))
    ]


def contents(shown: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """The sections under group headings, or under none where they are few."""
    if len(shown) < GROUPED_FROM:
        return [("", shown)]
    groups = [(title, [row for row in shown if row["kind"] in kinds]) for title, kinds in GROUPS.items()]
    return [(title, rows) for title, rows in groups if rows]


def minutes(document: Document) -> int:
    """Minutes that reading takes, from the words of the texts."""
    count = sum(len(re.findall(r"\w+", text)) for row in document["sections"] for text in _texts(row))
    return max(1, round(count / WORDS_A_MINUTE))


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    entries = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return [text for entry in entries for text in _texts(entry)]
