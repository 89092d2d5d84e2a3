"""The task list of the profile: values in words, what is missing, where to go on."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from assessments.models import Profile
from assessments.presentation import profile as presentation
from assessments.presentation.profile import ABOUT, DONE, IN_PROGRESS, NOT_STARTED, Row, TaskList
from assessments.services import profiles as services

pytestmark = pytest.mark.django_db
LEVELS = {"deputy": "Deputy CMIO", "cmio": "CMIO"}
GATES = ["licence", "residency"]


def tasks(user: User, gates: list[str] | None = None, levels: dict[str, str] | None = None) -> TaskList:
    shown = LEVELS if levels is None else levels
    return presentation.task_list(services.profile_of(user), GATES if gates is None else gates, shown)


def row(user: User, part: str) -> Row:
    (found,) = (row for row in tasks(user).rows if row.part == part)
    return found


def test_a_new_profile_says_what_each_part_changes(alice: User) -> None:
    found = tasks(alice)
    assert [row.part for row in found.rows] == ["work", "gates", "conditions", "target", "time"]
    assert [row.text for row in found.rows] == [ABOUT[row.part] for row in found.rows]
    assert {row.state for row in found.rows} == {NOT_STARTED}
    assert (found.done, found.next) == (0, found.rows[0])


def test_work_is_done_with_the_profession(alice: User) -> None:
    services.save_work(user=alice, profession="", country="US", ehr="")
    assert (row(alice, "work").text, row(alice, "work").state) == ("United States", IN_PROGRESS)
    services.save_work(user=alice, profession="physician", country="US", ehr="epic")
    assert (row(alice, "work").text, row(alice, "work").state) == ("Physician, United States, Epic", DONE)


def test_gates_count_what_is_asked_for(alice: User) -> None:
    services.save_gates(user=alice, states={"licence": "in_progress", "of-another-profession": "met"})
    assert row(alice, "gates").text == "0 of 2 met, 1 in progress, 1 not answered"
    assert row(alice, "gates").state == IN_PROGRESS
    services.save_gates(user=alice, states={"licence": "met", "residency": "not_met"})
    assert (row(alice, "gates").text, row(alice, "gates").state) == ("1 of 2 met", DONE)


def test_gates_are_open_again_after_another_profession(alice: User) -> None:
    services.save_gates(user=alice, states=dict.fromkeys(GATES, "met"))
    services.save_work(user=alice, profession="nurse", country="", ehr="")
    assert row(alice, "gates").state == IN_PROGRESS


def test_conditions_are_counted_on_both_sides(alice: User) -> None:
    services.save_conditions(user=alice, held=["bachelors"], ruled_out=["org-sponsor", "data-access"])
    assert row(alice, "conditions").text == "One condition held, two conditions out of the question"
    services.save_conditions(user=alice, held=[], ruled_out=[])
    assert row(alice, "conditions").text == "No conditions held, no conditions out of the question"
    assert row(alice, "conditions").done


@pytest.mark.parametrize(
    ("level", "day", "text", "state"),
    [
        ("cmio", date(2029, 12, 31), "CMIO, by 31 December 2029", DONE),
        ("cmio", None, "CMIO", IN_PROGRESS),
        ("", date(2029, 12, 31), "by 31 December 2029", IN_PROGRESS),
        ("of-an-old-version", None, ABOUT["target"], NOT_STARTED),
    ],
)
def test_a_target_is_a_level_and_a_day(alice: User, level: str, day: date | None, text: str, state: str) -> None:
    services.save_target(user=alice, target_level=level, target_date=day)
    found = row(alice, "target")
    assert (found.text.lower(), found.state) == (text.lower(), state)


@pytest.mark.parametrize(
    ("hours", "budget", "weeks", "text", "state"),
    [
        ("4", 5000, 2, "4 hours a week, $5,000, two weeks blocked", DONE),
        ("4.5", 0, 0, "4.5 hours a week, $0", DONE),
        ("1", None, 1, "1 hour a week, one week blocked", IN_PROGRESS),
        (None, None, 1, "One week blocked", IN_PROGRESS),
    ],
)
def test_time_says_hours_money_and_weeks(
    alice: User, hours: str | None, budget: int | None, weeks: int, text: str, state: str
) -> None:
    services.save_time(
        user=alice,
        hours_per_week=Decimal(hours) if hours else None,
        budget_usd=budget,
        blocked_weeks=[date(2027, 7, 5 + 7 * number) for number in range(weeks)],
    )
    found = row(alice, "time")
    assert (found.text.lower(), found.state) == (text.lower(), state)
    assert found.text[0].isupper() or found.text[0].isdigit()


def test_it_goes_on_with_the_first_part_that_is_open(alice: User) -> None:
    services.save_work(user=alice, profession="physician", country="", ehr="")
    services.save_conditions(user=alice, held=[], ruled_out=[])
    found = tasks(alice)
    assert found.done == 2
    assert found.next
    assert found.next.part == "gates"


def test_without_a_published_catalogue_only_the_parts_that_need_none_are_there(alice: User) -> None:
    assert [row.part for row in tasks(alice, [], {}).rows] == ["work", "time"]


def test_the_bar_is_full_half_or_empty(alice: User) -> None:
    services.save_work(user=alice, profession="", country="US", ehr="")
    services.save_conditions(user=alice, held=[], ruled_out=[])
    segments = tasks(alice).segments
    filled = [float(segment.filled.rstrip("%")) / float(segment.width.rstrip("%")) for segment in segments]
    assert filled == pytest.approx([0.5, 0, 1, 0, 0], abs=0.01)


def test_it_reads_a_profile_that_was_never_saved() -> None:
    assert presentation.task_list(Profile(), GATES, LEVELS).done == 0
