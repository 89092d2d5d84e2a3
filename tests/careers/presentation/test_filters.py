"""Checkboxes: those that would leave something, with their counts where they are known."""

from careers.presentation.filters import Choice, filters, of_labels

LABELS = {"a": "First", "b": "Second", "c": "Third"}


def test_only_values_that_leave_something_are_offered() -> None:
    group = of_labels("name", "Title", LABELS, {"a": 2, "b": 0}, ())
    assert group.choices == (Choice("a", "First", 2, False),)


def test_a_chosen_value_stays_although_it_leaves_nothing() -> None:
    group = of_labels("name", "Title", LABELS, {"a": 2}, ("b",))
    assert group.choices == (Choice("a", "First", 2, False), Choice("b", "Second", 0, True))


def test_without_counts_everything_is_offered_without_numbers() -> None:
    group = of_labels("name", "Title", LABELS, None, ())
    assert [choice.count for choice in group.choices] == [None, None, None]


def test_where_there_is_nothing_to_choose_there_is_no_group() -> None:
    one, chosen = (of_labels("name", "Title", LABELS, {"a": 2}, given) for given in ((), ("a",)))
    assert filters(one, chosen, of_labels("name", "Title", LABELS, {}, ())) == (chosen,)
