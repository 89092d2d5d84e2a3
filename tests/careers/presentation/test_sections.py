"""Each kind of section brings what its template shows, computed from its own rows."""

from typing import Any

import pytest

from careers.presentation.figures import References
from careers.presentation.sections import section
from tests.careers.presentation import builders

FIGURES = [
    builders.figure("low", value=200_000),
    builders.figure("high", value=400_000),
]


def shown(kind: str, seen: set[str] | None = None, **given: Any) -> dict[str, Any]:
    row = builders.section(kind, kind, **given)
    document = builders.document(figures=FIGURES, sections=[row])
    return section(row, 7, References(document), set() if seen is None else seen)


def route(name: str, low: int | None, high: int | None, **given: Any) -> dict[str, Any]:
    return {"name": name, "cost_low_usd": low, "cost_high_usd": high} | given


def test_it_knows_its_number_its_template_and_its_sources() -> None:
    row = shown("overview", sources=["survey"])
    assert (row["number"], row["template"]) == (7, "careers/sections/overview.html")
    assert [mark.number for mark in row["marks"]] == [1]


def test_an_entry_with_a_source_has_its_mark_and_one_without_has_none() -> None:
    rows = shown("faq", items=[{"question": "Why?", "answer": "So.", "source": "survey"}, {"question": "How?"}])
    assert rows["entries"][0]["mark"].number == 1
    assert "mark" not in rows["entries"][1]


def test_its_figures_are_drawn_and_remembered() -> None:
    seen: set[str] = set()
    assert len(shown("overview", seen, figures=["low", "high"])["charts"]) == 1
    assert seen == {"low", "high"}


def test_steps_have_bars_and_rungs_share_a_scale() -> None:
    steps = shown("how_to_become", steps=[{"min_months": 60, "max_months": 120}])["steps"]
    assert (steps[0]["bar"].shortest, steps[0]["bar"].longest) == ("50.00%", "100.00%")
    path = shown("career_path", levels=[{"id": "x", "title": "X", "min_years": 5, "max_years": 10}])
    assert (path["levels"][0]["bar"].x, path["levels_years"]) == ("50.00%", "10")


def test_routes_come_cheapest_first_and_unpriced_last() -> None:
    rows = [route("free", None, None), route("dear", 30_000, 70_000), route("cheap", 2_000, 2_000)]
    routes = shown("education_routes", routes=rows)["routes"]
    assert [row["name"] for row in routes] == ["cheap", "dear", "free"]
    assert [row["cost"] for row in routes] == ["$2,000", "$30,000 to $70,000", "No price given"]


@pytest.mark.parametrize(("low", "high"), [(500, None), (None, 500)])
def test_one_known_price_is_said_alone(low: int | None, high: int | None) -> None:
    assert shown("education_routes", routes=[route("a", low, high)])["routes"][0]["cost"] == "$500"


def level(name: str, median: str | None, average: str | None = None, **given: Any) -> dict[str, Any]:
    return {"level": name, "median_figure": median, "average_figure": average} | given


def test_pay_by_level_shares_a_scale_and_its_heading_says_both_ends() -> None:
    row = shown("salary", by_level=[level("deputy", "low"), level("chief", "high", "low")], factors=[])
    assert row["levels_title"] == "Pay by level, from $200,000 to $400,000"
    assert [entry["median_x"] for entry in row["levels"]] == ["50.00%", "100.00%"]
    assert [entry["average_x"] for entry in row["levels"]] == [None, "50.00%"]


def test_pay_by_level_without_figures_has_no_scale() -> None:
    assert shown("salary", by_level=[level("deputy", None)], factors=[])["levels_axis"] is None


def test_a_level_is_called_by_its_own_title_or_by_its_key_in_words() -> None:
    rows = shown("salary", by_level=[level("it-director", "low"), level("x", "high", title="Chief")], factors=[])
    assert [row["title"] for row in rows["levels"]] == ["IT director", "Chief"]


def test_figures_in_the_table_of_countries_are_not_listed_again() -> None:
    seen: set[str] = set()
    pay = {"low": 1, "high": 2, "usd_low": 1, "usd_high": 2, "currency": "CAD", "country": "CA", "name": "Canada"}
    row = shown("global", seen, countries=[pay | {"figure": "high"}], remote="", visa="", figures=["high", "low"])
    assert [line.figure.key for chart in row["charts"] for line in chart.rows] == ["low"]
    assert row["countries"][0]["anchor"] == "figure-high"
    assert seen == {"low", "high"}


def test_necessity_and_relation_are_said_in_words() -> None:
    needed = shown("education_requirements", items=[{"title": "MD", "necessity": "required"}])
    near = shown("related", items=[{"title": "CIO", "relation": "leads_to"}])
    assert (needed["entries"][0]["word"], near["groups"][0][0]) == ("Required", "Come after it")


def test_related_careers_stand_under_their_relation_in_the_order_of_a_career() -> None:
    rows = [
        {"title": title, "relation": relation} for title, relation in (("b", "leads_to"), ("a", "from"), ("c", "from"))
    ]
    groups = shown("related", items=rows)["groups"]
    assert [(name, [row["title"] for row in found]) for name, found in groups] == [
        ("Lead here", ["a", "c"]),
        ("Come after it", ["b"]),
    ]


def test_who_supports_stands_under_whom_they_support() -> None:
    rows = [{"name": name, "audience": audience} for name, audience in (("a", "Women"), ("b", "All"), ("c", "Women"))]
    groups = shown("diversity", resources=rows)["groups"]
    assert [(name, len(found)) for name, found in groups] == [("Women", 2), ("All", 1)]


def margin(*kinds: str) -> tuple[list[str], list[str]]:
    found = [builders.source(f"{kind}{place}", kind=kind) for place, kind in enumerate(kinds)]
    row = builders.section(sources=[source["key"] for source in found])
    document = builders.document(sources=found, sections=[row])
    shown = section(row, 1, References(document), set())
    return [mark.key for mark in shown["named"]], [mark.key for mark in shown["numbered"]]


def test_the_margin_names_what_others_found_and_numbers_the_rest() -> None:
    assert margin("base_guide", "survey", "editorial") == (["survey1"], ["base_guide0", "editorial2"])
    assert margin("base_guide", "editorial") == (["base_guide0", "editorial1"], [])


def test_the_margin_names_no_more_than_fit() -> None:
    named, numbered = margin(*["survey"] * 6)
    assert (len(named), len(numbered)) == (4, 2)


def test_skills_are_named() -> None:
    niche = shown("specializations", items=[{"title": "AI", "body": "", "skills": ["ai_governance", "cds"]}])
    assert niche["entries"][0]["skill_names"] == ["AI governance", "CDS"]
    also = shown("technical_skills", items=[{"title": "IT", "skill": None, "also": ["cybersecurity"]}])
    assert also["entries"][0]["also_names"] == ["Cybersecurity"]


def test_tools_do_not_hide_behind_a_method_of_mappings() -> None:
    assert shown("tools", groups=[{"name": "EHR", "items": ["Epic"], "note": ""}])["groups"][0]["tools"] == ["Epic"]


def test_passages_and_lists_have_headings() -> None:
    market = shown("market_reality", challenges="Few posts.", opportunities="Some.", trends="More.")
    assert [title for title, _ in market["passages"]] == ["Challenges", "Opportunities", "Trends"]
    flags = {"green_flags": ["a"], "red_flags": ["b"]}
    lists: dict[str, Any] = {"hiring_practices": ["c"], "questions_to_ask": ["d"]} | flags
    people = shown("diversity", resources=[], **lists)
    assert [points for _, points in people["lists"]] == [["a"], ["b"], ["c"], ["d"]]


@pytest.mark.parametrize("slug", builders.slugs())
def test_every_section_of_the_content_is_shown_with_all_its_figures(slug: str) -> None:
    document, seen = builders.published(slug), set[str]()
    references = References(document)
    for place, row in enumerate(document["sections"], start=1):
        found = section(row, place, references, seen)
        assert found["slug"] == row["slug"]
        assert set(row["figures"]) <= seen
