"""Blocked weeks as people write them: what is read, what is refused in which words, and what is written back."""

from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.domain.weeks import LONGEST_DAYS, MOST_LINES, WeeksError, parse, runs, write

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
MONDAYS = st.dates(date(2001, 1, 1), date(2099, 12, 1)).map(lambda day: day - timedelta(days=day.weekday()))
# As many weeks in a row as one line may hold, and fewer runs than there may be lines.
SOME_MONDAYS = st.builds(
    lambda starts, lengths: sorted(
        {
            start + timedelta(days=7 * week)
            for start, count in zip(starts, lengths, strict=False)
            for week in range(count)
        }
    ),
    st.lists(MONDAYS.filter(lambda day: day.year < 2098), max_size=12),
    st.lists(st.integers(1, 30), min_size=12, max_size=12),
)


def mondays(text: str) -> list[str]:
    return [monday.isoformat() for monday in parse(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (" \n\t\n\r\n", []),
        ("2027-07-05", ["2027-07-05"]),
        ("2027-07-11", ["2027-07-05"]),
        ("  2027-07-07  ", ["2027-07-05"]),
        ("2027-07-05 to 2027-07-18", ["2027-07-05", "2027-07-12"]),
        ("2027-07-11 to 2027-07-12", ["2027-07-05", "2027-07-12"]),
        ("2027-07-05 - 2027-07-05", ["2027-07-05"]),
        ("2027-07-05 – 2027-07-12", ["2027-07-05", "2027-07-12"]),
        ("2027-07-05   until   2027-07-12", ["2027-07-05", "2027-07-12"]),
        ("2027-07-12\n2027-07-05\r\n2027-07-06", ["2027-07-05", "2027-07-12"]),
        ("2027-12-31", ["2027-12-27"]),
        ("2000-01-01", ["1999-12-27"]),
        ("2099-12-31", ["2099-12-28"]),
    ],
)
def test_every_week_that_a_line_touches_is_read(text: str, found: list[str]) -> None:
    assert mondays(text) == found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("next week", "Write ‘next week’ as a date such as 2027-07-05, or as 2027-07-05 to 2027-07-18"),
        ("2027-7-5", "Write ‘2027-7-5’ as a date such as 2027-07-05, or as 2027-07-05 to 2027-07-18"),
        ("2027-07-05to2027-07-18", "Write ‘2027-07-05to2027-07-18’ as a date such as 2027-07-05, or as 2027-07-05 to"),
        ("2027-07-05 2027-07-18", "Write ‘2027-07-05 2027-07-18’ as a date such as 2027-07-05"),
        ("2027-07-05 to", "Write ‘2027-07-05 to’ as a date"),
        ("２027-07-05", "Write ‘２027-07-05’ as a date"),
        ("2027-02-30", "‘2027-02-30’ is not a date of this century"),
        ("1999-12-31", "‘1999-12-31’ is not a date of this century"),
        ("2100-01-01", "‘2100-01-01’ is not a date of this century"),
        ("2027-07-05 to 2027-13-01", "‘2027-13-01’ is not a date of this century"),
        ("2027-07-18 to 2027-07-05", "‘2027-07-18 to 2027-07-05’ ends before it starts"),
        ("2027-07-05 to 2099-07-05", "‘2027-07-05 to 2099-07-05’ is longer than 15 years"),
        ("x" * 200, f"Write ‘{'x' * 39}…’ as a date"),
        ("2027-07-05\n\nsoon", "Write ‘soon’ as a date"),
        ("2027-07-05\n" * (MOST_LINES + 1), "Enter at most 100 lines of weeks"),
    ],
)
def test_the_first_bad_line_is_named_in_words(text: str, message: str) -> None:
    with pytest.raises(WeeksError) as error:
        parse(text)
    assert str(error.value).startswith(message)


def test_the_longest_line_and_the_most_lines_are_still_read() -> None:
    start = date(2027, 7, 5)
    assert len(parse(f"{start} to {start + timedelta(days=LONGEST_DAYS)}")) == LONGEST_DAYS // 7 + 1
    with pytest.raises(WeeksError, match="longer than 15 years"):
        parse(f"{start} to {start + timedelta(days=LONGEST_DAYS + 1)}")
    assert mondays("2027-07-05\n" * MOST_LINES) == ["2027-07-05"]


def test_weeks_that_follow_each_other_share_a_line() -> None:
    found = parse("2027-07-12\n2027-07-05\n2027-08-02")
    assert write(found) == "2027-07-05 to 2027-07-18\n2027-08-02 to 2027-08-08"
    assert write([]) == ""
    assert runs(found[::-1]) == [
        (date(2027, 7, 5), date(2027, 7, 18)),
        (date(2027, 8, 2), date(2027, 8, 8)),
    ]


def test_what_is_longer_than_one_line_may_be_is_written_in_several() -> None:
    found = parse("2027-01-04 to 2041-01-04\n2041-01-05 to 2055-01-04\n2055-01-05 to 2056-01-04")
    assert len(found) == (date(2056, 1, 3) - date(2027, 1, 4)).days // 7 + 1
    assert len(write(found).splitlines()) == 2
    assert parse(write(found)) == found


@settings(deadline=None)
@given(SOME_MONDAYS)
def test_what_is_written_is_read_back_the_same(found: list[date]) -> None:
    assert parse(write(found)) == found


@settings(deadline=None)
@given(SOME_MONDAYS)
def test_runs_hold_every_week_once_with_a_gap_between_them(found: list[date]) -> None:
    spans = runs(found)
    assert sum((last - first).days + 1 for first, last in spans) == 7 * len(found)
    assert all(first.weekday() == 0 and last.weekday() == 6 for first, last in spans)
    assert all(later[0] - earlier[1] > timedelta(days=1) for earlier, later in pairwise(spans))


@given(DAYS, st.integers(0, 60))
def test_a_range_holds_the_week_of_each_of_its_days(first: date, days: int) -> None:
    last = min(first + timedelta(days=days), date(2099, 12, 31))
    found = parse(f"{first} to {last}")
    touched = {first + timedelta(days=place) for place in range((last - first).days + 1)}
    assert found == sorted({day - timedelta(days=day.weekday()) for day in touched})


@given(st.text(max_size=60))
def test_any_text_is_weeks_or_one_refusal(text: str) -> None:
    with suppress(WeeksError):
        assert all(monday.weekday() == 0 for monday in parse(text))
