"""Whole searches over the real content: both databases give these lists, and filters and pages only narrow them."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from careers.models import SearchEntry
from careers.search import match, results
from careers.search.results import KINDS, Found, search
from careers.search.words import query
from tests.careers.search import made
from tests.content import CMIO, SLUGS

pytestmark = pytest.mark.django_db
SAMPLE = Path(__file__).with_name("sample.json")
"""For each query what is found of each kind, as career and anchor or key, best first: data that nothing generates."""

CNIO = "chief-nursing-informatics-officer"


def asked(text: str, **given: Any) -> Found:
    return search(query(text).stems, at=timezone.now(), **given)


def shown(found: Found) -> list[list[str]]:
    entries = [entry for group in found.groups for entry in group.entries]
    return [[entry.kind, entry.slug, entry.anchor or entry.key, entry.title] for entry in entries]


@pytest.mark.parametrize(("text", "expected"), json.loads(SAMPLE.read_text("utf-8")).items())
def test_the_sample(text: str, expected: dict[str, Any]) -> None:
    found = asked(text)
    assert {kind: found.by_kind[kind] for kind in KINDS if found.by_kind.get(kind)} == expected["counts"]
    assert shown(found) == expected["shown"]


def test_counts_are_those_of_what_can_be_listed() -> None:
    found = asked("nursing")
    assert found.count == sum(found.by_kind.values()) == sum(found.by_guide.values())
    for kind, count in found.by_kind.items():
        (group,) = asked("nursing", kinds=(kind,)).groups
        assert (group.count, len(group.entries)) == (count, min(count, results.PAGE))


def test_all_of_a_kind_begin_with_those_shown_beside_others() -> None:
    beside = {group.kind: group.entries for group in asked("nursing").groups}
    (alone,) = asked("nursing", kinds=("section",)).groups
    assert alone.entries[: results.SHOWN] == beside["section"]


@pytest.mark.parametrize("text", ["salary", "pay", "compensation"])
def test_pay_is_found_in_every_guide_whatever_its_section_is_called(text: str) -> None:
    (group,) = asked(text, kinds=("section",)).groups
    first = group.entries[: len(SLUGS)]
    assert {(entry.slug, entry.part) for entry in first} == {(slug, "salary") for slug in SLUGS}


def test_a_guide_narrows_results_and_not_the_counts() -> None:
    found, every = asked("nursing", guides=(CNIO,)), asked("nursing")
    assert {entry.slug for group in found.groups for entry in group.entries} == {CNIO}
    assert (found.count, found.by_guide, found.by_kind) == (every.count, every.by_guide, every.by_kind)
    assert sum(group.count for group in found.groups) == every.by_guide[CNIO]


def test_a_guide_without_hits_or_that_never_was_is_no_filter() -> None:
    assert asked("nursing", guides=("nowhere",)) == asked("nursing")


def test_pages_hold_every_entry_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "PAGE", 10)
    pages = [asked("nursing", kinds=("section",), page=page).groups[0] for page in (1, 2, 3, 4, 5)]
    keys = [entry.pk for page in pages for entry in page.entries]
    assert len(keys) == len(set(keys)) == pages[0].count
    assert [(page.page, page.pages) for page in pages] == [(number, 5) for number in (1, 2, 3, 4, 5)]


@pytest.mark.parametrize(("page", "given"), [(0, 1), (-5, 1), (99, 1), (10**9, 1)])
def test_a_page_that_is_not_there_is_the_nearest(page: int, given: int) -> None:
    assert asked("nursing", kinds=("section",), page=page).groups[0].page == given


def test_about_is_said_of_titles_and_mentioning_of_texts() -> None:
    found = asked("nursing")
    assert (found.about, found.mentioning) == (1, 7)


def test_past_the_most_nothing_is_counted_and_filters_reach_further(monkeypatch: pytest.MonkeyPatch) -> None:
    every = asked("care")
    for module in (match, results):
        monkeypatch.setattr(module, "MOST", 20)
    found = asked("care")
    assert (every.is_cut, found.is_cut, found.count) == (False, True, 20)
    last = asked("care", kinds=("action",)).groups
    assert [(group.kind, group.count) for group in last] == [("action", min(20, every.by_kind["action"]))]


def test_only_so_many_guides_are_offered_and_a_chosen_one_is_among_them(now: datetime) -> None:
    for number in range(results.MOST_GUIDES + 3):
        made.guide(f"owl-{number:02}", at=now, title="Owl")
    found = search(["owl"], at=now + timedelta(days=1), guides=("owl-10",))
    offered = [place.slug for place in found.places if place.kind == "guide"]
    assert len(offered) == results.MOST_GUIDES + 1
    assert "owl-10" in offered


def test_skills_and_actions_come_with_the_sections_they_lead_to() -> None:
    parts = {place.part for place in asked("nursing").places if place.slug == CMIO and place.kind == "section"}
    assert parts == {"technical_skills", "soft_skills", "readiness"}
    assert {place.kind for place in asked("nursing", kinds=("question",)).places} == {"guide"}


def test_queries_are_no_more_for_a_hundred_guides_than_for_eight(
    now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(100):
        made.guide(f"owl-{number}", at=now, title="Owl", sections={"Nurse": "A nurse cares."})
    assert SearchEntry.objects.filter(kind="guide").count() == 108
    with django_assert_num_queries(4):
        found = search(["nurs"], at=now + timedelta(days=365))
    assert found.by_kind["section"] > 100
