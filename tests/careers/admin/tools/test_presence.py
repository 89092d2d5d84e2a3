"""Open pages of the desk say so, and name the others who have one open."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from careers.models import Figure, Presence, Section
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address
from tests.careers.admin.forms import opened, send
from tests.careers.pages import Page
from tests.content import career, the_catalogue

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_emil(db: None) -> Client:
    """Another editor's browser."""
    return at_the_desk(editor("emil"))


def seen(client: Client, path: str) -> Page:
    return Page(client.get(path).content.decode())


@pytest.mark.parametrize("root", [career, the_catalogue])
def test_each_is_named_to_the_other(as_edith: Client, as_emil: Client, root: type) -> None:
    here = address("presence", root())
    assert as_emil.post(here, {"page": "Salary"}).content.strip() == b""
    answer = as_edith.post(here, {"page": "Questions"}).content.decode()
    assert "emil@example.org has Salary open, too." in answer
    assert "edith@example.org has Questions open, too." in as_emil.post(here, {"page": "Salary"}).content.decode()
    assert "emil@example.org has this page open, too." in as_edith.post(here, {"page": "Salary"}).content.decode()


def test_without_a_script_a_page_names_who_was_seen_and_who_has_saved(as_edith: Client, as_emil: Client) -> None:
    section = Section.objects.get(career=career(), kind="salary")
    path = address("change", section)
    as_emil.post(address("presence", career()), {"page": "Sources"})
    send(as_emil, path, opened(as_emil, path), body="Emil's.")
    figure = Figure.objects.filter(career=career())[0]
    for row in (section, figure, career()):
        assert "emil@example.org has Sources open, too. Saved Salary at" in seen(as_edith, address("change", row)).text
    assert "emil@example.org" not in seen(as_edith, address("change", the_catalogue())).text


def test_looking_notes_nothing(as_edith: Client) -> None:
    assert as_edith.get(address("presence", career())).status_code == 405
    as_edith.get(address("change", career()))
    assert not Presence.objects.exists()


@pytest.mark.parametrize("page", ["<script>alert(1)</script>", "a\0b", "x" * 3000, ""])
def test_whatever_a_page_is_called_breaks_nothing(as_edith: Client, as_emil: Client, page: str) -> None:
    here = address("presence", career())
    assert as_emil.post(here, {"page": page}).status_code == 200
    answer = as_edith.post(here, {"page": "Salary"})
    assert answer.status_code == 200
    assert b"<script" not in answer.content


def test_only_those_who_may_look_are_told(client: Client, as_charlie: Client, edith: User, as_edith: Client) -> None:
    here = address("presence", career())
    assert client.post(here, {"page": "x"}).status_code == 302
    assert as_charlie.post(here, {"page": "x"}).status_code in {302, 403}
    edith.groups.clear()
    assert as_edith.post(here, {"page": "x"}).status_code == 403
    assert not Presence.objects.exists()
