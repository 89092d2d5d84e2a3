"""The way through a list that is longer than a page."""

from dataclasses import dataclass

from careers.presentation.asked import Asked


@dataclass(frozen=True, slots=True)
class Pages:
    """Where the reader is in a list, and the addresses of its neighbours; empty where there is none."""

    page: int
    pages: int
    before: str
    after: str


def pages(asked: Asked, page: int, last: int) -> Pages | None:
    """The way to the pages before and after this one; nothing where one page holds all."""
    if last < 2:
        return None
    before = asked.address(page=page - 1) if page > 1 else ""
    return Pages(page, last, before, asked.address(page=page + 1) if page < last else "")
