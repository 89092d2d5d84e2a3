"""Since your last visit: told to those who were there before, kept for nobody else."""

from datetime import date, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django.fixtures import Settings

from assessments.models import GuideVisit
from careers.models import Career
from careers.services import publish
from tests import journeys, markup
from tests.content import CMIO
from tests.full_account import full_account

pytestmark = pytest.mark.django_db
GUIDE = f"/careers/{CMIO}/"
LATER = journeys.NOW + timedelta(days=30)


@pytest.fixture(autouse=True)
def _stopped(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    journeys.stop_clock(monkeypatch)


def publish_another(at: datetime) -> None:
    career = Career.objects.get(slug=CMIO)
    career.tagline += " Again."
    career.save()
    publish(root=career, by=None, at=at - timedelta(hours=1))


def at(moment: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every page see another moment; what is published stays as it is."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)


def notes(client: Client) -> list[markup.Element]:
    cover = markup.read(client.get(GUIDE)).one(class_="hero-text")
    return [note for note in cover.all("p", class_="yours") if "Since you were here" in note.text]


def visit(user: User) -> tuple[int | None, int, date]:
    found = GuideVisit.objects.get(user=user, career=CMIO)
    return found.earlier_edition, found.edition, found.day


def test_the_first_visit_has_no_news(as_alice: Client, alice: User) -> None:
    assert notes(as_alice) == []
    assert visit(alice) == (None, 1, journeys.NOW.date())


def test_a_new_edition_is_told_with_the_day_and_the_way_to_what_changed(
    as_alice: Client, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_alice.get(GUIDE)
    publish_another(LATER)
    publish_another(LATER)
    at(LATER, monkeypatch)
    as_alice.force_login(alice)
    (note,) = notes(as_alice)
    assert "Since you were here on 1 December 2026, this guide went from edition 1 to edition 3." in note.text
    changes = note.one("a")["href"]
    assert changes == f"{GUIDE}changes/?since=1"
    assert "Again." in as_alice.get(changes).content.decode()
    assert len(notes(as_alice)) == 1
    at(LATER + timedelta(days=1), monkeypatch)
    assert notes(as_alice) == []
    assert visit(alice) == (3, 3, LATER.date() + timedelta(days=1))


def test_without_a_new_edition_there_is_none(as_alice: Client, alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    as_alice.get(GUIDE)
    at(LATER, monkeypatch)
    as_alice.force_login(alice)
    assert notes(as_alice) == []


def test_the_visit_of_one_reader_says_nothing_to_another(
    client: Client, as_alice: Client, as_charlie: Client, charlie: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_alice.get(GUIDE)
    publish_another(LATER)
    at(LATER, monkeypatch)
    as_charlie.force_login(charlie)
    assert notes(as_charlie) == notes(client) == []


def test_other_guides_tell_it_too(as_alice: Client, alice: User) -> None:
    path = "/careers/chief-medical-officer/"
    GuideVisit.objects.create(user=alice, career="chief-medical-officer", edition=0, day=date(2026, 3, 3))
    assert "Since you were here on 3 March 2026" in as_alice.get(path).content.decode()


@pytest.mark.parametrize("method", ["head", "options", "post"])
def test_only_reading_it_is_a_visit(as_alice: Client, method: str) -> None:
    getattr(as_alice, method)(GUIDE)
    assert not GuideVisit.objects.exists()


def test_a_head_answers_as_long_as_the_page(as_alice: Client, alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    as_alice.get(GUIDE)
    publish_another(LATER)
    at(LATER, monkeypatch)
    as_alice.force_login(alice)
    asked = as_alice.head(GUIDE)["Content-Length"]
    assert asked == str(len(as_alice.get(GUIDE).content))


def test_without_kept_pages_it_says_the_same(as_alice: Client, alice: User, settings: Settings) -> None:
    full_account(alice)
    kept = as_alice.get(GUIDE).content
    settings.DEBUG = True
    assert as_alice.get(GUIDE).content == kept
