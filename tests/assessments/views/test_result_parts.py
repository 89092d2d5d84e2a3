"""What a result says of itself: a quick check, how sure it is, scenarios beside ratings, and a newer instrument."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Attempt
from assessments.services import attempts
from tests import journeys, markup
from tests.assessments import runs

pytestmark = pytest.mark.django_db


def opened(client: Client, attempt: Attempt) -> markup.Element:
    answer = client.get(journeys.address(attempt, "result/"))
    assert answer.status_code == 200
    return markup.read(answer)


def quick(user: User) -> Attempt:
    """A quick check of which only one skill in each domain was rated."""
    attempt = journeys.started(user)
    Attempt.objects.filter(pk=attempt.pk).update(form=Attempt.Form.QUICK)
    attempt.refresh_from_db()
    first = {row["domain"]: id for id, row in journeys.catalogue(attempt).skills.items()}
    for skill in first.values():
        attempt.ratings.create(skill=skill, level=2, saved_at=journeys.NOW)
    attempts.submit(attempt=attempt, at=journeys.NOW)
    return Attempt.objects.for_user(user).get(pk=attempt.pk)


def test_a_quick_check_counts_only_what_it_asked(as_alice: Client, alice: User) -> None:
    attempt = quick(alice)
    page = opened(as_alice, attempt)
    notice = page.one("section", aria_labelledby="h-partial")
    assert notice.one("h2").text == "This was the quick check"
    assert "It left out 22 skills and" in notice.all("p")[0].text
    assert [link["href"] for link in notice.all("a")] == ["/assessments/"]
    statuses = [row[-1] for row in page.one("section", aria_labelledby="all-skills").one("table").rows]
    assert statuses.count("Not asked") == 22
    counts = [entry.text for entry in page.one("section", aria_labelledby="h-standing").all("dd", class_="big")]
    assert counts[0].endswith("of 9 skills")
    assert counts[3] == "22"
    named = {link["href"].split("/")[-2] for link in page.one("ol", class_="gaps").all("a")}
    assert named.isdisjoint(attempt.result.document["left_out"]["skills"])
    assert "Quick check" in page.one("section", aria_labelledby="h-history").text


def test_a_full_form_has_no_such_notice(as_alice: Client, alice: User) -> None:
    page = opened(as_alice, journeys.submitted(alice))
    assert page.all("section", aria_labelledby="h-partial") == []
    assert page.all("section", aria_labelledby="h-update") == []
    assert "Not asked" not in page.one("main").text


def test_what_would_narrow_the_range_names_skills_and_leads_to_them(as_alice: Client, alice: User) -> None:
    attempt = journeys.submitted(alice)
    section = opened(as_alice, attempt).one("section", aria_labelledby="h-sure")
    assert section.one("span", class_="tag").text == "Medium confidence"
    best = section.all("h3")[0]
    assert best.text == "What would narrow it most"
    *links, act = section.all("a")
    assert act["href"] == journeys.address(attempt, "mentor/")
    assert len(links) == 5
    assert all(link["href"].startswith(journeys.address(attempt, "gaps/")) for link in links)
    ways = section.one("table").rows
    assert {row[0] for row in ways} == {"Examples", "A mentor’s ratings", "More scenarios"}
    narrower = [float(row[-1].split()[0]) for row in ways]
    assert narrower == sorted(narrower, reverse=True)


def test_scenarios_beyond_the_ratings_are_said_to_be_so(as_alice: Client, alice: User) -> None:
    attempt = journeys.rate(journeys.started(alice), 1)
    for item, row in journeys.catalogue(attempt).items.items():
        attempt.scenario_answers.create(item=item, choice=row["key"], saved_at=journeys.NOW)
    attempts.submit(attempt=attempt, at=journeys.NOW)
    section = opened(as_alice, attempt).one("section", aria_labelledby="h-fit")
    assert section.one("p", class_="lede").text == "Your scenario answers are higher than your ratings."
    assert len(section.one("table").rows) > 3


def test_an_answered_scenario_shows_its_source_and_whether_it_was_opened(as_alice: Client, alice: User) -> None:
    attempt = journeys.rate(journeys.started(alice), 2)
    for item in ("ai-planned-retraining", "ai-calibration-drift"):
        attempt.scenario_answers.create(item=item, choice="A", saved_at=journeys.NOW)
    attempts.submit(attempt=attempt, at=journeys.NOW)
    page = opened(as_alice, attempt)
    seen, unseen = (page.one("li", id=f"scenario-{item}") for item in ("ai-planned-retraining", "ai-calibration-drift"))
    assert "Source not opened yet" not in seen.text
    assert "Source not opened yet" in unseen.text
    assert seen.all("a")[0]["href"].startswith("https://")
    assert len(page.one("ol", class_="reviewed").all("h3")) == 2


def test_a_newer_instrument_is_offered_with_what_changed(
    as_alice: Client, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempt = journeys.submitted(alice)
    runs.publish_another()
    journeys.stop_clock(monkeypatch)
    page = opened(as_alice, attempt)
    notice = page.one("section", aria_labelledby="h-update")
    assert notice.one("h2").text == "The assessment was updated (version 2, 1 December 2025)"
    lines = [line.text for line in notice.all("li")]
    assert len(lines) == 1
    assert lines[0].startswith(
        "Weight changed: clinical decision support design and management from 5 to 1; telehealth"
    )
    later = opened(as_alice, journeys.submitted(alice, at=runs.LATER))
    assert later.all("section", aria_labelledby="h-update") == []
    history = later.one("section", aria_labelledby="h-history").text
    assert "Version 1" in history
    assert "Version 2" in history


def test_the_shape_view_and_the_dial_hold_what_their_tables_hold(as_alice: Client, alice: User) -> None:
    page = opened(as_alice, journeys.submitted(alice))
    domains = page.one("section", aria_labelledby="h-domains")
    rows = domains.one("table").rows
    shape = [entry.text for entry in domains.one("details").all("li")]
    assert shape == [f"{row[0]}, {row[2]}" for row in rows]
    dial = page.one("section", aria_labelledby="h-standing").one("table").rows[0]
    assert dial[0] == page.one("text", class_="g-num").text
    assert dial[2:] == [page.one("p", class_="gword").text, "75"]
