"""Whose the signed-in guide is: the page that everyone gets stays the same, and nobody sees what is another's."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments import snapshots
from assessments.services import attempts, profiles
from careers.models import InstrumentVersion
from careers.ready import stamp
from tests import journeys, markup
from tests.careers.ready.workers import Worker
from tests.conftest import signed_in
from tests.content import CMIO, SLUGS
from tests.full_account import Account, full_account

pytestmark = pytest.mark.django_db
GUIDE = f"/careers/{CMIO}/"
COVER = re.compile(rb'<p class="yours">.*?</p>')


@pytest.fixture(autouse=True)
def _stopped(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    journeys.stop_clock(monkeypatch)


@pytest.fixture
def account(alice: User) -> Account:
    return full_account(alice)


def own(client: Client) -> list[str]:
    """What the page says about its reader, but for gates and readiness."""
    return [element.text for element in markup.read(client.get(GUIDE)).all(class_="yours")]


def test_an_account_without_data_gets_one_line_and_all_else_byte_for_byte(client: Client, as_alice: Client) -> None:
    public, answer = client.get(GUIDE).content, as_alice.get(GUIDE)
    assert len(COVER.findall(answer.content)) == 1
    assert COVER.sub(b"<!--you:cover-->", answer.content) == public
    assert "Check how ready you are" in markup.read(answer).text


@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug != CMIO])
def test_a_guide_that_nobody_is_measured_against_is_the_same_for_all(
    client: Client, as_alice: Client, account: Account, slug: str
) -> None:
    assert as_alice.get(f"/careers/{slug}/").content == client.get(f"/careers/{slug}/").content


def test_it_is_kept_by_no_cache_and_bears_no_tag_of_the_public_page(
    client: Client, as_alice: Client, account: Account
) -> None:
    tag = client.get(GUIDE)["ETag"]
    answer = as_alice.get(GUIDE, headers={"If-None-Match": tag, "Accept-Encoding": "br"})
    assert (answer.status_code, answer.has_header("ETag"), answer.has_header("Content-Encoding")) == (200, False, False)
    assert answer["Cache-Control"] == "private, no-store"
    assert "Cookie" in answer["Vary"]


def leaks(client: Client, account: Account) -> list[str]:
    """What the page of somebody without data says of the account's owner, and anything beyond its one line."""
    html = client.get(GUIDE).content.decode()
    ids = [str(attempt.pk) for attempt in (account.submitted, account.open)]
    return [key for key in ids if key in html] + own(client)[1:]


def test_nothing_of_one_reader_appears_for_another(as_charlie: Client, account: Account) -> None:
    assert len(own(signed_in(account.user))) == 5
    assert leaks(as_charlie, account) == []


@pytest.mark.parametrize("source", ["said", "newest"])
def test_a_view_that_forgets_whose_facts_they_are_would_be_found(
    as_charlie: Client, account: Account, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    profiles.save_work(user=User.objects.get(username="charlie"), profession="physician", country="", ehr="")
    module: Any = {"said": snapshots, "newest": attempts}[source]
    facts = getattr(module, source)
    monkeypatch.setattr(module, source, lambda _, *rest: facts(account.user, *rest))
    assert leaks(as_charlie, account) != []


def test_what_comes_from_the_catalogue_is_escaped(as_alice: Client, account: Account) -> None:
    version = InstrumentVersion.objects.get()
    document = version.document
    document["competencies"]["prerequisites"][0]["name"] = "<script>x</script>"
    InstrumentVersion.objects.create(
        catalogue=version.catalogue, number=2, document=document, live_from=version.live_from
    )
    html = as_alice.get(GUIDE).content.decode()
    assert "<script>x" not in html
    assert html.count("&lt;script&gt;x") == 2


def test_without_a_published_catalogue_the_guide_is_the_one_that_everyone_gets(
    client: Client, as_alice: Client, alice: User
) -> None:
    InstrumentVersion.objects.update(live_from=journeys.NOW.replace(year=2030))
    assert as_alice.get(GUIDE).content == client.get(GUIDE).content


def test_a_worker_remembers_nothing_of_a_reader_who_is_or_was_signed_in(client: Client, account: Account) -> None:
    worker, session = Worker(), signed_in(account.user).cookies["sessionid"].value
    stamp.renew()
    mine = worker.get(GUIDE, cookie=f"sessionid={session}")
    ended = worker.get(GUIDE, cookie="sessionid=one-that-ended")
    assert worker.application.memory.entries == {}
    assert (b"Your readiness" in mine.content, b"Your readiness" in ended.content) == (True, False)
    for _ in range(2):
        public = worker.get(GUIDE)
        assert (public.content, public.has_header("Set-Cookie")) == (client.get(GUIDE).content, False)
    assert len(worker.application.memory.entries) == 1
    assert worker.get(GUIDE, cookie=f"sessionid={session}").content == mine.content
