"""Before an attempt is submitted, none of its pages depends on what the level requires of a skill."""

import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Attempt
from assessments.presentation import questions
from careers.models import InstrumentVersion
from tests import journeys
from tests.content import CMIO

pytestmark = pytest.mark.django_db
FRESH = re.compile(rb'name="(csrfmiddlewaretoken|id|key|proof|seen)" value="[\w:-]+"')
HTMX = {"HX-Request": "true"}


@pytest.fixture
def attempt(alice: User, monkeypatch: pytest.MonkeyPatch) -> Attempt:
    """An open attempt with rated and open skills, against a version that asks one scenario of each skill."""
    journeys.stop_clock(monkeypatch)
    _republish(_one_item_a_skill)
    attempt = journeys.started(alice)
    journeys.rate(attempt, 2, only=journeys.skills(attempt)[:20])
    return journeys.choose(attempt)


def _republish(change: Callable[[Any], None]) -> None:
    """Move every attempt to a version that differs: the same answers then stand against other requirements."""
    version = InstrumentVersion.objects.order_by("-number")[0]
    document = deepcopy(version.document)
    change(document)
    newer = InstrumentVersion.objects.create(
        catalogue=version.catalogue, number=version.number + 1, document=document, live_from=version.live_from
    )
    Attempt.objects.update(version=newer)


def _one_item_a_skill(document: Any) -> None:
    """Fewer pages say as much."""
    items = {item["skill"]: item for item in reversed(document["actions"]["knowledge_items"])}
    document["actions"]["knowledge_items"] = list(items.values())


def _other_levels(document: Any) -> None:
    for skill in document["competencies"]["skills"]:
        skill["required"] = {level: 1 + needed % 5 for level, needed in skill["required"].items()}
        skill["required_rationale"] = "Canary."


def pages(client: Client, attempt: Attempt) -> dict[str, bytes]:
    """Every page that shows something of an open attempt, and what saving an answer hands back."""
    own = ["", "check/", *(f"{skill}/" for skill in journeys.skills(attempt))]
    own += [f"scenarios/{item}/" for item in journeys.items(attempt)]
    paths = ["/", f"/careers/{CMIO}/", "/assessments/", "/plans/", "/profile/"]
    paths += [journeys.address(attempt, rest) for rest in own]
    cds = journeys.address(attempt, "cds/")
    found = {"saved": client.post(cds, {"level": "1"}, headers=HTMX).content}
    found |= {path: client.get(path).content for path in paths}
    found["refused"] = client.post(cds, {"level": "9"}).content
    found["not submitted"] = client.post(journeys.address(attempt, "check/")).content
    return {path: FRESH.sub(b"", content) for path, content in found.items()}


def depends_on_the_requirement(client: Client, attempt: Attempt) -> list[str]:
    """The pages that say something else once other levels are required."""
    before = pages(client, attempt)
    _republish(_other_levels)
    attempt.refresh_from_db()
    after = pages(client, attempt)
    assert before.keys() == after.keys()
    return [path for path in before if before[path] != after[path]]


def test_no_page_of_an_open_attempt_depends_on_the_required_level(as_alice: Client, attempt: Attempt) -> None:
    assert len(journeys.skills(attempt)) == 31
    assert depends_on_the_requirement(as_alice, attempt) == []


def test_the_comparison_finds_a_question_that_gives_the_target_away(
    as_alice: Client, attempt: Attempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = questions.anchors

    def with_target(catalogue: Any, skill: str) -> tuple[questions.Anchor, ...]:
        word = f"Required: {catalogue.skills[skill]['required']['cmio']}"
        return (*plain(catalogue, skill), questions.Anchor(0, "", word, ""))

    monkeypatch.setattr(questions, "anchors", with_target)
    found = depends_on_the_requirement(as_alice, attempt)
    assert set(found) == {"refused", *(journeys.address(attempt, f"{skill}/") for skill in journeys.skills(attempt))}


def test_the_result_shows_what_was_required(as_alice: Client, attempt: Attempt) -> None:
    journeys.rate(attempt, only=journeys.skills(attempt)[20:])
    _republish(_other_levels)
    as_alice.post(journeys.address(attempt, "check/"))
    assert b"Canary." in as_alice.get(journeys.address(attempt, "result/")).content
