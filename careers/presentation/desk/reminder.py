"""What an owner is reminded of: reviews that are due, and references to open."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from careers.models import LinkCheck
from careers.presentation import words
from careers.presentation.desk import citations, due

AHEAD = timedelta(days=14)
"""How long before its day a review is spoken of."""

MOST = 8
"""References of one guide that a message names; the others are counted."""

Outcome = LinkCheck.Outcome
TROUBLE = (Outcome.BROKEN, Outcome.SILENT, Outcome.MOVED)
Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Concern:
    """A guide or the instrument that needs somebody: its name, where it is edited, and what is due in words."""

    title: str
    address: str
    review: str
    references: tuple[str, ...]


def concern(
    title: str,
    address: str,
    document: Document,
    review_by: date | None,
    checks: Mapping[str, LinkCheck],
    today: date,
    *,
    is_guide: bool,
) -> Concern | None:
    """What there is to do; None where there is nothing. `checks` are by address."""
    found = Concern(title, address, review(review_by, today), tuple(_references(document, checks, is_guide)))
    return found if found.review or found.references else None


def review(review_by: date | None, today: date) -> str:
    """Whether the review is due, within two weeks or since when; empty where it is not."""
    if review_by is None or review_by > today + AHEAD:
        return ""
    day = words.day(review_by.isoformat())
    if review_by >= today:
        return f"Review by {day}."
    return f"Review was due on {day}, {words.counted((today - review_by).days, 'day')} ago."


def subject(concerns: Sequence[Concern]) -> str:
    """The line that a list of messages shows."""
    reviews = sum(1 for found in concerns if found.review)
    references = sum(1 for found in concerns if found.references)
    parts = [words.counted(reviews, "review")] if reviews else []
    parts += [f"references to open in {words.counted(references, 'place')}"] if references else []
    return f"On the editors’ desk: {' and '.join(parts)}"


def _references(document: Document, checks: Mapping[str, LinkCheck], is_guide: bool) -> Iterator[str]:
    lines = list(dict.fromkeys((*_troubled(document, checks, is_guide), *_unopened(document, checks, is_guide))))
    yield from lines[:MOST]
    if len(lines) > MOST:
        yield f"and {len(lines) - MOST} more"


def _troubled(document: Document, checks: Mapping[str, LinkCheck], is_guide: bool) -> Iterator[str]:
    for row in citations.of_guide(document) if is_guide else citations.of_catalogue(document):
        check = checks.get(row.url)
        if check and check.outcome in TROUBLE:
            what = f"answers {check.status}" if check.outcome == Outcome.BROKEN and check.status else check.outcome
            yield f"{row.title}: {what}"


def _unopened(document: Document, checks: Mapping[str, LinkCheck], is_guide: bool) -> Iterator[str]:
    rows = due.in_guide(document, checks) if is_guide else due.in_catalogue(document)
    return (f"{row.title}: {row.why}" for row in rows)
