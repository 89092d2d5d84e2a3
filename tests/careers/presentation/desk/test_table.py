"""The row of a guide says how it stands, what waits, and how much asks for work."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from careers.models import LinkCheck
from careers.presentation.desk.overview import overview, work
from careers.presentation.desk.subject import Subject
from careers.presentation.desk.table import Row, Tag, rows
from tests.careers.presentation.builders import document, figure, source
from tests.careers.presentation.desk.subjects import DAY, NOW, TODAY, ahead, guide, instrument


def row(subject: Subject) -> Row:
    (found,) = rows([subject], [], [], [], TODAY)
    return found


def notes(subject: Subject) -> list[str]:
    return [note.text for note in row(subject).notes]


def test_what_is_live_has_nothing_waiting() -> None:
    found = row(guide())
    assert found.tags == (Tag("Live", "good"),)
    assert [note.text for note in found.notes] == ["Edition 1, nothing waiting"]
    assert (found.review, found.is_late, found.changed) == ("23 May 2027", False, "1 November 2026")


def test_a_draft_is_named_with_who_changed_it_last() -> None:
    found = ahead(changed_by=User(email="edith@example.org"))
    assert notes(guide(**found)) == ["Pay, changed by edith@example.org on 30 November 2026"]
    found["draft"].changed_at, found["draft"].changed_by = NOW, None
    assert notes(guide(**found)) == ["Pay, changed today"]
    assert row(guide(**found)).changed == "Today"


def test_rows_that_moved_on_without_a_draft_are_ahead_all_the_same() -> None:
    assert notes(guide(is_ahead=True)) == ["The rows are ahead of edition 1"]
    assert notes(guide(is_ahead=True, live=None, live_from=None)) == []


def test_what_is_scheduled_says_when() -> None:
    (note,) = row(instrument(waiting=4, waiting_from=NOW + DAY)).notes
    assert (note.text, note.at) == ("Version 4 goes live at", NOW + DAY)


def test_a_late_review_says_by_how_much() -> None:
    found = row(guide(review_by=TODAY - 2 * DAY))
    assert found.tags == (Tag("Past review date", "gap"),)
    assert found.notes[-1].text == "Review 2 days late"


def test_a_guide_without_a_date_or_a_publication_leaves_its_cells_empty() -> None:
    found = row(instrument(live=None, live_from=None, is_ahead=True, review_by=None))
    assert (found.review, found.changed, found.tags) == ("", "", (Tag("Never published", ""),))


@pytest.fixture
def busy() -> dict[str, Any]:
    urls = [f"https://example.org/{place}" for place in range(5)]
    sources = [source(f"s{place}", url=url) for place, url in enumerate(urls)]
    outcomes = ["broken", "broken", "moved", "no reply"]
    checks = [LinkCheck(url=url, outcome=outcome, since=NOW) for url, outcome in zip(urls, outcomes, strict=False)]
    return {"document": document(sources=sources, figures=[figure(year=2011)]), "checks": checks}


def test_what_asks_for_work_is_counted_where_it_is(busy: dict[str, Any]) -> None:
    subjects = [guide(1, document=busy["document"]), guide(2, "Quiet Guide"), instrument()]
    page = overview(subjects, work(subjects, busy["checks"], TODAY), TODAY)
    counts = [(row.broken, row.others, row.unopened, row.aging) for row in (*page.guides, *page.instrument)]
    assert counts == [(2, "1 moved, 1 without reply", 1, 1), (0, "", 0, 0), (0, "", 0, 0)]
    assert page.headline == "One guide has broken references"
    assert len(page.first_references) == 4
