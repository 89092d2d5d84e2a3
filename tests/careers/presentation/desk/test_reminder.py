"""What owners are reminded of, in words."""

from datetime import date, timedelta
from typing import Any

import pytest

from careers.models import LinkCheck
from careers.presentation.desk.reminder import AHEAD, MOST, Concern, concern, review, subject
from tests.content import catalogue, guide

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
LATER = TODAY + 400 * DAY


def check(outcome: str, status: int | None = None) -> LinkCheck:
    return LinkCheck(outcome=outcome, status=status)


def told(document: dict[str, Any], checks: dict[str, LinkCheck], by: date = LATER) -> Concern | None:
    return concern("A guide", "/admin/", document, by, checks, TODAY, is_guide="sections" in document)


def all_fine() -> dict[str, LinkCheck]:
    return {row["url"]: check("fine", 200) for row in guide()["sources"] if row["url"]}


@pytest.mark.parametrize(
    ("by", "words"),
    [
        (None, ""),
        (TODAY + AHEAD + DAY, ""),
        (TODAY + AHEAD, "Review by 7 December 2026."),
        (TODAY, "Review by 23 November 2026."),
        (TODAY - DAY, "Review was due on 22 November 2026, 1 day ago."),
        (TODAY - 12 * DAY, "Review was due on 11 November 2026, 12 days ago."),
    ],
)
def test_a_review_is_spoken_of_two_weeks_before_its_day_and_from_then_on(by: date | None, words: str) -> None:
    assert review(by, TODAY) == words


def test_there_is_nothing_to_say_where_all_is_well() -> None:
    assert told(guide(), all_fine()) is None


def test_a_reference_in_trouble_is_named_with_what_it_answers() -> None:
    row = next(row for row in guide()["sources"] if row["url"])
    for found, words in (
        (check("broken", 404), "answers 404"),
        (check("no reply"), "no reply"),
        (check("moved", 200), "moved"),
    ):
        concerned = told(guide(), all_fine() | {row["url"]: found})
        assert concerned
        assert concerned.references == (f"{row['title']}: {words}",)
    assert told(guide(), all_fine() | {row["url"]: check("refused", 403)}) is None


def test_references_that_nobody_opened_are_named_up_to_a_number_and_counted_beyond() -> None:
    concerned = told(guide(), {})
    urls = {row["url"] for row in guide()["sources"] if row["url"]}
    assert concerned
    assert len(concerned.references) == MOST + 1
    assert concerned.references[0].endswith(": never opened")
    assert int(concerned.references[-1].split()[1]) >= len(urls) - MOST - 1


def test_the_instrument_is_spoken_of_too() -> None:
    concerned = told(catalogue(), {})
    assert concerned
    assert concerned.review == ""
    assert any(line.endswith(": written from knowledge") for line in concerned.references)


def test_the_subject_counts_reviews_and_places() -> None:
    late = Concern("A", "/", "Review by 1 January 2027.", ())
    both = Concern("B", "/", "Review by 1 January 2027.", ("x: moved",))
    assert subject([late]) == "On the editors’ desk: 1 review"
    assert subject([late, both]) == "On the editors’ desk: 2 reviews and references to open in 1 place"
