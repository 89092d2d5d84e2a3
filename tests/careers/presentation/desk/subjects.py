"""Guides and the instrument in memory, as the desk looks at them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from careers.models import Draft
from careers.presentation.desk.subject import Subject
from careers.standing import Standing
from tests.careers.presentation import builders

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)


def standing(**given: Any) -> Standing:
    """Live as number 1 since a month ago, in time, with nothing waiting."""
    usual: dict[str, Any] = {"live": 1, "live_from": NOW - 30 * DAY, "is_ahead": False}
    usual |= {"waiting": None, "waiting_from": None, "draft": None, "is_approved": False}
    given = usual | {"review_by": date(2027, 5, 23)} | given
    return Standing(is_overdue=bool(given["live"] and given["review_by"] and given["review_by"] < TODAY), **given)


def ahead(**given: Any) -> dict[str, Any]:
    """A draft that somebody changed yesterday, as part of a standing."""
    draft = Draft(name="Pay", started_at=NOW - DAY, changed_at=NOW - DAY, **given)
    return {"is_ahead": True, "draft": draft}


def guide(pk: int = 1, title: str = "Pilot of Records", document: Any = None, **given: Any) -> Subject:
    """A guide; the rest is how it stands."""
    return _subject(pk, title, document or builders.document(), standing(**given))


def instrument(document: Any = None, **given: Any) -> Subject:
    """The instrument; without a document it cites nothing."""
    empty = {"competencies": {"sources": []}, "actions": {"meta": {}, "actions": [], "knowledge_items": []}}
    return _subject(1, "Instrument", document or empty, standing(**given), is_guide=False)


def _subject(pk: int, title: str, document: Any, stands: Standing, *, is_guide: bool = True) -> Subject:
    return Subject(
        pk=pk,
        title=title,
        short="".join(word[0] for word in title.split()) if is_guide else title,
        is_guide=is_guide,
        document=document,
        standing=stands,
        owner="",
        address=f"/{title}/",
        row=lambda model, key: f"/{pk}/{model}/{key}/",
    )
