"""One step of a plan: how far it is, hours, money, and what is asked once it is done."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.domain.following.progress import Progress
from assessments.models import Plan
from tests import journeys, markup

pytestmark = pytest.mark.django_db
FIRST_WEEK = journeys.NOW.replace(day=9)
HOURS = {"do": "hours", "hours-day": "2026-12-08", "hours-hours": "2.5"}


@pytest.fixture
def plan(alice: User, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """A year's plan of a physician, looked at in its first week."""
    journeys.stop_clock(monkeypatch, FIRST_WEEK)
    return journeys.planned(journeys.submitted(journeys.physician(alice)))


def key(plan: Plan, place: int = 0) -> str:
    return str(plan.current.actions[place]["id"])


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


def send(client: Client, plan: Plan, action: str, do: str, **values: Any) -> Any:
    """Fill in a form of the step's page and send it."""
    filled = markup.typed(form(opened(client, plan, action), do))
    return client.post(
        address(plan, action), filled | {name.replace("__", "-"): value for name, value in values.items()}
    )


def progress(plan: Plan, action: str) -> Progress:
    return Plan.objects.whole().get(pk=plan.pk).current.following[action]


def number(plan: Plan) -> int:
    return Plan.objects.whole().get(pk=plan.pk).current.number


def test_the_page_says_everything_about_its_step(as_alice: Client, plan: Plan) -> None:
    for place, row in enumerate(plan.current.actions, 1):
        page = opened(as_alice, plan, row["id"])
        action = journeys.catalogue(plan.result.attempt).actions[row["id"]]
        assert page.one("h1").text == action["name"]
        assert page.one("p", class_="kicker").text.startswith(f"Step {place} of {len(plan.current.actions)} · ")
        facts = {fact.one("dt").text: fact.one("dd").text for fact in page.all("dl", class_="sumlist")[0].all("div")}
        assert facts["Why"]
        assert facts["When"].endswith(("week", "weeks"))
        assert all(f"from {lift['from']} to {lift['to']}" in facts["Why"] for lift in row["develops"])
        assert facts.get("What you can show afterwards", "") == action["evidence"]


def test_steps_lead_to_each_other_and_back(as_alice: Client, plan: Plan) -> None:
    links = [link["href"] for link in opened(as_alice, plan, key(plan, 1)).all("a")]
    assert {address(plan, key(plan, 0)), address(plan, key(plan, 2))} <= set(links)
    assert f"/plans/{plan.pk}/#step-{key(plan, 1)}" in links


@pytest.mark.parametrize("action", ["no-such-action", "sql-course--part-9", "own-nothing", "x" * 500])
def test_what_is_not_in_the_plan_is_missing(as_alice: Client, plan: Plan, action: str) -> None:
    assert as_alice.get(address(plan, action)).status_code == 404
    assert as_alice.post(address(plan, action), HOURS).status_code == 404


@pytest.mark.parametrize(
    ("state", "reason"),
    [("doing", ""), ("blocked", "Waits for data access"), ("done", ""), ("skipped", "Somebody else does it")],
)
def test_a_state_is_kept_with_its_reason_and_shown(as_alice: Client, plan: Plan, state: str, reason: str) -> None:
    answer = send(as_alice, plan, key(plan), "state", state__state=state, state__reason=reason)
    assert (answer.status_code, answer["Location"]) == (302, address(plan, key(plan)))
    entry = progress(plan, key(plan))
    assert (entry.state, entry.reason) == (state, reason)
    page = opened(as_alice, plan, key(plan))
    assert page.one("p", class_="tagline").text == {"doing": "Under way"}.get(state, state.capitalize())
    shown = markup.typed(form(page, "state"))
    assert (shown["state-state"], shown["state-reason"]) == ([state], [reason])
    listed = markup.read(as_alice.get(f"/plans/{plan.pk}/")).one(id=f"step-{key(plan)}")
    assert reason in listed.text


@pytest.mark.parametrize(
    ("state", "reason", "error"),
    [
        ("blocked", "", "Say in a few words what it waits for, or why you skip it"),
        ("skipped", "  ", "Say in a few words what it waits for, or why you skip it"),
        ("doing", "x" * 301, "The reason must be 300 characters or fewer"),
        ("perhaps", "", "Choose how far you are with this step"),
        ("", "", "Choose how far you are with this step"),
    ],
)
def test_a_state_that_is_not_told_well_is_asked_again(
    as_alice: Client, plan: Plan, state: str, reason: str, error: str
) -> None:
    answer = send(as_alice, plan, key(plan), "state", state__state=state, state__reason=reason)
    assert answer.status_code == 422
    page = markup.read(answer)
    link = page.one("div", class_="error-summary").one("a")
    assert link.text == error
    assert page.one(id=link["href"].removeprefix("#"))
    assert markup.typed(form(page, "state"))["state-reason"] == [reason]
    assert number(plan) == 1


def test_hours_are_logged_day_by_day_and_can_be_removed(as_alice: Client, plan: Plan) -> None:
    send(as_alice, plan, key(plan), "hours", hours__day="2026-12-08", hours__hours="2.5")
    send(as_alice, plan, key(plan), "hours", hours__day="2026-12-09", hours__hours="1")
    assert (progress(plan, key(plan)).hours, progress(plan, key(plan)).state) == (3.5, "doing")
    page = opened(as_alice, plan, key(plan))
    log = page.all("dl", class_="sumlist")[1]
    assert [(row.one("dt").text, row.all("dd")[0].text) for row in log.all("div")] == [
        ("9 December 2026", "1 hour"),
        ("8 December 2026", "2.5 hours"),
    ]
    away = log.all("form")[1]
    as_alice.post(address(plan, key(plan)), markup.typed(away))
    assert progress(plan, key(plan)).hours == 1
    assert "1 of " in markup.read(as_alice.get(f"/plans/{plan.pk}/")).all("dl", class_="strip")[0].text


@pytest.mark.parametrize("hours", ["", "0", "0.2", "24.5", "100", "-1", "1,5", "nan", "1e1", "٣", "x" * 5000])
def test_hours_that_are_none_are_asked_again(as_alice: Client, plan: Plan, hours: str) -> None:
    answer = send(as_alice, plan, key(plan), "hours", hours__hours=hours)
    assert answer.status_code == 422
    assert "Enter hours from 0.25 to 24" in markup.read(answer).one("div", class_="error-summary").text
    assert number(plan) == 1


@pytest.mark.parametrize(
    ("day", "error"),
    [
        ("", "Enter the day as"),
        ("2026-13-01", "Enter the day as"),
        ("8 December", "Enter the day as"),
        ("٢٠٢٦-١٢-٠٨", "Enter the day as"),
        ("2026-12-11", "not ahead of today"),
        ("2025-11-01", "not more than a year"),
        ("0001-01-01", "not more than a year"),
    ],
)
def test_a_day_that_cannot_be_is_asked_again(as_alice: Client, plan: Plan, day: str, error: str) -> None:
    answer = send(as_alice, plan, key(plan), "hours", hours__day=day, hours__hours="1")
    assert answer.status_code == 422
    assert error in markup.read(answer).one("div", class_="error-summary").text


def test_a_day_has_no_more_than_its_hours(as_alice: Client, plan: Plan) -> None:
    send(as_alice, plan, key(plan), "hours", hours__day="2026-12-08", hours__hours="20")
    answer = send(as_alice, plan, key(plan), "hours", hours__day="2026-12-08", hours__hours="4.25")
    assert answer.status_code == 422
    said = markup.read(answer).one("div", class_="error-summary").text
    assert "A day has 24 hours, and 20 are logged for this one already" in said
    assert send(as_alice, plan, key(plan), "hours", hours__day="2026-12-08", hours__hours="4").status_code == 302
    assert progress(plan, key(plan)).hours == 24


def test_an_entry_that_is_gone_or_never_was_takes_nothing_away(as_alice: Client, plan: Plan) -> None:
    as_alice.post(address(plan, key(plan)), HOURS)
    for day, hours in (("2026-12-08", "3"), ("2026-12-07", "2.5"), ("x", "2.5"), ("2026-12-08", "nan"), ("", "")):
        answer = as_alice.post(address(plan, key(plan)), {"do": "forget", "day": day, "hours": hours})
        assert answer.status_code == 302
    assert (progress(plan, key(plan)).hours, number(plan)) == (2.5, 2)


@pytest.mark.parametrize(("sent", "kept"), [("450", 450), ("$1,250", 1250), ("0", 0), ("", None)])
def test_money_spent_is_kept(as_alice: Client, plan: Plan, sent: str, kept: int | None) -> None:
    as_alice.post(address(plan, key(plan)), HOURS)
    assert send(as_alice, plan, key(plan), "spent", spent__spent=sent).status_code == 302
    assert progress(plan, key(plan)).spent_usd == kept
    shown = markup.typed(form(opened(as_alice, plan, key(plan)), "spent"))["spent-spent"]
    assert shown == ["" if kept is None else f"{kept:,}"]


@pytest.mark.parametrize("sent", ["-1", "1.5", "10,000,001", "much", "١", "9" * 5000])
def test_money_that_is_none_is_asked_again(as_alice: Client, plan: Plan, sent: str) -> None:
    answer = send(as_alice, plan, key(plan), "spent", spent__spent=sent)
    assert answer.status_code == 422
    assert markup.typed(form(markup.read(answer), "spent"))["spent-spent"] == [sent]


def test_a_step_that_is_done_asks_for_evidence_and_offers_its_skills_again(as_alice: Client, plan: Plan) -> None:
    row = next(row for row in plan.current.actions if row["develops"])
    path = f"/evidence/new/?plan={plan.pk}&action={row['id']}"
    again = {f"/plans/{plan.pk}/skills/{lift['skill']}/?action={row['id']}" for lift in row["develops"]}
    assert opened(as_alice, plan, row["id"]).all("section", aria_labelledby="after") == []
    send(as_alice, plan, row["id"], "state", state__state="done")
    links = {
        link["href"] for link in opened(as_alice, plan, row["id"]).one("section", aria_labelledby="after").all("a")
    }
    assert links == {path, *again}
    assert {as_alice.get(link).status_code for link in links} == {200}


def test_each_change_can_be_undone_from_the_page_of_its_step(as_alice: Client, plan: Plan) -> None:
    send(as_alice, plan, key(plan), "state", state__state="doing")
    undo = opened(as_alice, plan, key(plan)).one("form", class_="undo")
    answer = as_alice.post(undo["action"], markup.typed(undo))
    assert answer["Location"] == address(plan, key(plan))
    assert Plan.objects.whole().get(pk=plan.pk).current.progress == {}


def test_a_form_sent_twice_logs_its_hours_once(as_alice: Client, plan: Plan) -> None:
    filled = markup.typed(form(opened(as_alice, plan, key(plan)), "hours")) | {"hours-hours": "2"}
    for _ in range(2):
        assert as_alice.post(address(plan, key(plan)), filled).status_code == 302
    assert progress(plan, key(plan)).hours == 2


def test_what_was_not_changed_is_said(as_alice: Client, plan: Plan) -> None:
    answer = as_alice.post(address(plan, key(plan)), {"do": "state", "state-state": "not started"}, follow=True)
    assert markup.read(answer).one("div", class_="banner").text == "Nothing was changed: it stands like that already."
    assert number(plan) == 1


@pytest.mark.parametrize("do", ["", "explode", "\0", "x" * 5000])
def test_an_unknown_wish_changes_nothing(as_alice: Client, plan: Plan, do: str) -> None:
    assert as_alice.post(address(plan, key(plan)), {"do": do}).status_code == 422
    assert number(plan) == 1


def test_two_pages_that_change_the_same_step_see_both_versions(as_alice: Client, plan: Plan) -> None:
    old = markup.typed(form(opened(as_alice, plan, key(plan)), "state"))
    send(as_alice, plan, key(plan), "state", state__state="doing")
    late = old | {"state-state": ["blocked"], "state-reason": ["Waits for <b>access</b>"]}
    answer = as_alice.post(address(plan, key(plan)), late)
    assert answer.status_code == 409
    page = markup.read(answer)
    sent = [entry.text for entry in page.one("section", aria_labelledby="sent").all("dd")]
    assert sent == ["Blocked", "Waits for <b>access</b>"]
    again = page.one("main").one("form")
    assert as_alice.post(again["action"], markup.typed(again)).status_code == 302
    assert (progress(plan, key(plan)).state, progress(plan, key(plan)).reason) == ("blocked", "Waits for <b>access</b>")
