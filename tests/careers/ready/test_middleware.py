"""Public pages from memory: the same bytes, no query, and never a page that was replaced."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from careers import services
from careers.models import Career, Edition
from careers.ready import middleware, stamp
from tests.content import CMIO

PAGE = f"/careers/{CMIO}/"
WATCH = "careers.ready.middleware.time"
MARK = "A sentence that only the new edition has."
pytestmark = pytest.mark.usefixtures("transactional_db")


@pytest.fixture(autouse=True)
def _stamped() -> None:
    stamp.renew()


@pytest.fixture
def warm() -> Client:
    """A browser at a worker that has served the page before."""
    client = Client()
    client.get(PAGE)
    return client


def publish(*, tagline: str = MARK, days: float = 0) -> Edition:
    career = Career.objects.get(slug=CMIO)
    career.tagline = tagline
    career.save()
    edition = services.publish(root=career, by=None, at=timezone.now() + timedelta(days=days))
    assert isinstance(edition, Edition)
    return edition


def set_clock(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    """Let views and workers believe that it is that moment."""
    monkeypatch.setattr(timezone, "now", lambda: now)
    monkeypatch.setattr(WATCH, SimpleNamespace(time=now.timestamp))


def shows(client: Client) -> bool:
    """Whether the page is that of the new edition."""
    return MARK in client.get(PAGE).content.decode()


@pytest.mark.parametrize("accepted", ["br", "gzip", ""])
def test_it_answers_without_a_query_and_with_the_same_headers(
    warm: Client, accepted: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = Client().get(PAGE, headers={"accept-encoding": accepted})
    with django_assert_num_queries(0):
        ready = warm.get(PAGE, headers={"accept-encoding": accepted})
    assert ready.content == made.content
    assert dict(ready.headers) == dict(made.headers)
    assert ready.get("Content-Encoding", "") == accepted
    assert ready["Vary"] == "Accept-Encoding, Cookie"


def test_what_the_browser_has_is_not_sent_again(
    warm: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    etag = warm.get(PAGE)["ETag"]
    with django_assert_num_queries(0):
        response = warm.get(PAGE, headers={"if-none-match": etag, "accept-encoding": "br"})
    assert (response.status_code, response.content, response["ETag"]) == (304, b"", etag)
    assert response["Content-Security-Policy"]
    assert "Content-Type" not in response
    assert warm.get(PAGE, headers={"if-none-match": '"another"'}).status_code == 200


def test_a_head_request_has_the_length_and_no_body(warm: Client) -> None:
    whole = warm.get(PAGE)
    response = warm.head(PAGE)
    assert (response.content, response["Content-Length"]) == (b"", str(len(whole.content)))


def test_every_worker_shows_a_new_edition_at_once(warm: Client) -> None:
    other = Client()
    other.get(PAGE)
    publish()
    assert shows(warm)
    assert shows(other)


def test_without_the_stamp_it_would_be_stale(warm: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("careers.ready.stamp.read", lambda: "always the same")
    client = Client()
    client.get(PAGE)
    client.get(PAGE)
    publish()
    assert not shows(client)


def test_while_something_is_published_nothing_is_remembered(
    warm: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with stamp.changing(), django_assert_num_queries(2):
        warm.get(PAGE)
        warm.get(PAGE)


def test_a_scheduled_edition_comes_at_its_time(warm: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = publish(days=1)
    assert not shows(warm)
    assert not shows(warm)
    later = edition.live_from + timedelta(seconds=1)
    set_clock(monkeypatch, later)
    assert shows(warm)


def test_the_day_after_its_review_the_guide_says_so(warm: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "was due for review" not in warm.get(PAGE).content.decode()
    later = timezone.now() + timedelta(days=4000)
    set_clock(monkeypatch, later)
    assert "was due for review" in warm.get(PAGE).content.decode()


@pytest.mark.parametrize("query", ["?utm_source=x", "?q=%00%01", "?" + "a" * 5000])
def test_words_that_the_page_does_not_know_cost_one_query_and_no_memory(
    warm: Client, query: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    if "%00" in query:
        assert warm.get(PAGE + query).status_code == 400
        return
    for _ in range(2):
        with django_assert_num_queries(1):
            assert warm.get(PAGE + query).content == warm.get(PAGE).content


def test_whoever_is_signed_in_is_not_answered_from_memory(as_alice: Client, warm: Client) -> None:
    as_alice.get(PAGE)
    assert as_alice.cookies[settings.SESSION_COOKIE_NAME]
    as_alice.cookies[settings.SESSION_COOKIE_NAME] = "ended"
    assert as_alice.get(PAGE).content == warm.get(PAGE).content


def test_a_host_that_is_not_ours_is_refused_from_memory_too(warm: Client) -> None:
    assert warm.get(PAGE, headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_other_methods_are_refused(warm: Client, method: str) -> None:
    assert getattr(warm, method)(PAGE).status_code == 405


def test_a_guide_that_is_gone_is_not_found(warm: Client) -> None:
    with stamp.changing():
        Edition.objects.filter(career__slug=CMIO).delete()
    assert warm.get(PAGE).status_code == 404


def test_after_a_minute_without_a_stamp_a_worker_makes_one(warm: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1000.0]
    monkeypatch.setattr(WATCH, SimpleNamespace(monotonic=lambda: clock[0]))
    with stamp.changing():
        warm.get(PAGE)
        clock[0] += middleware.HEALED_AFTER - 1
        warm.get(PAGE)
        assert stamp.read() is None
        clock[0] += 2
        warm.get(PAGE)
        assert stamp.read()
