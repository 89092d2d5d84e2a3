"""Item figures worked out by hand."""

from collections.abc import Mapping
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.statistics import Chosen, Hidden, ItemFigures, Sitting, item_figures
from tests.assessments.domain.builders import item

ITEMS = (item("i1"), item("i2"), item("i3"))
"""Each has the options A to D, of which B is right."""


def person(*choices: str, seconds: int | None = None) -> Sitting:
    """Choices for i1, i2 and i3; a dot is no answer."""
    named = zip(("i1", "i2", "i3"), choices, strict=False)
    return Sitting({}, {id: Chosen(choice, seconds) for id, choice in named if choice != "."})


def first(*people: Sitting) -> ItemFigures:
    return item_figures(ITEMS, people)[0]


def test_facility_and_choices_are_shares_of_those_who_answered() -> None:
    people = [person("B")] * 10 + [person("A")] * 5 + [person("unsure")] * 5 + [person(".", "B")] * 7
    found = first(*people)
    assert (found.n, found.facility) == (20, 0.5)
    assert found.choices == {"A": 0.25, "B": 0.5, "C": 0, "D": 0, "unsure": 0.25}
    assert found.flags == ("nobody C", "nobody D")


def test_discrimination_leaves_the_item_itself_out_of_the_score() -> None:
    # Rest scores 1, 1/2, 0 for those who are right (5, 5, 0 people) and for those who are wrong (0, 5, 5).
    people = [person("B", "B", "B"), person("B", "B", "A"), person("A", "B", "A"), person("A", "A", "A")] * 5
    # Right: mean .75. Wrong: mean .25. Difference .5 times sqrt(p q) = .5, over the deviation sqrt(.125) of all.
    assert first(*people).discrimination == pytest.approx(0.5 * 0.5 / sqrt(0.125))


def test_who_answered_fewer_items_is_measured_by_those() -> None:
    full = [person("B", "B", "A")] * 5 + [person("A", "A", "B")] * 5
    found = first(*full, *[person("B", "B")] * 5, *[person("A", "A")] * 5)
    # Rest: .5, .5, 1, 0 with right, wrong, right, wrong: covariance .125, deviations .5 and sqrt(.125).
    assert found.discrimination == pytest.approx(0.125 / (0.5 * sqrt(0.125)))
    assert found.pairs == 20


def test_who_answered_nothing_else_is_no_pair() -> None:
    found = first(*[person("B")] * 5, *[person("A")] * 5)
    assert (found.discrimination, found.pairs) == (Hidden.FEW, Hidden.FEW)


def test_an_item_that_tells_the_wrong_way_round_is_flagged() -> None:
    found = first(*[person("B", "A")] * 5, *[person("A", "B")] * 5)
    assert found.discrimination == pytest.approx(-1)
    assert "weak" in found.flags


def test_where_all_are_alike_there_is_nothing_to_correlate() -> None:
    assert first(*[person("B", "A")] * 5, *[person("A", "A")] * 5).discrimination is None


@pytest.mark.parametrize(
    ("right", "wrong", "flag"),
    [
        (200, 10, "ceiling"),
        (190, 10, ""),  # exactly .95
        (7, 0, "ceiling"),
        (81, 4, "ceiling"),
        (81, 1, "ceiling"),
        (75, 1, ""),  # as it might be 72 of 76
        (7, 30, "floor"),
        (10, 40, ""),  # exactly .2
        (0, 7, "floor"),
        (1, 20, "floor"),
        (1, 19, ""),  # as it might be 4 of 20
        (3, 1, ""),
    ],
)
def test_a_hidden_facility_raises_a_flag_only_where_all_that_it_hides_would(right: int, wrong: int, flag: str) -> None:
    flags = first(*[person("B")] * right, *[person("A")] * wrong).flags
    assert [name for name in flags if name in {"ceiling", "floor"}] == ([flag] if flag else [])


def test_time_is_the_median_of_what_is_known() -> None:
    people = [person("B", seconds=seconds) for seconds in (10, 20, 90, 30, 40)]
    assert first(*people, person("A")).seconds == 30
    assert first(*people[:4], person("A")).seconds is Hidden.FEW
    assert first(*[person("B")] * 9).seconds is None


@pytest.mark.parametrize("few", [1, 4])
def test_one_small_cell_hides_all_cells_of_the_row(few: int) -> None:
    found = first(*[person("B")] * 10, *[person("A")] * few, *[person("C")] * (10 - few))
    assert set(found.choices.values()) == {Hidden.ROW}
    assert found.facility == 0.5
    assert "nobody D" not in found.flags


def test_a_small_group_of_right_or_wrong_hides_what_rests_on_it() -> None:
    found = first(*[person("B", "B")] * 10, *[person("A", "A")] * 4)
    assert (found.n, found.facility, found.discrimination) == (14, Hidden.ROW, Hidden.ROW)


def test_four_people_are_in_no_figure() -> None:
    found = first(*[person("B", "B", seconds=9)] * 2, *[person("A", "A", seconds=9)] * 2)
    shown = {found.n, found.facility, found.discrimination, found.pairs, found.seconds, *found.choices.values()}
    assert (shown, found.flags) == ({Hidden.FEW}, ())


counts = st.fixed_dictionaries({name: st.integers(0, 12) for name in ("A", "B", "C", "D", "unsure")})


@given(counts)
def test_what_is_shown_never_tells_a_small_cell(numbers: Mapping[str, int]) -> None:
    """For every small cell, another number of people in it would have given the same row."""
    shown = _row(numbers)
    for name, number in numbers.items():
        if 0 < number < 5:
            others = (
                {**numbers, name: number - step, other: numbers[other] + step}
                for other in numbers
                for step in (1, -1, 2)
            )
            assert any(min(row.values()) >= 0 and row != numbers and _row(row) == shown for row in others)


@given(counts)
def test_choices_that_are_shown_add_up_and_agree_with_facility(numbers: Mapping[str, int]) -> None:
    found = first(*(person(name) for name, number in numbers.items() for _ in range(number)))
    parts = [share for share in found.choices.values() if not isinstance(share, Hidden)]
    if parts:
        assert sum(part or 0 for part in parts) == pytest.approx(1)
        assert found.facility == found.choices["B"]


def _row(numbers: Mapping[str, int]) -> tuple[object, ...]:
    found = first(*(person(name) for name, number in numbers.items() for _ in range(number)))
    return found.n, found.facility, tuple(found.choices.items()), found.flags
