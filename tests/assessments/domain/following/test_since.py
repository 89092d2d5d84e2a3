"""What has come of a plan: a new rating replaces one rating only, and a skill is in one group at most."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.following.progress import DONE, Logged, Progress
from assessments.domain.following.since import moved, rated_again, waiting, work
from assessments.domain.report import readiness_report
from assessments.domain.scoring import Answers, Rating, score
from tests.assessments.domain.builders import instrument, item, skill
from tests.assessments.domain.following.schedules import TODAY, followed, rows

SKILLS = (skill("a", 1, 1), skill("b", 3, 2), skill("c", 4, 3.5, "lead"), skill("d", 5, 0.25, "lead"))
NAMES = [one.id for one in SKILLS]
SMALL = instrument(*SKILLS, items=(item("a1", "a", 1), item("b1", "b", 3), item("d1", "d", 4)))
DAY = timedelta(days=1)

ratings = st.builds(Rating, st.integers(0, 5), st.booleans(), st.booleans())
all_answers = st.builds(
    Answers,
    st.fixed_dictionaries(dict.fromkeys(NAMES, ratings)),
    st.dictionaries(st.sampled_from(NAMES), st.integers(0, 5)),
    st.dictionaries(st.sampled_from(["a1", "b1", "d1"]), st.sampled_from(["A", "B", "unsure"])),
)
again = st.dictionaries(st.sampled_from(NAMES), ratings)


def report(answers: Answers) -> dict[str, Any]:
    return readiness_report(SMALL, score(SMALL, answers), ())


def row(id: str, likely: int, status: str, required: int = 3) -> dict[str, Any]:
    return {"id": id, "likely": likely, "required": required, "status": status}


def finished(*keys: str, on: date = TODAY) -> dict[str, Progress]:
    return {key: Progress(state=DONE, started=on, ended=on) for key in keys}


def planned(id: str, *skills: str) -> dict[str, Any]:
    return {"id": id, "develops": [{"skill": skill, "from": 1, "to": 3} for skill in skills]}


@given(all_answers, again)
def test_only_the_skills_that_are_rated_again_stand_elsewhere(answers: Answers, newer: dict[str, Rating]) -> None:
    then, now = report(answers), report(rated_again(answers, newer))
    same = [
        (before, after)
        for before, after in zip(then["skills"], now["skills"], strict=True)
        if before["id"] not in newer
    ]
    assert all(before == after for before, after in same)
    assert 0 <= now["readiness"]["low"] <= now["readiness"]["score"] <= now["readiness"]["high"] <= 100


@given(all_answers, st.sampled_from(NAMES))
def test_the_same_rating_given_again_changes_nothing(answers: Answers, name: str) -> None:
    assert report(rated_again(answers, {name: answers.ratings[name]})) == report(answers)


@given(all_answers, again, st.sampled_from(NAMES), st.integers(0, 4))
def test_a_higher_new_rating_never_lowers_readiness(
    answers: Answers, newer: dict[str, Rating], name: str, level: int
) -> None:
    low, high = (report(rated_again(answers, {**newer, name: Rating(n)}))["readiness"] for n in (level, level + 1))
    assert low["score"] <= high["score"]


@given(all_answers, again, st.sets(st.sampled_from(NAMES)))
def test_each_skill_is_in_one_group_at_most_and_in_none_where_nothing_was_known(
    answers: Answers, newer: dict[str, Rating], unknown: set[str]
) -> None:
    then, now = report(answers)["skills"], report(rated_again(answers, newer))["skills"]
    found = moved(then, now, unknown)
    listed = [*found.closed, *found.reached, *found.fallen]
    assert len(listed) == len(set(listed))
    assert set(listed) <= newer.keys() - unknown
    assert moved(then, then, ()) == moved([], now, ()) == moved([], [], ())
    back = moved(now, then, unknown)
    assert (back.closed, back.fallen) == (found.fallen, found.closed)


@pytest.mark.parametrize(
    ("before", "after", "groups"),
    [
        (row("a", 1, "gap"), row("a", 3, "met"), ("a", "", "")),
        (row("a", 3, "unsure"), row("a", 3, "met"), ("a", "", "")),
        (row("a", 1, "gap"), row("a", 3, "unsure"), ("", "a", "")),
        (row("a", 3, "unsure"), row("a", 4, "unsure"), ("", "", "")),
        (row("a", 1, "gap"), row("a", 2, "unsure"), ("", "", "")),
        (row("a", 3, "met"), row("a", 3, "met"), ("", "", "")),
        (row("a", 4, "met"), row("a", 2, "gap"), ("", "", "a")),
        (row("a", 4, "met"), row("a", 3, "unsure"), ("", "", "a")),
        (row("a", 1, "gap"), row("b", 4, "met"), ("", "", "")),
    ],
)
def test_a_gap_is_closed_only_where_the_skill_is_met(
    before: dict[str, Any], after: dict[str, Any], groups: tuple[str, str, str]
) -> None:
    found = moved([before], [after], ())
    assert tuple("".join(group) for group in (found.closed, found.reached, found.fallen)) == groups


@given(rows(), followed)
def test_work_counts_every_logged_hour_and_the_plans_own_actions(
    schedule: list[dict[str, Any]], progress: dict[str, Progress]
) -> None:
    found = work(schedule, progress)
    assert found.hours == pytest.approx(sum(entry.hours for entry in progress.values()))
    assert 0 <= found.done <= found.actions == len(schedule)
    assert work(schedule, {}).done == 0


def test_hours_of_an_action_that_left_the_plan_stay_hours() -> None:
    progress = {"gone": Progress(logged=(Logged(TODAY, 2.5),)), "a": Progress(state=DONE, logged=(Logged(TODAY, 1),))}
    found = work([planned("a"), planned("b")], progress)
    assert (found.hours, found.done, found.actions) == (3.5, 1, 2)


def test_what_a_done_action_was_to_lift_waits_until_it_is_rated_or_all_is() -> None:
    schedule = [planned("first", "a", "b"), planned("second", "b", "c"), planned("open", "d")]
    progress = finished("first", on=TODAY - DAY) | finished("second")
    assert waiting(schedule, progress, {}, date.min) == ("a", "b", "c")
    assert waiting(schedule, progress, {"a": TODAY - DAY, "b": TODAY - DAY}, date.min) == ("b", "c")
    assert waiting(schedule, progress, {"b": TODAY}, date.min) == ("a", "c")
    assert waiting(schedule, progress, {"a": TODAY - 9 * DAY}, TODAY) == ()
    assert waiting(schedule, {}, {}, date.min) == ()
