"""What is opened: all that editors cite and nothing that visitors typed."""

from datetime import datetime

import pytest
from django.contrib.auth.models import User

from assessments.models import Evidence
from careers.links.cited import cited, columns
from careers.models import Edition, Source
from tests.content import career

pytestmark = pytest.mark.django_db


def test_every_column_of_addresses_is_known() -> None:
    found = {f"{column.model.__name__}.{column.name}" for column in columns()}
    assert found == {
        "Source.url",
        "Resource.url",
        "CatalogueSource.url",
        "Action.source_url",
        "Item.reference_url",
    }


def test_working_rows_and_live_documents_are_cited(now: datetime) -> None:
    source = Source.objects.filter(career=career()).exclude(url="").first()
    assert source
    assert source.url in cited(now)
    former, source.url = source.url, "https://example.org/new"
    source.save()
    Edition.objects.update(live_from=now)
    assert {former, source.url} <= cited(now)


def test_what_visitors_typed_is_not_among_it(now: datetime, alice: User) -> None:
    before = cited(now)
    Evidence.objects.create(
        user=alice, title="A talk", link="https://visitor.example/typed", created_at=now, updated_at=now
    )
    assert cited(now) == before


def test_rows_lead_to_their_guide_or_catalogue() -> None:
    for column in columns():
        row = column.model._default_manager.exclude(**{column.name: ""}).first()
        assert row
        found = column.rows(getattr(row, column.name)).get(pk=row.pk)
        assert column.root_of(found)._meta.model_name in {"career", "catalogue"}
