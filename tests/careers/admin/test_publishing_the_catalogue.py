"""A published catalogue is a new version for new attempts; attempts, results and plans keep the one they have."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from assessments import snapshots
from assessments.models import Attempt, Result
from careers.models import Action, InstrumentVersion, Skill
from careers.services import ASSESSED_CAREER, digest, write
from tests import journeys, markup
from tests.careers.admin.buttons import press
from tests.careers.admin.desk import address, publish_page
from tests.careers.admin.forms import opened, send
from tests.careers.pages import Page
from tests.content import catalogue, the_catalogue

pytestmark = pytest.mark.django_db
CDS = "Clinical decision support design and management"


def edit(client: Client, skill: str = "cds", **typed: str) -> None:
    path = address("change", Skill.objects.get(key=skill))
    assert send(client, path, opened(client, path), **typed).status_code == 302


def published(client: Client) -> Page:
    """Look at what will change, publish it, and read what is said then."""
    answer = press(client, publish_page(the_catalogue()), f"Publish version {max(numbers()) + 1}")
    return Page(answer.content.decode())


def numbers() -> list[int]:
    return [version.number for version in InstrumentVersion.objects.all()]


def required(attempt: Attempt) -> int:
    """What the attempt's version asks of decision support."""
    instrument = snapshots.instrument(attempt.version_id, journeys.LEVEL)
    return next(skill.required for skill in instrument.skills if skill.id == "cds")


def result_page(user: User, attempt: Attempt) -> bytes:
    browser = Client()
    browser.force_login(user)
    return markup.without_tokens(browser.get(journeys.address(attempt, "result/")).content)


def without_offer(page: bytes) -> bytes:
    """The page but for the banner that offers the new version."""
    return b" ".join(re.sub(rb"<section[^>]*h-update.*?</section>", b"", page, flags=re.DOTALL).split())


@pytest.fixture
def attempt(alice: User) -> Attempt:
    """Alice's submitted attempt, made with the first version."""
    return journeys.submitted(alice)


def test_a_new_version_is_live_for_new_attempts_only(as_edith: Client, alice: User, attempt: Attempt) -> None:
    before = required(attempt)
    edit(as_edith, **{"requirements-1-level": "cmio", "requirements-1-required": "1"})
    said = published(as_edith)
    assert "Version 2 is live. New attempts and plans use it; the others keep the version they have." in said.text
    live = snapshots.live_version(ASSESSED_CAREER, timezone.now())
    assert live
    assert live.number == 2
    attempt.refresh_from_db()
    assert (attempt.version.number, required(attempt)) == (1, before)
    assert before != 1
    later = journeys.started(alice)
    assert (later.version.number, required(later)) == (2, 1)


def test_a_result_says_the_same_after_a_new_version(as_edith: Client, alice: User, attempt: Attempt) -> None:
    document, page = Result.objects.get(attempt=attempt).document, result_page(alice, attempt)
    edit(as_edith, name="Renamed", **{"requirements-1-required": "1"})
    published(as_edith)
    assert Result.objects.get(attempt=attempt).document == document
    assert without_offer(result_page(alice, attempt)) == without_offer(page)
    assert b"Renamed" not in page


def test_an_open_attempt_goes_on_with_the_version_it_began_with(as_edith: Client, alice: User) -> None:
    begun = journeys.started(alice)
    edit(as_edith, **{"anchors-0-text": "Only in the second version."})
    published(as_edith)
    browser = Client()
    browser.force_login(alice)
    assert "Only in the second version." not in browser.get(journeys.address(begun, "cds/")).content.decode()
    fresh = journeys.started(alice)
    assert "Only in the second version." in browser.get(journeys.address(fresh, "cds/")).content.decode()


def test_the_page_says_in_words_what_will_change(as_edith: Client) -> None:
    edit(as_edith, **{"requirements-1-required": "1"})
    text = Page(as_edith.get(publish_page(the_catalogue())).content.decode()).text
    assert f"What readers will notice, against version 1: Skills : one changed ({CDS})" in text


def test_the_first_version_stays_as_it_was(as_edith: Client) -> None:
    edit(as_edith, name="Renamed")
    published(as_edith)
    assert numbers() == [2, 1]
    assert InstrumentVersion.objects.get(number=1).document == catalogue()


def test_weights_that_do_not_sum_to_100_have_to_be_put_right_first(as_edith: Client) -> None:
    edit(as_edith, **{"requirements-1-weight": "50"})
    text = Page(as_edith.get(publish_page(the_catalogue())).content.decode()).text
    assert "One problem stops publication" in text
    assert "weights for cmio sum to 1" in text
    assert ", not to 100" in text
    seen = digest(write(the_catalogue()))
    refused = as_edith.post(publish_page(the_catalogue()), {"seen": seen, "when": "now"})
    assert "there are problems to put right first" in Page(refused.content.decode()).text
    assert numbers() == [1]


def test_an_action_that_another_one_needs_is_missed(as_edith: Client) -> None:
    needs = next(action for action in Action.objects.all() if action.requires_actions)
    needed = Action.objects.get(key=needs.requires_actions[0])
    as_edith.post(address("delete", needed), {"post": "yes"})
    text = Page(as_edith.get(publish_page(the_catalogue())).content.decode()).text
    assert f"'{needed.key}' is not an action" in text
    assert numbers() == [1]
