"""Answers in a guide's own words, and what it says of a license and of its neighbors."""

from typing import Any

import pytest

from careers.presentation.compare import texts as asked
from careers.presentation.compare.answers import MISSING
from careers.presentation.compare.license import license_needed
from careers.presentation.compare.work import work
from tests.careers.presentation import builders
from tests.careers.presentation.compare.guides import document, guide, numbers, pair, texts

ITEMS = [
    {"title": "First", "detail": "In full."},
    {"title": "Second", "detail": "x"},
    {"title": "Third", "detail": "y"},
]


@pytest.mark.parametrize(
    ("kind", "ask", "joined"),
    [("responsibilities", asked.duties, "And"), ("cons", asked.hardest, "Also"), ("pros", asked.valued, "Also")],
)
def test_the_first_entry_in_full_and_the_others_by_name(kind: str, ask: Any, joined: str) -> None:
    answer = ask(guide(builders.section(kind, kind, items=ITEMS, sources=["survey"])))
    assert answer.value == "First"
    assert texts(answer) == ["In full.", f"{joined}: Second; Third."]
    assert numbers(answer.marks) == [1]


def test_education_is_split_at_its_first_sentence_and_joined_by_what_is_required() -> None:
    items = [{"title": "Degree", "necessity": "required"}, {"title": "Luck", "necessity": "helpful"}]
    section = builders.section("needs", "education_requirements", items=items, sources=["survey"])
    answer = asked.education(guide(section, facts={"typical_education": "A degree. A license too."}))
    assert answer.value == "A degree."
    assert texts(answer) == ["A license too.", "Required: Degree."]
    assert numbers(answer.lines[-1].marks) == [1]


def test_what_comes_next_names_ways_out_and_guides_that_come_after() -> None:
    path = builders.section("path", "career_path", levels=[], pivots=["Consulting", "Teaching"])
    items = [{"title": "Boss", "relation": "leads_to"}, {"title": "Peer", "relation": "peer"}]
    answer = asked.ahead(guide(path, builders.section("related", "related", items=items)))
    assert answer.value == "Consulting"
    assert texts(answer) == ["Teaching.", "Related guides that come after it: Boss."]


def test_a_misconception_is_quoted_with_what_is_true() -> None:
    section = builders.section("how", "how_to_become", steps=[], misconception={"myth": "Easy.", "reality": "Hard."})
    answer = asked.mistaken(guide(section))
    assert (answer.value, texts(answer)) == ("“Easy.”", ["Hard."])


@pytest.mark.parametrize(
    "ask", [asked.environment, asked.duties, asked.hardest, asked.valued, asked.mistaken, asked.ahead, work]
)
def test_a_guide_without_the_section_has_no_answer(ask: Any) -> None:
    assert ask(guide()) is MISSING


@pytest.mark.parametrize(
    ("education", "asks"),
    [
        ("A degree. Nursing license with a master's.", True),
        ("A license is wanted by many but not all.", False),
        ("No license is needed.", False),
        ("Works without a license.", False),
        ("A license of note.", True),
    ],
)
def test_a_license_is_asked_for_where_the_sentence_makes_no_exception(education: str, asks: bool) -> None:
    answer = license_needed(guide(facts={"typical_education": education}))
    assert answer.asks is asks
    assert answer.value in education


@pytest.mark.parametrize(("necessity", "asks"), [("required", True), ("helpful", False)])
def test_a_listed_license_speaks_before_any_sentence(necessity: str, asks: bool) -> None:
    items = [{"title": "Active license", "necessity": necessity, "detail": "Essential.", "source": "survey"}]
    section = builders.section("needs", "education_requirements", items=items)
    answer = license_needed(guide(section, facts={"typical_education": "No license."}))
    assert (answer.value, answer.asks) == (f"Active license: {necessity}", asks)
    assert numbers(answer.marks) == [1]


def test_a_summary_or_an_answer_that_mentions_a_license_asks_nobody_for_one() -> None:
    faq = builders.section("faq", "faq", items=[{"question": "Must I?", "answer": "Yes. A license helps."}])
    assert license_needed(guide(summary="All are licensed.")).asks is False
    assert license_needed(guide(faq)).value == "A license helps."
    assert license_needed(guide()) is MISSING


def comparison(slug: str | None, text: str, **given: str) -> dict[str, Any]:
    return {"role": "x", "career_slug": slug, "focus": "y", "difference": text} | given


def test_a_guide_tells_itself_how_it_differs_from_those_beside_it() -> None:
    rows = [comparison(None, "Nobody's."), comparison("nurse", "Nurses care.", source="survey")]
    definition = builders.section("what", "definition", comparisons=rows, lead="Flies.")
    one, other = pair(document("pilot", definition), document("nurse", builders.section("what", "definition")))
    answer = work(one)
    assert (answer.value, texts(answer)) == ("Flies.", ["Beside the Nurse: Nurses care."])
    assert answer.stated == "The Pilot guide on the Nurse: “Nurses care.”"
    assert numbers(answer.lines[0].marks) == [1]
    assert work(other).stated == ""


def test_a_related_career_tells_where_no_comparison_does() -> None:
    items = [{"career_slug": "nurse", "title": "Nurse", "relation": "peer", "difference": "Walks."}]
    sections = [builders.section("what", "definition"), builders.section("related", "related", items=items)]
    one, _ = pair(document("pilot", *sections), document("nurse"))
    assert texts(work(one)) == ["Beside the Nurse: Walks."]
