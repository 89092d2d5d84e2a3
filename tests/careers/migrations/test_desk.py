"""The desk came with documents that no reader saw; they survive the way back to before it, and the way here again."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from tests.migrating import empty_database, migrated

BEFORE, AFTER = "0006_search", "0007_desk"
DAY = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def published(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One edition that readers see, and one that none saw."""
    with empty_database(tmp_path, monkeypatch):
        apps = migrated("careers", AFTER)
        career = apps.get_model("careers", "Career").objects.create(
            slug="cmio", title="CMIO", tagline="", summary="", reviewed_on=DAY.date(), review_by=DAY.date()
        )
        for number, live_from in ((1, DAY), (2, None)):
            career.published.create(number=number, document={"number": number}, live_from=live_from)
        yield


def test_what_no_reader_saw_is_seen_by_none_before_the_desk_nor_after(published: None) -> None:
    earlier = editions(migrated("careers", BEFORE))
    assert [(row.number, row.document) for row in earlier] == [(1, {"number": 1}), (2, {"number": 2})]
    assert (earlier[0].live_from, earlier[1].live_from.year) == (DAY, 9999)
    assert [row.live_from for row in editions(migrated("careers", AFTER))] == [DAY, None]


@pytest.mark.parametrize("name", [BEFORE, AFTER])
def test_published_documents_stay_as_they_are_on_either_side(published: None, name: str) -> None:
    first = editions(migrated("careers", name))[0]
    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE careers_edition SET number = 9 WHERE id = %s", [first.pk])


def editions(apps: Any) -> list[Any]:
    return list(apps.get_model("careers", "Edition").objects.order_by("number"))
