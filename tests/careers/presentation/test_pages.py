"""The way through a long list."""

import pytest

from careers.presentation.asked import Asked
from careers.presentation.pages import Pages, pages


@pytest.mark.parametrize(
    ("page", "before", "after"),
    [(1, "", "?q=owl&page=2"), (2, "?q=owl", "?q=owl&page=3"), (3, "?q=owl&page=2", "")],
)
def test_each_page_leads_to_its_neighbours_and_keeps_the_query(page: int, before: str, after: str) -> None:
    assert pages(Asked("owl", page=page), page, 3) == Pages(page, 3, before, after)


def test_a_single_page_needs_no_way() -> None:
    assert pages(Asked("owl"), 1, 1) is None
