"""A form of the desk that is sent after the session has ended waits for whoever typed it."""

import pytest
from django.contrib.auth.models import User
from django.core import signing
from django.test import Client

from careers.admin.signed_out import SALT
from careers.models import KeptForm, Section
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address
from tests.careers.admin.forms import opened, send
from tests.content import career

pytestmark = pytest.mark.django_db
TYPED = "Typed while signed in."


@pytest.fixture
def path() -> str:
    """Where the text is typed."""
    return address("change", Section.objects.get(career=career(), kind="salary"))


@pytest.mark.parametrize("how", [{}, {"_autosave": "1"}])
def test_it_is_there_after_signing_in_again(as_edith: Client, edith: User, path: str, how: dict[str, str]) -> None:
    form = opened(as_edith, path)
    as_edith.logout()
    answer = send(as_edith, path, form, body=TYPED, **how)
    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={path}")
    again = opened(at_the_desk(edith), path)
    assert again.entries["body"] == TYPED
    assert send(at_the_desk(edith), path, again).status_code == 302
    assert Section.objects.get(career=career(), kind="salary").body == TYPED


def test_nobody_else_is_shown_it(as_edith: Client, path: str) -> None:
    form = opened(as_edith, path)
    as_edith.logout()
    send(as_edith, path, form, body=TYPED)
    assert opened(at_the_desk(editor("emil")), path).entries["body"] != TYPED


def test_it_is_kept_as_well_while_the_second_factor_was_not_shown(as_edith: Client, edith: User, path: str) -> None:
    form = opened(as_edith, path)
    as_edith.logout()
    as_edith.force_login(edith)
    assert send(as_edith, path, form, body=TYPED).status_code == 302
    assert opened(at_the_desk(edith), path).entries["body"] == TYPED


@pytest.mark.parametrize("forged", ["", "x", "1:2:3", "\0"])
def test_a_stranger_leaves_nothing(client: Client, edith: User, path: str, forged: str) -> None:
    assert client.post(path, {"typist": forged, "body": TYPED}).status_code == 302
    assert not KeptForm.objects.exists()


def test_a_token_is_good_for_its_own_page_only(client: Client, edith: User, path: str) -> None:
    for given in ([edith.pk, "/admin/"], [edith.pk + 999, path]):
        client.post(path, {"typist": signing.dumps(given, salt=SALT), "body": TYPED})
    assert not KeptForm.objects.exists()
    client.post(path, {"typist": signing.dumps([edith.pk, path], salt=SALT), "body": TYPED})
    assert KeptForm.objects.get().user == edith
