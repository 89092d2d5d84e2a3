"""The former addresses of a guide lead to the present ones, with what was asked for."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from careers.ready import stamp
from careers.services.moving import move
from tests.careers.ready.workers import Worker
from tests.content import career
from tests.markup import read

pytestmark = pytest.mark.django_db
OLD, NEW = "chief-medical-officer", "cmo"
ADDRESSES = (
    *("/", "/?sort=low", "/editions/", "/editions/1/", "/editions/1/?sort=low", "/changes/?since=1"),
    *(
        ".pdf",
        ".png",
        ".json",
        "/data/salary-pay-usd.csv",
        "/toolkit/",
        "/toolkit/interview/",
        "/toolkit/interview/iq01.md?a=b",
    ),
)


@pytest.fixture
def _moved(alice: User) -> None:
    move(career=career(OLD), slug=NEW, by=alice, at=timezone.now())


@pytest.mark.usefixtures("_moved")
@pytest.mark.parametrize("address", ADDRESSES)
def test_each_leads_on_with_its_query(client: Client, address: str) -> None:
    answer = client.get(f"/careers/{OLD}{address}")
    assert (answer.status_code, answer["Location"]) == (301, f"/careers/{NEW}{address}")
    assert answer["Cache-Control"] == "public, no-cache"


@pytest.mark.usefixtures("_moved")
@pytest.mark.parametrize("address", ["/", "/editions/", "/editions/1/", "/changes/?since=1", ".pdf", ".json"])
def test_what_it_leads_to_is_there(client: Client, address: str) -> None:
    assert client.get(f"/careers/{OLD}{address}", follow=True).status_code == 200


@pytest.mark.usefixtures("_moved")
def test_readers_who_are_signed_in_are_led_on_too(as_alice: Client) -> None:
    assert as_alice.get(f"/careers/{OLD}/")["Location"] == f"/careers/{NEW}/"


@pytest.mark.usefixtures("_moved")
def test_earlier_editions_are_where_the_guide_is_now(client: Client) -> None:
    page = read(client.get(f"/careers/{NEW}/editions/1/"))
    assert f"/careers/{NEW}/" in page.one("link", rel="canonical")["href"]
    assert not [link for link in page.all("a") if f"/careers/{OLD}" in link["href"]]
    assert "Address of the guide changed" in read(client.get(f"/careers/{NEW}/changes/")).text


@pytest.mark.parametrize("path", ["/careers/nobody/", "/careers/nobody.pdf", f"/careers/{OLD}/editions/99/"])
def test_what_never_was_is_still_missing(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_no_worker_goes_on_serving_the_page_from_memory(alice: User, settings: Settings, tmp_path: Path) -> None:
    settings.READY_PAGES = str(tmp_path)
    worker = Worker()
    assert [status(worker, OLD) for _ in range(3)] == [200] * 3
    move(career=career(OLD), slug=NEW, by=alice, at=timezone.now())
    stamp.renew()  # what happens at the commit, which a test never comes to
    assert [(status(worker, OLD), status(worker, NEW)) for _ in range(3)] == [(301, 200)] * 3
    move(career=career(NEW), slug=OLD, by=alice, at=timezone.now())
    stamp.renew()
    assert [(status(worker, OLD), status(worker, NEW)) for _ in range(3)] == [(200, 301)] * 3


def status(worker: Worker, slug: str) -> int:
    return worker.get(f"/careers/{slug}/").status_code
