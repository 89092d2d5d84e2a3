"""What each role may do: every model of the content has its line, and nobody gets a right over people."""

from itertools import product

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User

from careers import roles
from tests.careers.admin.conftest import editor

pytestmark = pytest.mark.django_db
EVERY = {model._meta.model_name for model in apps.get_app_config("careers").get_models()}
WRITTEN_BY_SERVICES = {
    *("edition", "instrumentversion", "toolkitedition"),
    *("draft", "comment", "deed", "linkcheck", "formerslug"),
}
UNSEEN = {"searchentry", "searchsource", "searchword", "presence", "keptform", "reminder"}
LOOKING = {f"careers.view_{name}" for name in EVERY - UNSEEN}
WORKING = EVERY - UNSEEN - WRITTEN_BY_SERVICES
EDITING = {f"careers.{verb}_{name}" for verb, name in product(("add", "change", "delete"), WORKING)}
REVIEWING, PUBLISHING = (
    {f"careers.{verb}_{root}" for root in ("career", "catalogue")} for verb in ("review", "publish")
)


def rights(*names: str) -> set[str]:
    return set(editor("edna", *names).get_all_permissions())


@pytest.mark.parametrize(("role", "more"), [("author", EDITING), ("reviewer", REVIEWING), ("publisher", PUBLISHING)])
def test_a_role_looks_at_everything_and_does_what_it_is_for(role: str, more: set[str]) -> None:
    assert rights(role) == LOOKING | more


def test_without_a_role_named_an_editor_has_all_three() -> None:
    assert rights() == LOOKING | EDITING | REVIEWING | PUBLISHING


def test_an_editor_is_staff_and_no_more() -> None:
    edna = editor("edna")
    assert (edna.is_staff, edna.is_superuser) == (True, False)


def test_each_model_is_worked_on_kept_by_services_or_unseen() -> None:
    assert set(roles.BY_SERVICES) == WRITTEN_BY_SERVICES
    assert set(roles.UNSEEN) == UNSEEN
    assert EVERY >= WRITTEN_BY_SERVICES | UNSEEN
    assert {"section", "figure", "skill", "option", "requirement"} <= WORKING


def test_settling_twice_changes_nothing(alice: User) -> None:
    first = {name: set(group.permissions.all()) for name, group in roles.settle().items()}
    alice.groups.set(Group.objects.filter(name="Authors"))
    again = {name: set(group.permissions.all()) for name, group in roles.settle().items()}
    assert (first, Group.objects.count()) == (again, 3)
    assert [group.name for group in alice.groups.all()] == ["Authors"]
