"""The list of all guides: headings that are counted, filters that say what they leave."""

from typing import Any

import pytest

from careers.presentation import guides
from careers.presentation.asked import Asked
from careers.presentation.cards import card
from careers.search.guides import Share
from tests.careers.presentation import builders

SHARES = [Share(True, "disputed", 1), Share(False, "disputed", 4), Share(False, "weaker", 3)]


def page(asked: Asked, shares: list[Share] = SHARES) -> dict[str, Any]:
    return guides.page([card(builders.document())], shares, asked)


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        (Asked(), 8),
        (Asked(checks=("yes",)), 1),
        (Asked(checks=("yes", "no")), 8),
        (Asked(pay=("disputed",)), 5),
        (Asked(checks=("no",), pay=("disputed",)), 4),
        (Asked(checks=("yes",), pay=("weaker",)), 0),
    ],
)
def test_what_is_chosen_in_both_groups_has_to_hold(asked: Asked, left: int) -> None:
    assert guides.matching(SHARES, asked) == left
    assert page(asked)["count"] == ("1 guide" if left == 1 else f"{left} guides")
    assert page(asked)["is_filtered"] == (left < 8)


def test_each_choice_says_what_it_leaves() -> None:
    found = {group.name: [(row.label, row.count) for row in group.choices] for group in page(Asked())["filters"]}
    assert found == {
        "check": [("Offered here", 1), ("Not yet", 7)],
        "pay": [("Weaker evidence", 3), ("Sources disagree", 5)],
    }


def test_the_heading_counts_every_guide() -> None:
    assert page(Asked(pay=("weaker",)))["title"] == "Eight careers, and what is known about each"
    assert page(Asked(), [Share(True, "none", 1)])["title"] == "One career, and what is known about each"


def test_there_are_as_many_pages_as_are_needed() -> None:
    assert [guides.last_page(count) for count in (0, 1, 50, 51, 500)] == [1, 1, 1, 2, 10]
    assert page(Asked())["pages"] is None
    assert page(Asked(page=2), [Share(False, "none", 120)])["pages"].pages == 3
