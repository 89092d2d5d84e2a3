"""Every public page that may be kept is answered from memory, and none outlives what it shows."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from careers import services
from careers.models import Career
from careers.ready import stamp
from tests.careers.ready.workers import Worker
from tests.content import CMIO

pytestmark = pytest.mark.django_db
GUIDE = f"/careers/{CMIO}"
OF_ALL_CONTENT = (
    "/",
    "/careers/",
    "/careers/editions.atom",
    "/sitemap.xml",
    "/about/instrument/",
    f"{GUIDE}/toolkit/",
    f"{GUIDE}/toolkit/interview/",
    f"{GUIDE}/toolkit/guides/all.md",
)
OF_ONE_EDITION = (
    f"{GUIDE}/",
    f"{GUIDE}/?sort=usd",
    f"{GUIDE}/editions/",
    f"{GUIDE}/editions/1/",
    f"{GUIDE}/changes/",
    f"{GUIDE}.json",
    f"{GUIDE}/data/salary-pay-usd.csv",
)
OF_TEMPLATES = (
    "/about/research/",
    "/about/accessibility/",
    "/about/privacy/",
    "/about/contact/",
    "/robots.txt",
    "/.well-known/security.txt",
    "/careers/guide.schema.json",
)
NEW = "A tagline that nobody has read before."


@pytest.fixture(autouse=True)
def _stamped() -> None:
    stamp.renew()


def publish(days: float = 0) -> None:
    career = Career.objects.get(slug=CMIO)
    career.tagline = NEW
    career.save()
    services.publish(root=career, by=None, at=timezone.now() + timedelta(days=days))
    stamp.renew()


@pytest.mark.parametrize("path", OF_ALL_CONTENT + OF_ONE_EDITION + OF_TEMPLATES)
def test_it_is_made_once_and_then_answered_without_a_query(
    path: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    worker = Worker()
    made = worker.get(path)
    assert made.status_code == 200
    with django_assert_num_queries(0):
        ready = worker.get(path)
        assert worker.get(path, if_none_match=ready["ETag"]).status_code == 304
    assert (ready.content, dict(ready.headers)) == (made.content, dict(made.headers))


@pytest.mark.parametrize("path", ["/", "/careers/", "/careers/editions.atom", f"{GUIDE}/", f"{GUIDE}.json"])
def test_it_shows_what_was_published_since(path: str) -> None:
    worker = Worker()
    before = worker.get(path).content
    publish()
    assert worker.get(path).content != before


@pytest.mark.parametrize(
    "path", ["/careers/", "/careers/editions.atom", "/sitemap.xml", f"{GUIDE}/", f"{GUIDE}/editions/"]
)
def test_it_ends_when_something_scheduled_comes(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(days=1)
    worker = Worker()
    before = worker.get(path).content
    assert worker.get(path).content == before
    later = timezone.now() + timedelta(days=1, seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    monkeypatch.setattr("careers.ready.wsgi.time.time", later.timestamp)
    assert worker.get(path).content != before


@pytest.mark.parametrize("path", [f"{GUIDE}/?sort=unknown", f"{GUIDE}/?sort=%01", "/careers/?page=2", "/careers/?q=a"])
def test_what_is_not_one_of_few_addresses_is_not_remembered(path: str) -> None:
    worker = Worker()
    first, again = worker.get(path), worker.get(path)
    assert (first.status_code, first.content) == (again.status_code, again.content)
    assert not worker.application.memory.entries
