"""Each kind of section with what its template needs beyond the plain document."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from careers.presentation import bars, countries, words
from careers.presentation.axis import axis_for
from careers.presentation.charts import charts
from careers.presentation.figures import References
from careers.presentation.sources import Source

Section = dict[str, Any]
NECESSITY = {"required": "Required", "expected": "Expected", "helpful": "Helpful"}
RELATIONS = {"from": "Lead here", "peer": "Work beside it", "leads_to": "Come after it"}
LISTS = {
    "green_flags": "Good signs",
    "red_flags": "Warning signs",
    "hiring_practices": "Hiring practices",
    "questions_to_ask": "Questions to ask",
}
NAMED = 4
"""Sources that the margin names; further ones stand as numbers."""
PASSAGES = {
    "challenges": "Challenges",
    "opportunities": "Opportunities",
    "trends": "Trends",
    "remote": "Working across borders",
    "visa": "Visas and permits",
}


def section(document: Section, place: int, references: References, seen: set[str], sort: str = "") -> Section:
    """A section as its template shows it; keys of figures are added to `seen` as they are listed.

    `sort` is the order of the table of countries, a key of `sorting.KEYS` or empty.
    """
    shown: Section = with_marks(document, references)
    shown |= {
        "number": place,
        "template": f"careers/sections/{document['kind']}.html",
        **_margin(references.marks(document["sources"])),
        "charts": charts(references.figures(_uncharted(document)), seen),
        "passages": [(title, document[name]) for name, title in PASSAGES.items() if name in document],
        "lists": [(title, document[name]) for name, title in LISTS.items() if name in document],
    }
    shown |= ADDITIONS.get(document["kind"], _nothing)(document, references)
    if "countries" in document:
        shown |= countries.table(document, references, seen, sort)
    # In a template, `section.items` would call the mapping's own method.
    shown["entries"] = shown.pop("items", [])
    return shown


def with_marks(value: Any, references: References) -> Any:
    """Plain data in which every entry that names its own source has that source's number beside it."""
    if isinstance(value, Mapping):
        shown = {key: with_marks(entry, references) for key, entry in value.items()}
        if isinstance(value.get("source"), str):
            shown["mark"] = references.mark(value["source"])
        return shown
    return [with_marks(entry, references) for entry in value] if isinstance(value, list) else value


def _margin(marks: list[Source]) -> Section:
    # Where we started from and what we think is behind nearly every section: what others found says more.
    named = [mark for mark in marks if mark.kind not in {"base_guide", "editorial"}][:NAMED] or marks[:NAMED]
    return {"marks": marks, "named": named, "numbered": [mark for mark in marks if mark not in named]}


def _uncharted(document: Section) -> list[str]:
    # The table of countries lists its figures itself.
    in_table = {row["figure"] for row in document.get("countries", ())}
    return [key for key in document["figures"] if key not in in_table]


def _nothing(document: Section, references: References) -> Section:
    return {}


def _steps(document: Section, references: References) -> Section:
    return {"steps": [step | {"bar": bars.of_step(step)} for step in document["steps"]]}


def _ladder(document: Section, references: References) -> Section:
    years = bars.scale_of_rungs(document["levels"])
    levels = [row | {"bar": bars.of_rung(row, years)} for row in document["levels"]]
    return {"levels": levels, "levels_years": words.number(years.high)}


def _routes(document: Section, references: References) -> Section:
    routes = with_marks(document["routes"], references)
    return {"routes": [route | {"cost": _cost(route)} for route in sorted(routes, key=_known_price_first)]}


def _known_price_first(route: Mapping[str, Any]) -> tuple[bool, int]:
    return route["cost_low_usd"] is None, route["cost_low_usd"] or 0


def _cost(route: Mapping[str, Any]) -> str:
    low, high = route["cost_low_usd"], route["cost_high_usd"]
    if low is None and high is None:
        return "No price given"
    if low is None or high is None or low == high:
        return words.amount(high if low is None else low, "USD")
    return words.span(low, high, "USD")


def _salary(document: Section, references: References) -> Section:
    levels = [_level(row, references) for row in document["by_level"]]
    printed = [figure for row in levels for figure in (row["median"], row["average"]) if figure]
    if not printed:
        return {"levels": levels, "levels_axis": None}
    scale = axis_for([figure.high for figure in printed], printed[0].unit)
    for row in levels:
        for name in ("median", "average"):
            row[f"{name}_x"] = scale.at(row[name].low) if row[name] else None
    return {"levels": levels, "levels_axis": scale, "levels_title": _levels_title(levels)}


def _level(row: Mapping[str, Any], references: References) -> dict[str, Any]:
    return {
        "title": row.get("title") or references.title(row["level"]),
        "median": references.figure(row["median_figure"]),
        "average": references.figure(row["average_figure"]),
    }


def _levels_title(levels: Sequence[Mapping[str, Any]]) -> str:
    medians = [row["median"] or row["average"] for row in levels if row["median"] or row["average"]]
    low, high = min(medians, key=lambda figure: figure.low), max(medians, key=lambda figure: figure.high)
    return f"Pay by level, from {low.value} to {high.value}"


def _education(document: Section, references: References) -> Section:
    items = with_marks(document["items"], references)
    return {"items": [item | {"word": NECESSITY[item["necessity"]]} for item in items]}


def _related(document: Section, references: References) -> Section:
    return {"groups": _grouped(document["items"], "relation", RELATIONS)}


def _people(document: Section, references: References) -> Section:
    names = {row["audience"]: row["audience"] for row in document["resources"]}
    return {"groups": _grouped(document["resources"], "audience", names)}


def _grouped(rows: Sequence[Section], key: str, names: Mapping[str, str]) -> list[tuple[str, list[Section]]]:
    groups = [(name, [row for row in rows if row[key] == value]) for value, name in names.items()]
    return [(name, found) for name, found in groups if found]


def _skills(document: Section, references: References) -> Section:
    items = with_marks(document["items"], references)
    return {"items": [item | {"also_names": [references.title(key) for key in item.get("also", ())]} for item in items]}


def _specializations(document: Section, references: References) -> Section:
    items = with_marks(document["items"], references)
    return {"items": [item | {"skill_names": [references.title(key) for key in item["skills"]]} for item in items]}


def _tools(document: Section, references: References) -> Section:
    # In a template, `group.items` would call the mapping's own method.
    return {"groups": [group | {"tools": group["items"]} for group in document["groups"]]}


ADDITIONS: dict[str, Callable[[Section, References], Section]] = {
    "tools": _tools,
    "how_to_become": _steps,
    "career_path": _ladder,
    "diversity": _people,
    "education_routes": _routes,
    "salary": _salary,
    "education_requirements": _education,
    "related": _related,
    "technical_skills": _skills,
    "soft_skills": _skills,
    "specializations": _specializations,
}
