"""Public pages from memory: the same bytes, no query, and never a page that was replaced."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from careers import services
from careers.models import Career, Edition
from careers.ready import stamp, wsgi
from tests.careers.ready.workers import Worker
from tests.content import CMIO

PAGE = f"/careers/{CMIO}/"
WATCH = "careers.ready.wsgi.time"
MARK = "A sentence that only the new edition has."
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stamped() -> None:
    stamp.renew()


@pytest.fixture
def warm() -> Worker:
    """A browser at a worker that has served the page before."""
    client = Worker()
    client.get(PAGE)
    return client


def publish(*, tagline: str = MARK, days: float = 0) -> Edition:
    career = Career.objects.get(slug=CMIO)
    career.tagline = tagline
    career.save()
    edition = services.publish(root=career, by=None, at=timezone.now() + timedelta(days=days))
    assert isinstance(edition, Edition)
    stamp.renew()  # what happens at the commit, which a test never comes to
    return edition


def set_clock(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    """Let views and workers believe that it is that moment."""
    monkeypatch.setattr(timezone, "now", lambda: now)
    monkeypatch.setattr(WATCH, SimpleNamespace(time=now.timestamp))


def shows(client: Worker) -> bool:
    """Whether the page is that of the new edition."""
    return MARK in client.get(PAGE).content.decode()


@pytest.mark.parametrize("accepted", ["br", "gzip", ""])
def test_it_answers_without_a_query_and_with_the_same_headers(
    warm: Worker, accepted: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = Worker().get(PAGE, accept_encoding=accepted)
    warm.get(PAGE)  # a worker that starts takes from all others what they remember
    with django_assert_num_queries(0):
        ready = warm.get(PAGE, accept_encoding=accepted)
    assert ready.content == made.content
    assert dict(ready.headers) == dict(made.headers)
    assert ready.get("Content-Encoding", "") == accepted
    assert ready["Vary"] == "Accept-Encoding, Cookie"


def test_what_the_browser_has_is_not_sent_again(
    warm: Worker, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    etag = warm.get(PAGE)["ETag"]
    with django_assert_num_queries(0):
        response = warm.get(PAGE, if_none_match=etag, accept_encoding="br")
    assert (response.status_code, response.content, response["ETag"]) == (304, b"", etag)
    assert response["Content-Security-Policy"]
    assert "Content-Type" not in response
    assert warm.get(PAGE, if_none_match='"another"').status_code == 200


def test_a_head_request_has_the_length_and_no_body(warm: Worker) -> None:
    whole = warm.get(PAGE)
    response = warm.get(PAGE, "HEAD")
    assert (response.content, response["Content-Length"]) == (b"", str(len(whole.content)))


def test_every_worker_shows_a_new_edition_at_once(warm: Worker) -> None:
    other = Worker()
    other.get(PAGE)
    publish()
    assert shows(warm)
    assert shows(other)


def test_without_the_stamp_it_would_be_stale(warm: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("careers.ready.stamp.read", lambda: "always the same")
    client = Worker()
    client.get(PAGE)
    client.get(PAGE)
    publish()
    assert not shows(client)


def test_while_something_is_published_nothing_is_remembered(
    warm: Worker, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with stamp.changing(), django_assert_num_queries(2):
        warm.get(PAGE)
        warm.get(PAGE)


def test_a_scheduled_edition_comes_at_its_time(warm: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = publish(days=1)
    assert not shows(warm)
    assert not shows(warm)
    later = edition.starts + timedelta(seconds=1)
    set_clock(monkeypatch, later)
    assert shows(warm)


def test_the_day_after_its_review_the_guide_says_so(warm: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "was due for review" not in warm.get(PAGE).content.decode()
    later = timezone.now() + timedelta(days=4000)
    set_clock(monkeypatch, later)
    assert "was due for review" in warm.get(PAGE).content.decode()


@pytest.mark.parametrize("query", ["?utm_source=x", "?q=%00%01", "?" + "a" * 5000])
def test_words_that_the_page_does_not_know_cost_one_query_and_no_memory(
    warm: Worker, query: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    if "%00" in query:
        assert warm.get(PAGE + query).status_code == 400
        return
    for _ in range(2):
        with django_assert_num_queries(1):
            assert warm.get(PAGE + query).content == warm.get(PAGE).content


def test_whoever_is_signed_in_is_not_answered_from_memory(
    warm: Worker, settings: Settings, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        ended = warm.get(PAGE, cookie=f"{settings.SESSION_COOKIE_NAME}=ended")
    assert ended.content == warm.get(PAGE).content


def test_a_cookie_of_another_kind_changes_nothing(
    warm: Worker, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert warm.get(PAGE, cookie="csrftoken=abc").status_code == 200


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_https_is_told_to_stay_and_http_is_not(warm: Worker, settings: Settings, scheme: str) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, 100
    worker = Worker()
    for _ in range(2):
        response = worker.get(PAGE, x_forwarded_proto=scheme)
        assert (response.status_code, "Strict-Transport-Security" in response) == (
            (200, True) if scheme == "https" else (301, False)
        )
        # Once the other way round, so that one answer cannot stand for both.
        worker.get(PAGE, x_forwarded_proto="https" if scheme == "http" else "http")


def test_a_host_that_is_not_ours_is_refused_from_memory_too(warm: Worker) -> None:
    assert warm.get(PAGE, host="evil.example").status_code == 400


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_other_methods_are_refused(warm: Worker, method: str) -> None:
    assert warm.get(PAGE, method).status_code in {403, 405}


def test_a_guide_that_is_gone_is_not_found(warm: Worker) -> None:
    Edition.objects.filter(career__slug=CMIO).delete()
    stamp.renew()
    assert warm.get(PAGE).status_code == 404


def test_after_a_minute_without_a_stamp_a_worker_makes_one(warm: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1000.0]
    monkeypatch.setattr(WATCH, SimpleNamespace(monotonic=lambda: clock[0]))
    with stamp.changing():
        warm.get(PAGE)
        clock[0] += wsgi.HEALED_AFTER - 1
        warm.get(PAGE)
        assert stamp.read() is None
        clock[0] += 2
        warm.get(PAGE)
        assert stamp.read()
