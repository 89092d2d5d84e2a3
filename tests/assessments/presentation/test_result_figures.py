"""On the real catalogue: every figure in a sentence is the figure in a row."""

import re

import pytest

from assessments.presentation.result import ResultPage, result_page
from assessments.presentation.words import NUMBERS
from tests.assessments.presentation.realistic import catalogue, result

LEVELS = ("deputy", "cmio", "senior")
LETTERS = {word: number for number, word in enumerate(("none", *NUMBERS[1:]))}


def page(level: str) -> ResultPage:
    return result_page(result(level), catalogue())


def numbers(text: str) -> list[int]:
    """The numbers of a sentence, those in letters too."""
    found = re.findall(r"[a-z]+|\d+", text.casefold())
    return [LETTERS[word] if word in LETTERS else int(word) for word in found if word in LETTERS or word.isdecimal()]


@pytest.mark.parametrize("level", LEVELS)
def test_points_of_all_rows_add_up_to_what_is_missing(level: str) -> None:
    found = page(level)
    missing = 100 - result(level)["report"]["readiness"]["score"]
    assert len(found.skills) == 31
    assert sum(row.points for row in found.skills) == pytest.approx(missing, abs=31 * 0.005 + 0.005)


@pytest.mark.parametrize("level", LEVELS)
def test_the_headline_names_the_first_two_rows_that_are_gaps(level: str) -> None:
    found = page(level)
    first, second = [row.name for row in found.skills if row.status == "gap"][:2]
    assert found.headline.casefold() == f"two gaps matter most: {first}, and {second}".casefold()


@pytest.mark.parametrize("level", LEVELS)
def test_the_lede_counts_the_rows_that_are_met(level: str) -> None:
    found = page(level)
    met = [row for row in found.skills if row.status == "met"]
    first, second = found.gaps[:2]
    score = result(level)["report"]["readiness"]["score"]
    *counted, after = numbers(found.lede)
    assert counted == [len(met), 31, 2, found.score]
    assert after == pytest.approx(score + first.points + second.points, abs=1)


@pytest.mark.parametrize("level", LEVELS)
def test_score_range_and_label_agree(level: str) -> None:
    found = page(level)
    low, high = numbers(found.range_words)
    assert numbers(found.gauge_label) == [found.score, 100, low, high, 75]
    assert numbers(found.sure) == [8, 10, low, high, high - low]
    assert low <= found.score <= high


@pytest.mark.parametrize("level", LEVELS)
def test_counts_tags_and_rows_agree(level: str) -> None:
    found = page(level)
    assert sum(found.counts.values()) == len(found.skills)
    in_tags = [domain for domain in found.domains if "gap" in domain.tag_word]
    assert {row.domain for row in found.gaps} == {domain.id for domain in in_tags}


@pytest.mark.parametrize("level", LEVELS)
def test_the_last_change_ends_where_the_title_says(level: str) -> None:
    found = page(level)
    assert numbers(found.levers_title) == [3, found.score, found.levers[-1].after]
    assert [lever.skill.id for lever in found.levers] == [row.id for row in found.skills[:3]]


@pytest.mark.parametrize("level", LEVELS)
def test_all_nine_domains_stand_in_order_of_their_score(level: str) -> None:
    found = page(level)
    scores = [domain.score for domain in found.domains]
    assert len(scores) == 9
    assert scores == sorted(scores)
    assert found.domains_title.startswith(found.domains[0].name)


@pytest.mark.parametrize("level", LEVELS)
def test_no_sentence_shouts(level: str) -> None:
    found = page(level)
    assert "!" not in f"{found.headline}{found.lede}{found.domains_title}{found.levers_title}{found.sure}"
