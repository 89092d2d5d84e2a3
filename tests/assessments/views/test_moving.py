"""Moving a step on its page: alone where it fits, with the law that is in the way where not, and around it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.domain.following.placing import faults, open_mondays
from assessments.models import Calculation, Plan
from assessments.services import placing
from tests import journeys, markup

pytestmark = pytest.mark.django_db
FIRST_WEEK = journeys.NOW.replace(day=9)
TODAY = FIRST_WEEK.date()


@pytest.fixture
def plan(alice: User, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """A year's plan of a physician, looked at in its first week."""
    journeys.stop_clock(monkeypatch, FIRST_WEEK)
    return journeys.planned(journeys.submitted(journeys.physician(alice)))


def address(plan: Plan, action: str) -> str:
    return f"/plans/{plan.pk}/steps/{action}/"


def opened(client: Client, plan: Plan, action: str) -> markup.Element:
    answer = client.get(address(plan, action))
    assert answer.status_code == 200
    return markup.read(answer)


def form(page: markup.Element, do: str) -> markup.Element:
    """The form of the page that does that."""
    found = [form for form in page.all("form") if markup.typed(form).get("do") == [do]]
    assert len(found) == 1, do
    return found[0]


def send(client: Client, plan: Plan, action: str, do: str, **values: str) -> Any:
    filled = markup.typed(form(opened(client, plan, action), do))
    typed = {name.replace("__", "-"): value for name, value in values.items()}
    return client.post(address(plan, action), filled | typed)


def places(plan: Plan) -> list[tuple[str, date, tuple[Any, ...]]]:
    """Every move of every step to another open week, with the laws that it would break."""
    schedule = placing.schedule_of(plan)
    mondays = open_mondays(schedule.situation, TODAY)
    return [
        (row["id"], monday, faults(schedule, row["id"], monday, TODAY))
        for row in plan.current.actions
        for monday in mondays
        if monday.isoformat() != row["start"]
    ]


def fitting(plan: Plan) -> tuple[str, date]:
    return next((action, monday) for action, monday, found in places(plan) if not found)


def refused(plan: Plan, *, can_replan: bool) -> tuple[str, date]:
    return next(
        (action, monday)
        for action, monday, found in places(plan)
        if found and all(fault.can_replan for fault in found) == can_replan
    )


def current(plan: Plan) -> Any:
    return Plan.objects.whole().get(pk=plan.pk).current


def start(plan: Plan, action: str) -> str:
    return str(next(row["start"] for row in current(plan).actions if row["id"] == action))


def test_the_list_of_weeks_holds_the_present_one_and_only_open_ones(as_alice: Client, plan: Plan) -> None:
    action = plan.current.actions[-1]["id"]
    chosen = form(opened(as_alice, plan, action), "move").one("select")
    values = [option["value"] for option in chosen.all("option")]
    assert markup.typed(chosen.parent or chosen)["move-start"] == [start(plan, action)]
    assert "2027-07-05" not in values
    assert values == sorted(values)
    assert values[0] == "2026-12-07"
    assert {date.fromisoformat(value).weekday() for value in values} == {0}


def test_a_step_that_fits_elsewhere_is_moved_marked_and_can_be_let_go_of(as_alice: Client, plan: Plan) -> None:
    action, monday = fitting(plan)
    answer = send(as_alice, plan, action, "move", move__start=monday.isoformat())
    assert (answer.status_code, answer["Location"]) == (302, address(plan, action))
    assert start(plan, action) == monday.isoformat()
    page = opened(as_alice, plan, action)
    assert "Moved by you" in page.one("p", class_="tagline").text
    assert "Moved by you" in markup.read(as_alice.get(f"/plans/{plan.pk}/")).one(id=f"step-{action}").text
    send(as_alice, plan, action, "release")
    assert "Moved by you" not in opened(as_alice, plan, action).text
    assert start(plan, action) == monday.isoformat()


def test_a_move_that_breaks_a_law_says_which_and_keeps_the_choice(as_alice: Client, plan: Plan) -> None:
    action, monday = refused(plan, can_replan=True)
    answer = send(as_alice, plan, action, "move", move__start=monday.isoformat())
    assert answer.status_code == 422
    page = markup.read(answer)
    said = page.one("div", class_="nofit")
    assert len(said.all("p")) >= 2
    assert markup.typed(form(page, "move"))["move-start"] == [monday.isoformat()]
    assert current(plan).number == 1
    around = said.one("form")
    answer = as_alice.post(around["action"], markup.typed(around))
    asked = Calculation.objects.get(purpose="revise")
    assert (answer.status_code, answer["Location"]) == (302, asked.get_absolute_url())
    (kept,) = asked.request["kept"]
    assert (kept["id"], kept["start"]) == (action, monday.isoformat())
    assert current(plan).number == 1


def test_where_planning_again_would_not_help_it_is_not_offered(as_alice: Client, plan: Plan) -> None:
    action, monday = refused(plan, can_replan=False)
    page = markup.read(send(as_alice, plan, action, "move", move__start=monday.isoformat()))
    said = page.one("div", class_="nofit")
    assert "would not help" in said.text
    assert said.all("form") == []


@pytest.mark.parametrize("do", ["move", "around"])
@pytest.mark.parametrize(
    "start", ["", "x", "2026-12-08", "2027-07-05", "2026-11-30", "2028-01-03", "9999-99-99", "\0", "x" * 5000]
)
def test_a_week_that_cannot_be_chosen_is_asked_again(as_alice: Client, plan: Plan, start: str, do: str) -> None:
    action = plan.current.actions[0]["id"]
    answer = as_alice.post(address(plan, action), {"do": do, "move-start": start})
    assert answer.status_code == 422
    assert markup.read(answer).one("div", class_="error-summary").one("a")["href"] == "#id_move-start"
    assert (current(plan).number, Calculation.objects.count()) == (1, 0)


def test_a_move_to_where_the_step_is_changes_nothing(as_alice: Client, plan: Plan) -> None:
    action = plan.current.actions[0]["id"]
    page = as_alice.post(address(plan, action), {"do": "move", "move-start": start(plan, action)}, follow=True)
    assert markup.read(page).one("div", class_="banner").text == "The step is in that week already."
    assert current(plan).number == 1


@pytest.mark.parametrize("state", ["doing", "done", "skipped"])
def test_what_has_begun_or_is_settled_offers_no_other_week(as_alice: Client, plan: Plan, state: str) -> None:
    action, monday = fitting(plan)
    as_alice.post(address(plan, action), {"do": "state", "state-state": state, "state-reason": "Because"})
    offered = {do for found in opened(as_alice, plan, action).all("form") for do in markup.typed(found).get("do", [])}
    assert offered == {"state", "hours", "spent"}
    before = current(plan).number
    for sent in ({"do": "move", "move-start": monday.isoformat()}, {"do": "split", "split-share": "0.5"}):
        answer = as_alice.post(address(plan, action), sent, follow=True)
        assert "Work on this step has begun" in markup.read(answer).one("div", class_="banner").text
    assert (current(plan).number, Calculation.objects.count()) == (before, 0)


def test_splitting_and_pinning_ask_for_a_new_plan(as_alice: Client, plan: Plan) -> None:
    action = plan.current.actions[0]["id"]
    for do, values in (("split", {"split__share": "0.25"}), ("pin", {})):
        answer = send(as_alice, plan, action, do, **values)
        asked = Calculation.objects.latest("created_at", "pk") if do == "split" else None
        assert answer.status_code == 302
        assert answer["Location"].startswith("/plans/calculations/")
        if asked:
            assert asked.request["situation"]["extras"]["splits"] == {action: 0.25}
    pinned = [entry.request["situation"]["pinned"] for entry in Calculation.objects.all()]
    assert sorted(pinned) == sorted([[action], [f"{action}--part-2"]])
    assert current(plan).number == 1


@pytest.mark.parametrize("share", ["", "0", "1", "0.1", "nan", "x"])
def test_a_share_that_is_none_is_asked_again(as_alice: Client, plan: Plan, share: str) -> None:
    action = plan.current.actions[0]["id"]
    assert as_alice.post(address(plan, action), {"do": "split", "split-share": share}).status_code == 422
    assert Calculation.objects.count() == 0


@pytest.mark.parametrize(("do", "said"), [("join", "not a part of another one"), ("remove", "cannot be removed")])
def test_what_does_not_apply_to_a_step_is_said(as_alice: Client, plan: Plan, do: str, said: str) -> None:
    answer = as_alice.post(address(plan, plan.current.actions[0]["id"]), {"do": do}, follow=True)
    assert said in markup.read(answer).one("div", class_="banner").text
    assert Calculation.objects.count() == 0


def test_who_asks_for_too_much_is_told_to_wait(as_alice: Client, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assessments.services.calculations.MOST_OPEN", 0)
    answer = as_alice.post(address(plan, plan.current.actions[0]["id"]), {"do": "pin"}, follow=True)
    assert "still being worked out" in markup.read(answer).one("div", class_="banner").text


def test_a_move_from_an_older_page_shows_both_versions(as_alice: Client, plan: Plan) -> None:
    action, monday = fitting(plan)
    old = markup.typed(form(opened(as_alice, plan, action), "move")) | {"move-start": [monday.isoformat()]}
    other = next(row["id"] for row in plan.current.actions if row["id"] != action)
    as_alice.post(address(plan, other), {"do": "state", "state-state": "doing"})
    answer = as_alice.post(address(plan, action), old)
    assert answer.status_code == 409
    assert monday.isoformat() in markup.read(answer).one("section", aria_labelledby="sent").text
    again = markup.read(answer).one("main").one("form")
    as_alice.post(again["action"], markup.typed(again))
    assert start(plan, action) == monday.isoformat()


def test_a_step_that_left_the_plan_meanwhile_shows_both_versions(as_alice: Client, plan: Plan) -> None:
    action, monday = fitting(plan)
    old = markup.typed(form(opened(as_alice, plan, action), "move")) | {"move-start": [monday.isoformat()]}
    whole = Plan.objects.whole().get(pk=plan.pk)
    schedule = whole.current.schedule
    schedule.pk = None
    schedule.document = {
        **schedule.document,
        "actions": [row for row in schedule.document["actions"] if row["id"] != action],
    }
    schedule.save(force_insert=True)
    revision = whole.current
    revision.pk, revision.number, revision.schedule, revision.before = None, 2, schedule, 1
    revision.key = whole.page_key
    revision.created_at += timedelta(minutes=1)
    revision.save(force_insert=True)
    Plan.objects.filter(pk=plan.pk).update(current_revision=revision)
    answer = as_alice.post(address(plan, action), old)
    assert answer.status_code == 409
    page = markup.read(answer).one("main")
    assert "Not in the plan" in page.text
    assert page.all("form") == []
    assert as_alice.get(address(plan, action)).status_code == 404
