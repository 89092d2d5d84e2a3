"""What could be better in a document that may be published as it is."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from careers.checks import reading
from careers.checks.prose import read, texts
from careers.checks.references import Document
from careers.problems import Problem

HARDEST = 14
"""Years of school that a text may ask for. Of the 20 longer texts of the first eight guides, 16 stay below it."""
FRESH = 5
"""Years after which a figure asks for a newer source or a caution."""
AMOUNT = re.compile(r"[$€£]\s?\d[\d,.]*+|(?<![\d,.])\d[\d,.]*+\s?%")


def guide_advice(guide: Document, at: datetime | None) -> Iterator[Problem]:
    """Texts that are hard to read, amounts without a figure, judgment that is not marked, and what has become old."""
    for path, text in texts(guide):
        found = reading.grade(read(text).words)
        if found is not None and found > HARDEST:
            yield Problem(path, f"is hard to read: school year {found:.1f} (Coleman–Liau); aim for {HARDEST} or below")
    for place, section in enumerate(guide["sections"]):
        amount = AMOUNT.search(read(section["body"]).words)
        if amount and not section["figures"]:
            path, said = f"sections[{place}].body", amount[0].rstrip(".,")
            yield Problem(path, f"says {said}, and the section names no figure: add the figure that it comes from")
    yield from _unmarked(guide)
    if at is not None:
        yield from _overdue(date.fromisoformat(guide["review_by"]), at)
        yield from _old(guide, at.year)


def catalogue_advice(review_by: date | None, at: datetime | None) -> Iterator[Problem]:
    """A review that is due."""
    if review_by and at:
        yield from _overdue(review_by, at)


def _overdue(review_by: date, at: datetime) -> Iterator[Problem]:
    if review_by < at.date():
        yield Problem("review_by", f"was {review_by.day} {review_by:%B %Y}: a review is due")


def _unmarked(guide: Document) -> Iterator[Problem]:
    judged = {source["key"] for source in guide["sources"] if source["kind"] == "editorial"}
    for place, figure in enumerate(guide["figures"]):
        if figure["source"] in judged and not figure.get("estimate"):
            yield Problem(f"figures[{place}].estimate", "rests on the editors’ own judgment: mark it as an estimate")


def _old(guide: Document, year: int) -> Iterator[Problem]:
    for place, figure in enumerate(guide["figures"]):
        if figure["year"] is not None and year - figure["year"] > FRESH:
            age = year - figure["year"]
            yield Problem(f"figures[{place}].year", f"is {figure['year']}, {age} years ago: look for a newer figure")
