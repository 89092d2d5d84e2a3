"""Small guides in memory: only what a test is about, everything else as plain as a guide can be."""

import functools
from pathlib import Path
from typing import Any

from careers import files

CONTENT = Path(__file__).resolve().parents[3] / "fixtures" / "careers"
CMIO = "chief-medical-information-officer"


def source(key: str = "survey", **given: Any) -> dict[str, Any]:
    """A source's row."""
    row = {"key": key, "title": f"The {key}", "publisher": "Someone", "year": 2020, "url": None}
    return row | {"kind": "survey", "note": None} | given


def figure(key: str = "pay", **given: Any) -> dict[str, Any]:
    """A figure's row: dated, from a hundred replies, and nobody disagrees."""
    row = {"key": key, "label": f"Label of {key}", "measure": "pay", "open_ended": False, "unit": "USD"}
    row |= {"period": "year", "geography": "US", "year": 2020, "sample_size": 100, "source": "survey"}
    value = {} if "low" in given else {"value": 300_000}
    return row | {"note": None, "conflicts_with": []} | value | given


def section(slug: str = "overview", kind: str = "overview", **given: Any) -> dict[str, Any]:
    """A section's row with the columns that every kind has."""
    row = {"slug": slug, "kind": kind, "title": slug.capitalize(), "lead": "Lead.", "body": "Body."}
    return row | {"sources": [], "figures": []} | given


def document(**given: Any) -> dict[str, Any]:
    """A whole guide."""
    facts: dict[str, Any] = {"pay": None, "pay_range": None, "growth": None, "openings": None}
    facts |= {"top_industries": ["Hospitals"], "typical_education": "A degree."}
    whole: dict[str, Any] = {"slug": "pilot", "title": "Pilot of Records", "abbreviation": None}
    whole |= {"tagline": "Flies.", "summary": "Far."}
    whole |= {"reviewed_on": "2026-11-23", "review_by": "2027-05-23", "sources": [source()], "figures": []}
    return whole | {"key_facts": facts, "sections": [section()]} | given


def level(title: str, low: int = 3, high: int | None = 7) -> dict[str, Any]:
    """A rung of the ladder."""
    return {"id": title, "title": title, "min_years": low, "max_years": high, "experience_total": ""}


def career(title: str, abbreviation: str | None, *levels: dict[str, Any]) -> dict[str, Any]:
    """A guide with a ladder."""
    path = section("path", "career_path", levels=list(levels))
    return document(title=title, abbreviation=abbreviation, sections=[path])


@functools.cache
def published(slug: str) -> dict[str, Any]:
    """A guide of the content, as it is published."""
    found: dict[str, Any] = files.read(CONTENT / f"{slug}.yaml")
    return found


def slugs() -> list[str]:
    """The slugs of all guides of the content."""
    return sorted(path.stem for path in CONTENT.glob("*.yaml"))
