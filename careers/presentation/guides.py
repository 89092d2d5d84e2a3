"""The list of all guides: its filters, its heading and its pages."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from careers.presentation import words
from careers.presentation.asked import CHECKS, PAY, Asked
from careers.presentation.cards import Card
from careers.presentation.filters import filters, of_labels
from careers.presentation.index import listing
from careers.presentation.pages import pages
from careers.search.guides import Share

PAGE = 50
"""Guides on one page."""


def matching(shares: Sequence[Share], asked: Asked) -> int:
    """How many guides the chosen filters leave."""
    return sum(share.count for share in shares if _is_left(share, asked))


def last_page(count: int) -> int:
    """The number of the last page, which is the first where nothing is found."""
    return max(1, -(-count // PAGE))


def page(cards: Sequence[Card], shares: Sequence[Share], asked: Asked) -> dict[str, Any]:
    """The page, whose number is one that there is."""
    count, every = matching(shares, asked), sum(share.count for share in shares)
    return {
        "asked": asked,
        "title": f"{words.counting(every)} career{'' if every == 1 else 's'}, and what is known about each",
        "count": words.counted(count, "guide"),
        "every": every,
        "is_filtered": count < every,
        "filters": _filters(shares, asked),
        "listing": listing(cards),
        "pages": pages(asked, asked.page, last_page(count)),
    }


def _filters(shares: Sequence[Share], asked: Asked) -> Any:
    checks, pay = Counter[str](), Counter[str]()
    for share in shares:
        checks["yes" if share.is_assessed else "no"] += share.count
        pay[share.pay_basis] += share.count
    return filters(
        of_labels("check", "Readiness check", CHECKS, checks, asked.checks),
        of_labels("pay", "How pay is known", PAY, pay, asked.pay),
    )


def _is_left(share: Share, asked: Asked) -> bool:
    check = "yes" if share.is_assessed else "no"
    return (not asked.checks or check in asked.checks) and (not asked.pay or share.pay_basis in asked.pay)
