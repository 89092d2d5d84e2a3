"""A plan that is followed: undoing, changes that came too late, and how it reads once it is over."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments import snapshots
from assessments.models import Plan, Revision
from tests import journeys, markup

pytestmark = pytest.mark.django_db
FIRST_WEEK = journeys.NOW.replace(day=9)
HOURS = {"do": "hours", "hours-day": "2026-12-08", "hours-hours": "2"}


@pytest.fixture
def plan(alice: User, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """A year's plan of a physician, looked at in its first week."""
    journeys.stop_clock(monkeypatch, FIRST_WEEK)
    return journeys.planned(journeys.submitted(journeys.physician(alice)))


def opened(client: Client, plan: Plan) -> markup.Element:
    answer = client.get(f"/plans/{plan.pk}/")
    assert answer.status_code == 200
    return markup.read(answer)


def keys(plan: Plan) -> list[str]:
    return [row["id"] for row in plan.current.actions]


def current(plan: Plan) -> Revision:
    return Plan.objects.whole().get(pk=plan.pk).current


def tick(client: Client, plan: Plan, *actions: str) -> None:
    assert client.post(f"/plans/{plan.pk}/progress/", {"done": actions}).status_code == 302


def log(client: Client, plan: Plan, action: str) -> None:
    assert client.post(f"/plans/{plan.pk}/steps/{action}/", HOURS).status_code == 302


def name(plan: Plan, action: str) -> str:
    return str(journeys.catalogue(plan.result.attempt).actions[action]["name"])


def test_what_came_too_late_can_be_sent_again_on_top_of_what_stands(as_alice: Client, plan: Plan) -> None:
    first = keys(plan)[0]
    week = opened(as_alice, plan).one("section", aria_labelledby="this-week").one("form")
    log(as_alice, plan, first)
    answer = as_alice.post(week["action"], markup.typed(week) | {"done": [first]})
    assert answer.status_code == 409
    page = markup.read(answer)
    assert "2 hours logged" in page.one("main").text
    again = page.one("main").one("form")
    assert as_alice.post(again["action"], markup.typed(again)).status_code == 302
    assert (current(plan).done, current(plan).following[first].hours) == ({first}, 2)


def test_undoing_takes_back_one_change_after_another(as_alice: Client, plan: Plan) -> None:
    first = keys(plan)[0]
    assert opened(as_alice, plan).all("form", class_="undo") == []
    log(as_alice, plan, first)
    tick(as_alice, plan, first)
    for words in (f"“{name(plan, first)}” done", f"Logged 2 hours on “{name(plan, first)}”"):
        form = opened(as_alice, plan).one("form", class_="undo")
        assert form.one("button").text == f"Undo: {words}"
        page = markup.read(as_alice.post(form["action"], markup.typed(form), follow=True))
        assert page.one("div", class_="banner").text == f"Undid: {words}."
    assert current(plan).progress == {}
    assert opened(as_alice, plan).all("form", class_="undo") == []


def test_an_undo_that_is_sent_twice_takes_back_one_change(as_alice: Client, plan: Plan) -> None:
    first, second, *_ = keys(plan)
    tick(as_alice, plan, first)
    tick(as_alice, plan, second)
    form = opened(as_alice, plan).one("form", class_="undo")
    for _ in range(2):
        as_alice.post(form["action"], markup.typed(form))
    assert current(plan).done == {first}


def test_undoing_what_another_page_followed_up_is_refused(as_alice: Client, plan: Plan) -> None:
    first, second, *_ = keys(plan)
    tick(as_alice, plan, first)
    form = opened(as_alice, plan).one("form", class_="undo")
    tick(as_alice, plan, second)
    answer = as_alice.post(form["action"], markup.typed(form))
    assert answer.status_code == 409
    assert markup.read(answer).one("main").all("form") == []
    assert current(plan).done == {first, second}


def test_undoing_with_nothing_to_undo_changes_nothing(as_alice: Client, plan: Plan) -> None:
    assert as_alice.get(f"/plans/{plan.pk}/undo/")["Location"] == f"/plans/{plan.pk}/"
    page = markup.read(as_alice.post(f"/plans/{plan.pk}/undo/", follow=True))
    assert page.one("div", class_="banner").text == "There is no change to undo."
    assert current(plan).number == 1


def test_a_target_date_that_has_passed_is_said_with_what_is_open(
    as_alice: Client, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    tick(as_alice, plan, *keys(plan)[1:])
    journeys.stop_clock(monkeypatch, journeys.NOW.replace(year=2028))
    as_alice.force_login(plan.user)
    said = "The target date, 31 December 2027, has passed. One step is still open."
    assert said in opened(as_alice, plan).one(id="progress").text


def test_a_plan_in_which_all_is_done_says_so(as_alice: Client, plan: Plan) -> None:
    tick(as_alice, plan, *keys(plan))
    page = opened(as_alice, plan)
    assert page.one("h1").text == f"All {len(keys(plan))} steps are done"
    assert page.all("dl", class_="strip")[0].all("dd")[0].text == "Done"


def test_a_plan_in_which_nothing_fits_still_leads_on(as_alice: Client, plan: Plan) -> None:
    empty = journeys.planned(
        plan.result.attempt, hours_per_week=0.5, budget_usd=0, target=FIRST_WEEK.date().replace(day=20)
    )
    assert empty.current.actions == []
    page = opened(as_alice, empty)
    assert page.one("h1").text == "No step fits these limits"
    assert page.all("table", class_="gantt") == []
    assert f"/plans/{empty.pk}/revise/" in {link["href"] for link in page.all("a")}


def test_a_step_that_the_catalogue_no_longer_has_is_marked_and_stays(
    as_alice: Client, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, *_ = keys(plan)
    document = snapshots.catalogue(plan.current.schedule.version_id)
    actions = [row for row in document["actions"]["actions"] if row["id"] != first]
    live = {**document, "actions": {**document["actions"], "actions": actions}}
    for module in ("plans", "steps"):
        monkeypatch.setattr(f"assessments.views.{module}.live_catalogue", lambda _plan: live)
    page = opened(as_alice, plan)
    assert page.one(id=f"step-{first}").one("p", class_="tagline").text == "Retired"
    assert page.one(id=f"step-{second}").all("p", class_="tagline") == []
    step = markup.read(as_alice.get(f"/plans/{plan.pk}/steps/{first}/"))
    assert "Retired" in step.one("p", class_="tagline").text
