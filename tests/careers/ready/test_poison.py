"""What one request says of itself changes the page of no other, and fills no disk."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from careers.ready import stamp
from careers.ready.release import release
from tests.careers.ready.workers import Worker
from tests.content import CMIO

PAGE = f"/careers/{CMIO}/toolkit/"


@pytest.fixture
def worker(db: None) -> Worker:
    """A worker that remembers nothing yet."""
    stamp.renew()
    return Worker()


def test_a_prefix_that_one_request_names_is_in_no_page_of_others(worker: Worker) -> None:
    assert b"/evil/careers/" in worker.get(PAGE, prefix="/evil").content
    assert b"/evil/" not in worker.get(PAGE).content


@pytest.mark.django_db
def test_the_first_of_several_proxies_says_whether_it_is_https(settings: Settings) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.SECURE_SSL_REDIRECT = True
    stamp.renew()
    worker = Worker()
    for said, status in (("https, http", 200), ("http", 301), ("http, https", 301), ("https", 200)):
        assert worker.get(PAGE, x_forwarded_proto=said).status_code == status


@pytest.mark.parametrize("path", ["/careers/", PAGE, "/about/research/"])
def test_strangers_may_keep_what_somebody_signed_in_asked_for_first(
    worker: Worker, settings: Settings, as_alice: Client, path: str
) -> None:
    cookie = f"{settings.SESSION_COOKIE_NAME}={as_alice.cookies[settings.SESSION_COOKIE_NAME].value}"
    signed_in, stranger = worker.get(path, cookie=cookie), worker.get(path)
    assert dict(signed_in.headers) == dict(stranger.headers)
    assert (stranger["Cache-Control"], stranger["Vary"]) == ("public, no-cache", "Accept-Encoding")


@pytest.mark.parametrize("number", ["01", "0" * 3000 + "1", "\xd9\xa1", "0", "1" * 5000])
def test_an_edition_has_one_address_so_that_nobody_can_fill_the_disk_with_it(worker: Worker, number: str) -> None:
    assert worker.get(f"/careers/{CMIO}/editions/{number}/").status_code == 404


def test_a_release_that_arrives_while_a_worker_runs_is_not_its_own(settings: Settings, tmp_path: Path) -> None:
    settings.BASE_DIR = tmp_path
    (tmp_path / "careers").mkdir()
    release.cache_clear()
    Worker()
    (tmp_path / "careers" / "new.py").write_text("new = True")
    running = release()
    release.cache_clear()
    assert release() != running
    release.cache_clear()
