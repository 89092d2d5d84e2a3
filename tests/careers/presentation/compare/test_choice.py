"""Which guides an address asks for, whatever it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.presentation.compare.choice import choose

TITLES = {"a": "Alpha", "b": "Beta", "c": "Gamma", "d": "Delta"}


@pytest.mark.parametrize(
    ("asked", "slugs", "enough"),
    [
        ([], (), False),
        (["", " "], (), False),
        (["a"], ("a",), False),
        (["b", "a"], ("b", "a"), True),
        (["b", "a", ""], ("b", "a"), True),
        (["b", "", "a"], ("b", "a"), True),
    ],
)
def test_known_guides_in_the_order_asked_for(asked: list[str], slugs: tuple[str, ...], enough: bool) -> None:
    choice = choose(asked, TITLES)
    assert (choice.slugs, choice.is_enough, choice.notes) == (slugs, enough, ())


def test_the_lists_show_what_was_chosen_and_stay_three() -> None:
    assert choose(["c"], TITLES).places == ("c", "", "")
    assert choose(["c", "a", "b"], TITLES).places == ("c", "a", "b")


def test_an_unknown_name_is_left_out_and_said() -> None:
    choice = choose(["a", "zebra", "b"], TITLES)
    assert choice.slugs == ("a", "b")
    assert choice.notes == ("No guide here goes by “zebra”, so that was left out.",)


def test_many_unknown_names_are_counted() -> None:
    (note,) = choose([f"x{number}" for number in range(500)], TITLES).notes
    assert note == "No guide here goes by “x0”, “x1”, “x2” and 497 more, so that was left out."


def test_the_same_twice_is_compared_once_and_said() -> None:
    choice = choose(["a", "a", "b", "a"], TITLES)
    assert choice.slugs == ("a", "b")
    assert choice.notes == ("Compared once, although asked for twice or more: Alpha.",)


def test_the_same_twice_alone_is_not_enough() -> None:
    assert not choose(["a", "a"], TITLES).is_enough


def test_a_fourth_one_is_left_out_and_said() -> None:
    choice = choose(["a", "b", "c", "d"], TITLES)
    assert choice.slugs == ("a", "b", "c")
    assert choice.notes == ("At most three careers fit side by side, so this was left out: Delta.",)


def test_a_long_name_is_cut_and_what_cannot_be_shown_is_replaced() -> None:
    (note,) = choose(["a\0b\u202e" + "x" * 10_000], TITLES).notes
    assert "a?b?xxx" in note
    assert "…" in note
    assert len(note) < 150


@given(st.lists(st.text(max_size=80) | st.sampled_from(sorted(TITLES)), max_size=12))
def test_any_list_of_names_gives_at_most_three_different_known_guides(asked: list[str]) -> None:
    choice = choose(asked, TITLES)
    assert len(choice.slugs) == len(set(choice.slugs)) <= 3
    assert set(choice.slugs) <= TITLES.keys()
    assert len(choice.places) == 3
    assert len(choice.notes) <= 3
