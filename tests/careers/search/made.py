"""Small publications for tests of the search: one word here, another there, live when the test says."""

from datetime import datetime
from typing import Any

from careers.models import Career, Edition, SearchEntry
from careers.search import indexing
from tests.careers.presentation import builders


def guide(
    slug: str, *, at: datetime, number: int = 1, title: str = "", sections: dict[str, str] | None = None, **given: Any
) -> Edition:
    """Publish a guide whose sections are these titles with these bodies."""
    rows = [builders.section(name.lower(), title=name, body=body) for name, body in (sections or {}).items()]
    document = builders.document(slug=slug, title=title or slug.capitalize(), sections=rows, **given)
    columns = {name: document[name] for name in ("title", "tagline", "summary", "reviewed_on", "review_by")}
    columns["title"] = columns["title"][:120]
    career, _ = Career.objects.get_or_create(slug=slug, defaults=columns)
    edition = Edition.objects.create(career=career, number=number, document=document, live_from=at)
    indexing.index(edition)
    return edition


def alone() -> None:
    """Leave nothing to be found but what the test makes."""
    SearchEntry.objects.all().delete()
