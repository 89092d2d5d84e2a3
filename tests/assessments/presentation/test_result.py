"""A result in sentences: which gaps matter most, how many skills are met, where closing them would lead."""

from typing import Any

import pytest

from assessments.presentation.result import ResultPage, result_page
from tests.assessments.presentation.builders import CATALOGUE, domain, report, scored

SKILLS = ("cds", "safety", "budget")


def page(statuses: str = "gap gap met", points: tuple[float, ...] = (12.5, 6.3, 0.2), **given: Any) -> ResultPage:
    """The page of three skills with these statuses and points."""
    rows = [scored(id, lost, status) for id, lost, status in zip(SKILLS, points, statuses.split(), strict=True)]
    document = {"report": report(**{"skills": rows} | given), "gates_asked": True, "answered": {"skills": 3}}
    return result_page(document, CATALOGUE)


def levers(*points: float) -> list[dict[str, Any]]:
    return [{"skill": id, "points": lost} for id, lost in zip(SKILLS, points, strict=False)]


@pytest.mark.parametrize(
    ("statuses", "headline"),
    [
        ("gap gap gap", "Two gaps matter most: CDS design, and safety reviews"),
        ("gap unsure met", "One gap matters most: CDS design"),
        ("met unsure met", "No skill falls clearly short; one is still unsure"),
        ("unsure unsure unsure", "No skill falls clearly short; three are still unsure"),
        ("met met met", "You meet the requirement in all 3 skills"),
    ],
)
def test_the_headline_names_what_matters_most(statuses: str, headline: str) -> None:
    assert page(statuses).headline == headline


@pytest.mark.parametrize(
    ("statuses", "lede"),
    [
        ("gap gap met", "You already meet 1 of 3 skills. Closing these two would move you from 58 to about 77."),
        ("gap met met", "You already meet 2 of 3 skills. Closing this gap would move you from 58 to about 71."),
        ("met unsure met", "You already meet 2 of 3 skills. What is unsure narrows with an example or a scenario."),
        ("met met met", "You already meet 3 of 3 skills."),
        (
            "unsure unsure unsure",
            "None of the 3 skills is clearly met yet. What is unsure narrows with an example or a scenario.",
        ),
    ],
)
def test_the_lede_says_what_is_met_and_where_it_would_lead(statuses: str, lede: str) -> None:
    assert page(statuses).lede == lede


def test_a_gap_that_costs_next_to_nothing_promises_no_whole_point() -> None:
    assert page("gap met met", (0.05, 0, 0)).lede.endswith("Closing this gap would move you by less than a point.")


def test_the_lede_and_the_chart_add_the_same_points() -> None:
    # floats: 40.91 + 1.12 + 3.47 is less than 45.5, 40.91 + (1.12 + 3.47) is not
    found = page("gap gap met", (1.12, 3.47, 0), score=40.91, low=35, high=46, levers=levers(1.12, 3.47))
    assert [lever.after for lever in found.levers] == [42, 46]
    assert found.lede.endswith("from 41 to about 46.")
    assert found.levers_title == "Two changes would move you from 41 to about 46"


@pytest.mark.parametrize(
    ("points", "title"),
    [
        ((), "Nothing would move your readiness further"),
        ((12.5,), "One change would move you from 58 to about 71"),
        ((12.5, 6.3, 0.2), "Three changes would move you from 58 to about 77"),
        ((0.01,), "One change would move you by less than a point"),
    ],
)
def test_the_title_of_the_changes_counts_them(points: tuple[float, ...], title: str) -> None:
    rows = points + (0.0,) * (3 - len(points))
    assert page("gap gap gap", rows, levers=levers(*points)).levers_title == title


@pytest.mark.parametrize(
    ("domains", "title"),
    [
        ([], "No domain has enough rated skills to be shown"),
        ([domain("clinical", None), domain("lead", None)], "No domain has enough rated skills to be shown"),
        ([domain("clinical", 50.2), domain("lead", 49.8)], "All domains stand equally far from the requirement"),
        ([domain("clinical", 50.2)], "Only clinical work has enough rated skills to be shown"),
        (
            [domain("clinical", 80.0), domain("lead", 20.0)],
            "Leading is furthest from the requirement; clinical work is nearest",
        ),
    ],
)
def test_the_title_of_the_domains_names_both_ends(domains: list[dict[str, Any]], title: str) -> None:
    assert page(domains=domains).domains_title == title


@pytest.mark.parametrize(
    ("low", "high", "sure", "label"),
    [
        (51.0, 65.0, "between 51 and 65, a range of 14 points", "between 51 and 65"),
        (58.0, 59.4, "between 58 and 59, a range of one point", "between 58 and 59"),
        (58.1, 58.4, "close to 58", "about 58"),
        (0.0, 100.0, "between 0 and 100, a range of 100 points", "between 0 and 100"),
    ],
)
def test_the_range_is_told_in_words(low: float, high: float, sure: str, label: str) -> None:
    found = page(low=low, high=high)
    assert found.sure == f"The chance is 8 in 10 that your score lies {sure}."
    assert found.gauge_label == f"Readiness 58 out of 100: building. Likely {label}. Ready begins at 75."


@pytest.mark.parametrize(
    ("score", "band", "shown", "words"),
    [
        (0.0, "starting", 0, "Starting out"),
        (39.99, "starting", 39, "Starting out"),
        (40.0, "building", 40, "Building"),
        (60.0, "close", 60, "Close to ready"),
        (74.6, "close", 74, "Close to ready"),
        (75.0, "ready", 75, "Ready"),
        (100.0, "ready", 100, "Ready"),
    ],
)
def test_the_figure_never_contradicts_the_band(score: float, band: str, shown: int, words: str) -> None:
    found = page(score=score, low=score, high=score, band=band)
    assert (found.score, found.band) == (shown, words)
    assert f"Readiness {shown} out of 100" in found.gauge_label


def test_the_first_six_gaps_are_explained_and_all_are_counted() -> None:
    rows = [scored("cds", 8 - place, "gap") for place in range(8)] + [scored("safety", 9, "met")]
    found = page(skills=rows)
    assert [gap.points for gap in found.first_gaps] == [8, 7, 6, 5, 4, 3]
    assert found.counts == {"met": 1, "gap": 8, "unsure": 0, "not_asked": 0}
    assert len(found.gaps) == 8
