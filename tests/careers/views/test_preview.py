"""A link to a draft: whoever has it reads the draft as it is, for three days, and leaves no trace."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from careers import previews
from careers.models import Career, Deed, Section
from careers.models.desk.deeds import DeedQuerySet
from tests import markup, policy
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address
from tests.careers.pages import Page, page
from tests.content import CMIO, career, the_catalogue
from tests.markup import Answer

pytestmark = pytest.mark.django_db
SENTENCE = "Pay is agreed, not granted."
CLOSED = "This preview is closed"


@pytest.fixture
def edith(db: None) -> User:
    return editor("edith")


@pytest.fixture
def as_edith(edith: User) -> Client:
    return at_the_desk(edith)


def shared() -> DeedQuerySet:
    return Deed.objects.of(career()).filter(what=Deed.What.SHARED)


def made(client: Client) -> str:
    """The link that the desk makes."""
    answer = client.post(address("preview", career()), follow=True)
    links = Page(answer.content.decode()).links
    return next(link for link in links if "/previews/" in link).removeprefix("http://testserver")


def edit(**changes: object) -> None:
    Section.objects.filter(career=career(), slug="salary").update(**changes)


def opened(client: Client, path: str, status: int = 200) -> Answer:
    answer: Answer = client.get(path)
    assert answer.status_code == status
    return answer


def test_it_shows_the_draft_as_it_is_when_it_is_opened(client: Client, as_edith: Client) -> None:
    link = made(as_edith)
    assert SENTENCE not in page(client, link).text
    edit(body=SENTENCE)
    shown = page(client, link)
    assert SENTENCE in shown.text
    assert "Preview of the draft. Readers see edition 1. Until " in shown.text
    assert not [tag for tag in shown.tags if tag[1].get("rel") == "canonical" or tag[1].get("target")]


def test_it_needs_and_leaves_no_cookie_and_tells_nobody_its_address(client: Client, as_edith: Client) -> None:
    answer = opened(client, made(as_edith))
    assert not client.cookies
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


def test_over_or_made_up_it_says_the_same(client: Client, as_edith: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    link, later = made(as_edith), timezone.now() + timedelta(days=3, seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    over, nonsense = opened(client, link, 404), opened(client, "/previews/x/", 404)
    assert over.content == nonsense.content
    assert CLOSED in over.content.decode()


def test_a_guide_that_is_gone_has_a_closed_link(client: Client) -> None:
    token = previews.token(10**9, at=timezone.now())
    assert CLOSED in opened(client, reverse("preview", args=[token]), 404).content.decode()


def test_it_keeps_to_the_policy_open_and_closed(client: Client, as_edith: Client) -> None:
    for answer in (opened(client, made(as_edith)), opened(client, "/previews/x/", 404)):
        assert policy.faults(markup.read(answer)) == []


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_it_is_only_read(client: Client, as_edith: Client, method: str) -> None:
    assert getattr(client, method)(made(as_edith)).status_code == 405


def test_a_draft_in_the_middle_of_an_edit_is_not_shown_and_names_no_row(client: Client, as_edith: Client) -> None:
    link = made(as_edith)
    edit(figures=["nobody-counted"])
    shown = page(client, link).text
    assert "is in the middle of an edit" in shown
    assert "nobody-counted" not in shown


def test_the_trail_says_who_shared_it(as_edith: Client, edith: User) -> None:
    made(as_edith)
    deed = shared().get()
    assert deed.by == edith
    assert deed.words.startswith("Open until ")


@pytest.mark.parametrize("role", ["author", "reviewer", "publisher"])
def test_every_role_shares(role: str) -> None:
    assert made(at_the_desk(editor("emil", role)))


def test_who_may_only_look_does_not(as_edith: Client, edith: User) -> None:
    edith.groups.clear()
    edith.user_permissions.add(Permission.objects.get(codename="view_career"))
    path = address("preview", career())
    assert "Make a link" not in as_edith.get(path).content.decode()
    assert as_edith.post(path).status_code == 403
    assert not shared().exists()


def test_the_instrument_is_not_shared(as_edith: Client) -> None:
    path = address("preview", the_catalogue())
    assert "Make a link" not in as_edith.get(path).content.decode()
    assert as_edith.post(path).status_code == 404


def test_looking_shares_nothing(as_edith: Client) -> None:
    as_edith.get(address("preview", career()))
    assert not shared().exists()


def test_it_follows_the_guide_to_another_address(client: Client, as_edith: Client) -> None:
    link = made(as_edith)
    Career.objects.filter(slug=CMIO).update(slug="cmio", title="Chief of informatics")
    assert "Chief of informatics" in page(client, link).text
