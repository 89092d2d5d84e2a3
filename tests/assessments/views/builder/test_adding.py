"""“Add to plan” on the pages of a result: into the new plan, or into the next one of the plan that there is."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Attempt, Draft
from tests import journeys, markup
from tests.assessments.views.builder.walks import NEW, opened, sent, typed

pytestmark = pytest.mark.django_db
ADD = "/plans/add/"
BIG = "medical-director-informatics"


@pytest.fixture
def attempt(alice: User, monkeypatch: pytest.MonkeyPatch) -> Attempt:
    journeys.stop_clock(monkeypatch)
    return journeys.submitted(journeys.physician(alice))


def add(client: Client, attempt: Attempt, action: str) -> markup.Element:
    return markup.read(client.post(ADD, {"attempt": attempt.pk, "action": action}, follow=True))


def buttons(client: Client, attempt: Attempt, page: str = "gaps/cds/") -> list[markup.Element]:
    found = markup.read(client.get(journeys.address(attempt, page))).all("form")
    return [form for form in found if form["action"] == ADD]


@pytest.mark.parametrize("page", ["gaps/cds/", "result/"])
def test_the_button_leads_to_the_step_on_which_the_action_is_chosen(
    as_alice: Client, attempt: Attempt, page: str
) -> None:
    form = buttons(as_alice, attempt, page)[0]
    shown = markup.read(as_alice.post(ADD, markup.typed(form), follow=True))
    action = form.one("input", name="action")["value"]
    name = journeys.catalogue(attempt).actions[action]["name"]
    assert shown.one("div", class_="banner").text.startswith(f"“{name}” has to be in your new plan.")
    assert typed(shown)["pinned"] == [action]
    assert form.one("button").text == f"Add to plan : {name}"
    again = [entry.one("input", name="action")["value"] for entry in buttons(as_alice, attempt, page)]
    assert action not in again
    assert "Chosen for your next plan" in markup.read(as_alice.get(journeys.address(attempt, page))).text


def test_what_was_chosen_before_stays_and_what_was_left_out_comes_in(as_alice: Client, attempt: Attempt) -> None:
    sent(as_alice, "3", NEW, pinned=["sql-course"], excluded=["agile-course"])
    shown = typed(add(as_alice, attempt, "agile-course"))
    assert (set(shown["pinned"]), shown.get("excluded")) == ({"sql-course", "agile-course"}, None)
    assert shown["unavailable"] == ["data-access"]


def test_a_big_move_is_marked_as_open(as_alice: Client, attempt: Attempt) -> None:
    shown = add(as_alice, attempt, BIG)
    assert "It is a big move" in shown.one("div", class_="banner").text
    assert typed(opened(as_alice, NEW, "2"))[f"move-{BIG}"] == ["yes"]
    assert not opened(as_alice, NEW, "2").all("div", class_="error-summary")


def test_with_a_plan_it_is_asked_for_in_the_next_one(as_alice: Client, attempt: Attempt) -> None:
    plan = journeys.planned(attempt)
    there = plan.current.actions[0]["id"]
    missing = next(
        key for key in journeys.catalogue(attempt).actions if all(key != row["id"] for row in plan.current.actions)
    )
    shown = add(as_alice, attempt, missing)
    assert "has to be in your plan once you ask for a new one" in shown.one("div", class_="banner").text
    assert shown.one(id="answers")["action"] == f"/plans/{plan.pk}/revise/?step=3"
    shown = add(as_alice, attempt, there)
    assert "is in your plan already" in shown.one("div", class_="banner").text
    assert Draft.objects.get().plan == plan


def test_an_action_of_the_plan_says_so(as_alice: Client, attempt: Attempt) -> None:
    plan = journeys.planned(attempt)
    skills = {lift["skill"] for row in plan.current.actions for lift in row["develops"]}
    page = markup.read(as_alice.get(journeys.address(attempt, f"gaps/{min(skills)}/")))
    assert "In your plan already" in page.text


@pytest.mark.parametrize(
    ("named", "action"), [("own", "nowhere"), ("own", ""), ("", "sql-course"), ("x", "sql-course")]
)
def test_what_there_is_not_is_missing(as_alice: Client, attempt: Attempt, named: str, action: str) -> None:
    sent_attempt = str(attempt.pk) if named == "own" else named or str(uuid4())
    assert as_alice.post(ADD, {"attempt": sent_attempt, "action": action}).status_code == 404
    assert not Draft.objects.exists()


def test_a_result_of_somebody_else_is_missing(as_charlie: Client, attempt: Attempt) -> None:
    assert as_charlie.post(ADD, {"attempt": attempt.pk, "action": "sql-course"}).status_code == 404


def test_looking_at_it_leads_to_the_builder(as_alice: Client, attempt: Attempt) -> None:
    assert as_alice.get(ADD)["Location"] == NEW
