"""Skills and domains of a report as rows: ranked, worded, and drawn inside their plot."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.presentation.standing import DomainRow, SkillRow, domain_rows, skill_rows, unrated
from tests.assessments.presentation.builders import CATALOGUE, domain, report, scored


def skills(*rows: dict[str, Any]) -> tuple[SkillRow, ...]:
    return skill_rows(report(skills=list(rows)), CATALOGUE)


def domains(*rows: dict[str, Any], statuses: str = "met met") -> tuple[DomainRow, ...]:
    own = zip(("cds", "safety"), statuses.split(), strict=False)
    given_skills = skills(*(scored(id, 1, status) for id, status in own), scored("budget", 1, "gap"))
    return domain_rows(report(domains=list(rows)), CATALOGUE, given_skills)


def test_the_costliest_skill_comes_first() -> None:
    found = skills(scored("cds", 1.25), scored("safety", 4.31), scored("budget", 2.5))
    assert [(row.id, row.points) for row in found] == [("safety", 4.31), ("budget", 2.5), ("cds", 1.25)]


def test_equals_stay_in_the_order_of_the_instrument() -> None:
    found = skills(scored("safety", 2), scored("budget", 2), scored("cds", 2))
    assert [row.id for row in found] == ["safety", "budget", "cds"]


def test_a_skill_is_told_in_the_words_of_the_catalogue() -> None:
    (row,) = skills(scored("cds", 10.04, likely=2, required=4))
    assert (row.name, row.domain_name, row.why) == ("CDS design", "Clinical work", "Why CDS design.")
    assert (row.likely_word, row.required_word) == ("Supervised", "Leads")
    assert (row.now, row.then) == ("CDS design at 2.", "CDS design at 4.")
    assert (row.points_text, row.status_word, row.tag) == ("10", "Gap", "gap")


def test_level_0_is_not_a_lack_of_skill() -> None:
    (row,) = skills(scored(likely=0, low=0, high=1))
    assert row.likely_word == "Not had the chance"
    assert row.now == "My role has not given me access to this work."
    assert row.range_words == "‘Not had the chance’ to aware"


@pytest.mark.parametrize(
    ("low", "high", "words"), [(1, 3, "Aware to independent"), (5, 5, "Sets it"), (4, 5, "Leads to sets it")]
)
def test_a_range_of_levels_is_told_in_words(low: int, high: int, words: str) -> None:
    assert skills(scored(low=low, high=high))[0].range_words == words


@pytest.mark.parametrize(("status", "word", "tag"), [("met", "Met", "good"), ("unsure", "Unsure", "")])
def test_a_status_has_a_word_and_a_tone(status: str, word: str, tag: str) -> None:
    (row,) = skills(scored(status=status))
    assert (row.status_word, row.tag) == (word, tag)


def test_the_domain_furthest_from_its_requirement_comes_first() -> None:
    found = domains(domain("clinical", 80.0), domain("lead", 20.6))
    assert [(row.name, row.score) for row in found] == [("Leading", 21), ("Clinical work", 80)]


def test_domains_at_the_same_score_stay_in_the_order_of_the_instrument() -> None:
    assert [row.id for row in domains(domain("lead", 50.0), domain("clinical", 50.0))] == ["lead", "clinical"]


def test_a_domain_without_a_score_is_not_shown() -> None:
    assert [row.id for row in domains(domain("clinical", None), domain("lead"))] == ["lead"]


@pytest.mark.parametrize(
    ("statuses", "tag", "word"),
    [
        ("gap met", "gap", "One gap"),
        ("gap gap", "gap", "Two gaps"),
        ("gap unsure", "gap", "One gap"),
        ("unsure met", "", "One unsure"),
        ("unsure unsure", "", "Two unsure"),
        ("met met", "good", "Met"),
    ],
)
def test_a_domain_is_summed_up_by_its_own_skills(statuses: str, tag: str, word: str) -> None:
    (row,) = domains(domain("clinical"), statuses=statuses)
    assert (row.tag, row.tag_word) == (tag, word)


@pytest.mark.parametrize(
    ("row", "words", "lengths"),
    [
        (domain(score=0.0, low=0.0, high=8.5), "0 to 9", ("0.00%", "100.00%", "0.00%", "8.50%")),
        (domain(score=100.0, low=97.25, high=100.0), "97 to 100", ("100.00%", "0.00%", "97.25%", "100.00%")),
    ],
)
def test_the_ends_of_the_scale_stay_in_the_plot(
    row: dict[str, Any], words: str, lengths: tuple[str, str, str, str]
) -> None:
    (found,) = domains(row)
    assert found.range_words == words
    assert (found.you, found.short, found.low, found.high) == lengths


@settings(deadline=None)
@given(st.lists(st.floats(0, 100).map(lambda value: round(value, 2)), min_size=3, max_size=3).map(sorted))
def test_what_is_reached_and_what_is_short_fill_the_plot(values: list[float]) -> None:
    low, score, high = values
    (row,) = domains(domain(score=score, low=low, high=high))
    you, short, left, right = (float(length[:-1]) for length in (row.you, row.short, row.low, row.high))
    assert you + short == pytest.approx(100)
    assert 0 <= left <= you <= right <= 100
    assert abs(row.score - you) < 1


def test_what_nobody_rated_comes_last_and_is_neither_met_nor_a_gap() -> None:
    rows = (scored("cds", 9, "gap"), scored("safety", 2, "met"), scored("budget", 4, "unsure"))
    found = skill_rows(report(skills=list(rows)), CATALOGUE, {"cds", "safety"})
    assert [(row.id, row.status_word, row.tag) for row in found] == [
        ("budget", "Unsure", ""),
        ("cds", "Not asked", ""),
        ("safety", "Not asked", ""),
    ]
    assert (found[1].likely_word, found[1].range_words, found[1].required_word) == ("Not asked", "Not known", "Leads")


@pytest.mark.parametrize(
    ("statuses", "words"),
    [("met not_asked", "One not asked"), ("gap not_asked", "One gap"), ("unsure not_asked", "One unsure")],
)
def test_a_domain_is_not_met_while_a_skill_of_it_was_not_asked(statuses: str, words: str) -> None:
    assert domains(domain(), statuses=statuses)[0].tag_word == words


def test_a_document_says_which_skills_were_left_out() -> None:
    assert unrated({"left_out": {"skills": ["cds"], "items": ["alert"]}}) == {"cds"}
    assert unrated({"report": {}}) == frozenset()
