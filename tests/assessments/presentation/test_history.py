"""Earlier results: one says so, several are compared by what the reader sees, and chance is called chance."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.presentation.history import History, Taken, history
from tests.assessments.presentation.builders import report

Range = tuple[float, float, float]
RANGES = st.lists(st.floats(0, 100).map(lambda value: round(value, 2)), min_size=3, max_size=3).map(sorted)


def taken(*ranges: Range, versions: tuple[int, ...] = (3, 3, 3)) -> History:
    """Results with low, score and high, one a year from 1 December 2026 on."""
    return history(
        [
            Taken(date(2026 + place, 12, 1), report(score, low, high) | {"instrument": versions[place]})
            for place, (low, score, high) in enumerate(ranges)
        ]
    )


def test_without_results_there_are_no_rows() -> None:
    assert taken().rows == ()


def test_a_first_result_has_nothing_to_compare_with() -> None:
    found = taken((51.0, 58.4, 65.0))
    assert found.sentence == "This is your first result at this level. Your next one will say whether you have moved."
    assert [(row.when, row.score, row.low, row.high) for row in found.rows] == [("1 December 2026", 58, 51, 65)]


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (
            (40, 45, 50),
            (60, 65, 70),
            "Up 20 since 1 December 2026. The two ranges do not overlap, so this is a real change.",
        ),
        (
            (60, 65, 70),
            (40, 45, 50),
            "Down 20 since 1 December 2026. The two ranges do not overlap, so this is a real change.",
        ),
        ((50, 55, 60), (52, 57, 62), "Up 2 since 1 December 2026. The two ranges overlap, so this may be chance."),
        ((50, 55, 60), (60, 65, 70), "Up 10 since 1 December 2026. The two ranges overlap, so this may be chance."),
        ((52, 57, 62), (51, 56, 61), "Down 1 since 1 December 2026. The two ranges overlap, so this may be chance."),
        ((50, 55, 60), (52, 55.4, 58), "No change since 1 December 2026."),
    ],
)
def test_a_change_is_real_only_where_the_ranges_part(first: Range, last: Range, sentence: str) -> None:
    assert taken(first, last).sentence == sentence


def test_ranges_that_look_as_if_they_touched_are_said_to_overlap() -> None:
    # 60.4 and 60.45 are both shown as 60 here: the reader sees them meet
    assert "overlap, so this may be chance" in taken((50, 55, 60.4), (60.45, 68, 76)).sentence


def test_of_three_results_the_last_is_compared_with_the_first() -> None:
    found = taken((40, 45, 50), (70, 75, 80), (50, 55, 60))
    assert found.sentence == "Up 10 since 1 December 2026. The two ranges overlap, so this may be chance."
    assert [row.when for row in found.rows] == ["1 December 2026", "1 December 2027", "1 December 2028"]


def test_skills_published_in_between_are_pointed_out() -> None:
    ranges = ((40.0, 45.0, 50.0), (60.0, 65.0, 70.0))
    assert not taken(*ranges).versions_differ
    assert taken(*ranges, versions=(3, 4)).versions_differ


@pytest.mark.parametrize(
    ("given_range", "places"),
    [((0, 0, 7.25), ("0.00%", "0.00%", "7.25%")), ((92.5, 100, 100), ("92.50%", "100.00%", "100.00%"))],
)
def test_the_ends_of_the_scale_stay_in_the_plot(given_range: Range, places: tuple[str, str, str]) -> None:
    (row,) = taken(given_range).rows
    assert (row.start, row.at, row.end) == places


@settings(deadline=None)
@given(RANGES, RANGES)
def test_the_sentence_says_what_the_rows_show(one: list[float], other: list[float]) -> None:
    found = taken((one[0], one[1], one[2]), (other[0], other[1], other[2]))
    first, last = found.rows
    change = last.score - first.score
    said = {True: f"Up {change} ", False: f"Down {-change} "}[change > 0] if change else "No change "
    assert found.sentence.startswith(said)
    apart = last.low > first.high or last.high < first.low
    assert ("real change" in found.sentence) == apart


@settings(deadline=None)
@given(RANGES)
def test_every_place_lies_in_the_plot_and_in_order(given_range: list[float]) -> None:
    (row,) = taken((given_range[0], given_range[1], given_range[2])).rows
    places = [float(place[:-1]) for place in (row.start, row.at, row.end)]
    assert places == sorted(places)
    assert places[0] >= 0
    assert places[-1] <= 100
    assert row.low <= row.score <= row.high


@pytest.mark.parametrize(("quick", "differ"), [((True, False), True), ((False, False), False), ((True, True), False)])
def test_quick_checks_are_marked(quick: tuple[bool, bool], differ: bool) -> None:
    found = history([Taken(date(2026, 12, 1), report(), is_quick) for is_quick in quick])
    assert [row.is_quick for row in found.rows] == list(quick)
    assert found.forms_differ is differ
    assert [row.version for row in found.rows] == [3, 3]
