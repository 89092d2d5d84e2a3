"""Fills the database that DATABASE_URL names with short guides: `python -m benchmarks.many 1000`."""

import sys
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

import django

AT = datetime(2026, 1, 1, tzinfo=UTC)
MODEL = "health-informatics-specialist"
SECTIONS = ("overview", "salary", "faq")
"""Kinds of sections that a short guide keeps."""


def main(guides: int) -> None:
    """Publish that many guides and index them."""
    django.setup()
    from django.db import connection, transaction

    model = short(_model())
    with transaction.atomic():
        for number in range(guides):
            publish(made(model, number))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def short(document: Any) -> Any:
    """The guide with some of its sections."""
    return document | {"sections": [row for row in document["sections"] if row["kind"] in SECTIONS]}


def publish(document: Any) -> None:
    """A career with this guide as its first edition, and its entries in the index."""
    from careers.models import Career, Edition
    from careers.search import indexing

    top = {name: document[name] for name in ("slug", "title", "tagline", "summary", "reviewed_on", "review_by")}
    career = Career.objects.create(**top)
    indexing.index(Edition.objects.create(career=career, number=1, document=document, live_from=AT))


def made(model: Any, number: int) -> Any:
    """The guide under another name, with one word that no other guide has."""
    document = deepcopy(model)
    document |= {"slug": f"made-{number}", "title": f"{document['title']} {number}"}
    document["sections"][0]["body"] += f"\n\nRare{number}."
    return document


def _model() -> Any:
    from django.conf import settings

    from careers import files

    return files.read(settings.BASE_DIR / "fixtures" / "careers" / f"{MODEL}.yaml")


if __name__ == "__main__":
    main(int(sys.argv[1]))
