"""The desk is open to editors and to nobody else, and holds nothing about people."""

import pytest
from django.contrib.auth.models import Permission, User
from django.db.models import Model
from django.test import Client

from tests.careers.admin.conftest import code_now, factor_shown, with_app
from tests.careers.admin.desk import CONTENT, OTHERS, address, addresses, publish_page
from tests.careers.pages import Page
from tests.conftest import PASSWORD
from tests.content import career, the_catalogue

# What is drawn and who may do what is worked out here, from the same rows on every database.
pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
MODELS = [*CONTENT, *OTHERS]


def staff(user: User, *codenames: str) -> None:
    user.is_staff = True
    user.save()
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))


def test_nothing_that_belongs_to_users_lies_on_the_desk() -> None:
    assert {model._meta.app_label for model in MODELS} == {"careers", "auth", "account"}


def test_the_desk_names_what_an_editor_may_edit_and_nothing_else(as_edith: Client) -> None:
    found = Page(as_edith.get("/admin/").content.decode())
    assert {address("changelist", model) for model in CONTENT} <= set(found.links)
    assert not {link for link in found.links if link.startswith(("/admin/auth/", "/admin/account/"))}
    assert "Signed in as edith@example.org" in found.text


@pytest.mark.parametrize("model", OTHERS)
@pytest.mark.parametrize("page", ["changelist", "add", "change", "history", "delete"])
def test_an_editor_opens_no_page_about_people(as_edith: Client, model: type[Model], page: str) -> None:
    path = addresses(model)[page]
    assert as_edith.get(path).status_code == 403
    assert as_edith.post(path, {"is_superuser": "on", "post": "yes"}).status_code == 403


def test_an_editor_cannot_make_themselves_more(as_edith: Client, edith: User) -> None:
    as_edith.post(address("change", edith), {"username": "edith", "is_superuser": "on", "is_staff": "on"})
    edith.refresh_from_db()
    assert not edith.is_superuser


@pytest.mark.parametrize("model", MODELS)
def test_a_stranger_is_sent_to_sign_in(client: Client, model: type[Model]) -> None:
    for path in addresses(model).values():
        assert client.get(path, follow=True).redirect_chain[-1][0] == f"/accounts/login/?next={path}"


def test_whoever_signs_in_from_there_comes_back(client: Client, edith: User) -> None:
    path = publish_page(career())
    form = {"login": edith.email, "password": PASSWORD, "next": path}
    asked = client.post("/accounts/login/", form)["Location"]
    assert asked == "/accounts/2fa/authenticate/"
    assert client.post(asked, {"code": code_now()})["Location"] == path
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("model", MODELS)
def test_a_user_who_is_no_editor_gets_in_nowhere(as_charlie: Client, model: type[Model]) -> None:
    for path in ("/admin/", *addresses(model).values()):
        response = as_charlie.get(path, follow=True)
        assert response.status_code == 403, path
        assert "Editors’ desk" not in response.content.decode()


def test_a_user_who_is_no_editor_changes_nothing(as_charlie: Client) -> None:
    before = career().title
    as_charlie.post(address("change", career()), {"title": "Charlie was here"})
    as_charlie.post(publish_page(career()))
    assert (career().title, career().published.count()) == (before, 1)


def test_whoever_leaves_the_group_is_out(as_edith: Client, edith: User) -> None:
    edith.groups.clear()
    assert as_edith.get(address("change", career())).status_code == 403
    assert "You don’t have permission to view or edit anything." in as_edith.get("/admin/").content.decode()


def test_a_closed_account_is_out(as_edith: Client, edith: User) -> None:
    User.objects.filter(pk=edith.pk).update(is_active=False)
    assert as_edith.get("/admin/", follow=True).redirect_chain[-1][0].startswith("/accounts/login/")


def test_changing_is_a_right_of_its_own_and_publishing_another(as_charlie: Client, charlie: User) -> None:
    with_app(charlie)
    factor_shown(as_charlie, charlie)
    staff(charlie, "view_career", "change_career", "view_catalogue", "change_catalogue")
    for root in (career(), the_catalogue()):
        page = as_charlie.get(address("change", root))
        assert page.status_code == 200
        assert publish_page(root) not in Page(page.content.decode()).links
        assert as_charlie.get(publish_page(root)).status_code == 403
        assert as_charlie.post(publish_page(root)).status_code == 403
    staff(charlie, "view_career", "change_career", "publish_career")
    assert publish_page(career()) in Page(as_charlie.get(address("change", career())).content.decode()).links
    assert as_charlie.get(publish_page(career())).status_code == 200
