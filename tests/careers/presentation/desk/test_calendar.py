"""The calendar: late reviews first, then each thing on its day."""

from datetime import date
from typing import Any

from careers.presentation.desk.calendar import calendar
from careers.presentation.desk.subject import Subject
from tests.careers.presentation.desk.subjects import DAY, NOW, TODAY, ahead, guide, instrument


def told(*subjects: Subject) -> list[tuple[str, str, str]]:
    return [(entry.on, entry.text, entry.tag) for entry in calendar(subjects, TODAY)]


def test_a_late_review_comes_first_and_says_by_how_much() -> None:
    waiting: dict[str, Any] = {"waiting": 2, "waiting_from": NOW + DAY}
    found = told(guide(1, "Aa", **waiting), guide(2, "Bb", review_by=TODAY - 12 * DAY), guide(3, "Cc", review_by=TODAY))
    assert found == [
        ("19 November 2026", "Bb: review was due", "12 days late"),
        ("1 December 2026", "Cc: review due", "Review"),
        ("2 December 2026", "Aa: edition 2 goes live", "Scheduled"),
        ("23 May 2027", "Aa: review due", "Review"),
    ]


def test_one_day_late_is_one_day() -> None:
    assert told(guide(review_by=TODAY - DAY))[0][2] == "1 day late"


def test_reviews_of_one_day_are_one_line_that_leads_to_a_list_of_guides() -> None:
    subjects = [guide(1, "Aa"), guide(2, "Bb"), instrument(review_by=date(2027, 5, 23))]
    (entry,) = calendar(subjects, TODAY)
    assert entry.text == "Two guides and the instrument: review due on the same day"
    assert entry.of_guides
    (alone,) = calendar([guide(1, "Aa"), instrument(review_by=date(2027, 5, 23))], TODAY)
    assert not alone.of_guides


def test_what_was_never_published_has_no_review_to_miss() -> None:
    assert told(guide(live=None, live_from=None, is_ahead=True, review_by=TODAY - DAY)) == []


def test_a_review_that_was_asked_for_stands_on_the_day_of_asking() -> None:
    asked = ahead(review_asked_at=NOW - DAY)
    assert told(guide(review_by=None, **asked)) == [
        ("30 November 2026", "Pilot of Records: review asked for", "In review")
    ]
    # Whoever put the rows back as readers see them has nothing left to review.
    assert told(guide(review_by=None, **asked | {"is_ahead": False})) == []


def test_the_instrument_goes_live_as_a_version() -> None:
    assert (
        told(instrument(review_by=None, waiting=3, waiting_from=NOW + DAY))[0][1] == "Instrument: version 3 goes live"
    )
