"""Nothing published is ever lost: no page of the desk adds, changes or deletes it, for whoever has all rights."""

import pytest
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client

from careers.models import Edition, InstrumentVersion
from tests.careers.admin.conftest import at_the_desk
from tests.careers.admin.desk import address

# What is drawn and who may do what is worked out here, from the same rows on every database.
pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def as_root(edith: User) -> Client:
    """The browser of somebody who may do everything."""
    edith.is_superuser = True
    edith.save()
    return at_the_desk(edith)


@pytest.mark.parametrize("model", [Edition, InstrumentVersion])
def test_it_is_looked_at_only(as_root: Client, model: type[Model]) -> None:
    rows = model._default_manager.order_by("pk")
    row, before = rows[0], list(rows.values())
    assert as_root.get(address("change", row)).status_code == 200
    assert as_root.get(address("add", model)).status_code == 403
    assert as_root.post(address("change", row), {"number": "77"}).status_code == 403
    assert as_root.post(address("delete", row), {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": [str(row.pk)], "post": "yes"}
    as_root.post(address("changelist", model), chosen)
    assert list(rows.values()) == before
