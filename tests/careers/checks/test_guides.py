"""A guide's own laws: each fault is told once, in its exact place, and real guides have none."""

from typing import Any

import pytest

from careers.checks import guide_problems
from tests.careers.checks.spoiling import Fault, Put, at, said, within
from tests.content import CMIO, SLUGS, catalogue, guide

SKILLS = {skill["id"] for skill in catalogue()["competencies"]["skills"]}
SOURCE, FIGURE = "'nobody' is not a source of this guide", "'nobody' is not a figure of this guide"
KINDS = [section["kind"] for section in guide()["sections"]]
RANGE = "has to hold either a value or a range that begins with low"


def place(kind: str) -> int:
    return KINDS.index(kind)


def part(kind: str, rest: str) -> str:
    """The path of a place inside the section of that kind."""
    return f"sections[{place(kind)}].{rest}"


def in_section(kind: str, *path: Any, put: Any) -> Put:
    return at("sections", place(kind), *path, put=put)


FAULTS = [
    Fault("a figure's source", at("figures", 3, "source", put="nobody"), [("figures[3].source", SOURCE)]),
    Fault(
        "a figure's rival", at("figures", 3, "conflicts_with", put=["nobody"]), [("figures[3].conflicts_with", FIGURE)]
    ),
    Fault("headline pay", at("key_facts", "pay", put="nobody"), [("key_facts.pay", FIGURE)]),
    Fault("growth", at("key_facts", "growth", put="nobody"), [("key_facts.growth", FIGURE)]),
    Fault("pay to compare", at("key_facts", "pay_compare", put=["nobody"]), [("key_facts.pay_compare", FIGURE)]),
    Fault(
        "source of industries",
        at("key_facts", "top_industries_source", put="nobody"),
        [("key_facts.top_industries_source", SOURCE)],
    ),
    Fault("a caution is no key", at("key_facts", "cautions", put={"pay": "nobody", "growth": "nobody"}), []),
    Fault("a section's source", in_section("salary", "sources", put=["nobody"]), [(part("salary", "sources"), SOURCE)]),
    Fault("a section's figure", in_section("salary", "figures", put=["nobody"]), [(part("salary", "figures"), FIGURE)]),
    Fault(
        "pay of a level",
        in_section("salary", "by_level", 1, "median_figure", put="nobody"),
        [(part("salary", "by_level[1].median_figure"), FIGURE)],
    ),
    Fault(
        "a country's figure",
        in_section("global", "countries", 0, "figure", put="nobody"),
        [(part("global", "countries[0].figure"), FIGURE)],
    ),
    Fault(
        "an answer's source",
        in_section("faq", "items", 0, "source", put="nobody"),
        [(part("faq", "items[0].source"), SOURCE)],
    ),
    Fault(
        "a skill",
        in_section("technical_skills", "items", 0, "skill", put="nobody"),
        [(part("technical_skills", "items[0].skill"), "'nobody' is not a skill of the catalogue")],
    ),
    Fault(
        "skills of a niche",
        in_section("specializations", "items", 0, "skills", put=["cds", "nobody"]),
        [(part("specializations", "items[0].skills"), "'nobody' is not a skill of the catalogue")],
    ),
    Fault(
        "a neighbor",
        in_section("related", "items", 0, "career_slug", put="nobody"),
        [(part("related", "items[0].career_slug"), "'nobody' is not a guide of this site")],
    ),
    Fault(
        "a section's slug twice",
        at("sections", 0, "slug", put="salary"),
        [
            ("sections[0].slug", "'salary' stands more than once"),
            (part("salary", "slug"), "'salary' stands more than once"),
        ],
    ),
    Fault(
        "a step's number twice",
        in_section("how_to_become", "steps", 0, "number", put=2),
        [(part("how_to_become", f"steps[{row}].number"), "2 stands more than once") for row in (0, 1)],
    ),
    Fault("a review before the last one", at("review_by", put="2001-01-01"), [("review_by", "is before reviewed_on")]),
    Fault("a value and a range", within("figures", 0, low=1, high=2), [("figures[0]", RANGE)]),
    Fault("neither value nor range", within("figures", 0, value=None), [("figures[0]", RANGE)]),
    Fault("high without low", within("figures", 0, high=2), [("figures[0]", RANGE)]),
    Fault(
        "high below low",
        within("figures", 0, value=None, low=3, high=2),
        [("figures[0].high", "2 is below low, 3")],
    ),
    Fault(
        "months of a step",
        at("sections", place("how_to_become"), "steps", 0, "max_months", put=1),
        [(part("how_to_become", "steps[0].max_months"), "1 is below min_months, 84")],
    ),
    Fault(
        "years of a rung",
        in_section("career_path", "levels", 1, "max_years", put=1),
        [(part("career_path", "levels[1].max_years"), "1 is below min_years, 12")],
    ),
    Fault(
        "pay of a country",
        in_section("global", "countries", 0, "usd_high", put=1),
        [(part("global", "countries[0].usd_high"), "1 is below usd_low, 250000")],
    ),
    Fault(
        "purchasing power of a country",
        in_section("global", "countries", 1, "ppp_high", put=1),
        [(part("global", "countries[1].ppp_high"), "1 is below ppp_low, 156500")],
    ),
    Fault(
        "one end of purchasing power",
        within("sections", place("global"), "countries", 1, ppp_high=None),
        [(part("global", "countries[1]"), "has to hold both ppp_low and ppp_high or neither")],
    ),
]


def problems(document: Any) -> list[tuple[str, str]]:
    return said(guide_problems(document, SLUGS, SKILLS))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_real_guide_has_no_problem(slug: str) -> None:
    assert problems(guide(slug)) == []


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_is_told_in_its_place(fault: Fault) -> None:
    document = guide()
    fault.put(document)
    assert problems(document) == fault.told


def test_all_faults_together_are_all_told() -> None:
    document = guide()
    chosen = [fault for fault in FAULTS if fault.name in {"growth", "a skill", "a neighbor", "a country's figure"}]
    for fault in chosen:
        fault.put(document)
    assert sorted(problems(document)) == sorted(pair for fault in chosen for pair in fault.told)
    assert len(problems(document)) == 4


def test_references_to_other_documents_count_only_where_these_are_known() -> None:
    assert guide_problems(guide()) == []
    only_cmio = said(guide_problems(guide(), {CMIO}, SKILLS))
    assert {reason.split(" is not ")[1] for _, reason in only_cmio} == {"a guide of this site"}
    without_skills = said(guide_problems(guide(), SLUGS, set()))
    assert {reason.split(" is not ")[1] for _, reason in without_skills} == {"a skill of the catalogue"}
