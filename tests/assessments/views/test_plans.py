"""A saved plan: its page, the list of all, and ticks that are kept."""

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Plan, Revision
from tests import journeys, markup

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
FIRST_WEEK = journeys.NOW.replace(day=9)


@pytest.fixture
def plan(alice: User, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """A year's plan of a physician, looked at in its first week."""
    journeys.stop_clock(monkeypatch, FIRST_WEEK)
    return journeys.planned(journeys.submitted(journeys.physician(alice)))


def opened(client: Client, path: str) -> markup.Element:
    answer = client.get(path)
    assert answer.status_code == 200
    return markup.read(answer)


def money(text: str) -> list[int]:
    return [int(found.replace(",", "")) for found in re.findall(r"\$([\d,]+)", text)]


def steps(page: markup.Element) -> list[markup.Element]:
    """The steps in the order of their numbers; the page has them by the field that they develop."""
    found = [step for part in page.all("ol", class_="acts") for step in part.all("li")]
    return sorted(found, key=lambda step: int(step.one("h4").text.split(".")[0]))


def would(row: dict[str, Any]) -> list[tuple[str, Any]]:
    """What would close a gap, by the name of the limit."""
    return list((row["would_need"] or {}).items())


def this_week(page: markup.Element) -> markup.Element:
    return page.one("section", aria_labelledby="this-week").one("form")


def progress(plan: Plan) -> str:
    return f"/plans/{plan.pk}/progress/"


def current(plan: Plan) -> Revision:
    return Plan.objects.whole().get(pk=plan.pk).current


def ticked(plan: Plan) -> set[str]:
    return current(plan).done


def test_the_page_shows_every_step_with_dates_hours_money_and_reason(as_alice: Client, plan: Plan) -> None:
    page, rows = opened(as_alice, f"/plans/{plan.pk}/"), plan.current.actions
    assert len(rows) >= 3
    for number, (row, step) in enumerate(zip(rows, steps(page), strict=True), 1):
        action, facts = journeys.catalogue(plan.result.attempt).actions[row["id"]], step.one("dl")
        when, effort, cost = (entry.text for entry in facts.all("dd"))
        assert step.one("h4").text == f"{number}. {action['name']}"
        assert step["id"] == f"step-{row['id']}"
        assert str(date.fromisoformat(row["end"]).year) in when
        assert float(effort.split()[0].strip(",").replace(",", "")) == pytest.approx(row["hours"], abs=0.05)
        assert money(cost) == ([row["cost_max_usd"]] if row["cost_max_usd"] else [])
        why, folded = step.one("p", class_="why").text, step.one("details").text
        assert row["why"].startswith(why)
        assert row["why"].removeprefix(why).split(" To arrange: ")[0].strip() in folded
        assert step.one("h4").one("a")["href"] == f"/plans/{plan.pk}/steps/{row['id']}/"


def test_the_figures_above_are_the_sums_of_the_steps_below(as_alice: Client, plan: Plan) -> None:
    page, rows = opened(as_alice, f"/plans/{plan.pk}/"), plan.current.actions
    work, spent, _ = (entry.text for entry in page.all("dl", class_="strip")[0].all("dd", class_="big"))
    assert money(spent) == [0, 3000]
    assert work.startswith("0 of ")
    actions = journeys.catalogue(plan.result.attempt).actions
    own = sum(row["hours"] for row in rows if not actions[row["id"]]["paid_time"])
    assert 0 < own < sum(row["hours"] for row in rows)
    assert float(re.findall(r"[\d.]+", work)[1]) == pytest.approx(own, abs=0.05)
    assert money(page.one("p", class_="lede").text) == [3000]


def test_the_timeline_is_a_table_of_the_same_steps(as_alice: Client, plan: Plan) -> None:
    page = opened(as_alice, f"/plans/{plan.pk}/")
    table = page.one("table", class_="gantt")
    links = {link["href"]: link.text for link in table.all("a")}
    assert links == {step.one("h4").one("a")["href"]: step.one("h4").text for step in steps(page)}
    assert all(row[0] for row in table.rows)
    milestones = page.one("ol", class_="mslist").all("li")
    assert milestones[-1].text.startswith("Last step ends")
    assert f"{len(milestones)} to reach" in table.rows[0][-1]


def test_what_stays_open_is_named_with_its_points_and_what_binds(as_alice: Client, plan: Plan) -> None:
    page, document = opened(as_alice, f"/plans/{plan.pk}/"), plan.current.document
    entries = page.one("section", aria_labelledby="open").all("li")
    names = journeys.catalogue(plan.result.attempt).skills
    for row, entry in zip(document["unmet"], entries, strict=True):
        assert entry.one("h3").text.startswith(names[row["skill"]]["name"])
        points = entry.one("h3").one("span", class_="meta").text.removesuffix(" points")
        assert float(points) == pytest.approx(row["points"], abs=0.0501)
        assert len(entry.all("p")[0].text) > 10
        ways = [markup.typed(form) for form in entry.all("form")]
        needed = [(name, f"{value:g}" if name == "hours_per_week" else str(value)) for name, value in would(row)]
        # PostgreSQL keeps the keys of JSON in an order of its own.
        offered = [(name, way[name][0]) for way in ways for name, _ in needed if name in way]
        assert (len(ways), sorted(offered)) == (len(needed), sorted(needed))
    gates = page.one("section", aria_labelledby="gates").text
    assert "Board" in gates or "board" in gates


def test_the_page_leads_to_what_can_be_done_with_the_plan(as_alice: Client, plan: Plan) -> None:
    links = {link["href"] for link in opened(as_alice, f"/plans/{plan.pk}/").all("a")}
    attempt, ways = plan.result.attempt, ("revise/", "revise/?step=2", "revisions/", "calendar/", "share/")
    assert links >= {f"/plans/{plan.pk}/{way}" for way in ways} | {f"/plans/{plan.pk}.pdf"}
    assert links >= {journeys.address(attempt, "result/"), f"/plans/new/?attempt={attempt.pk}"}


def test_a_tick_is_kept_and_can_be_taken_back(as_alice: Client, plan: Plan) -> None:
    path, first = f"/plans/{plan.pk}/", plan.current.actions[0]["id"]
    form = this_week(opened(as_alice, path))
    assert form["action"] == form["hx-post"] == progress(plan)
    answer = as_alice.post(progress(plan), {"done": [first]})
    assert (answer.status_code, answer["Location"]) == (302, f"{path}#this-week")
    page = opened(as_alice, path)
    assert "checked" in page.one("input", name="done", value=first)
    assert page.one(id=f"step-{first}").one("div", class_="go").one("span", class_="tag").text == "Done"
    assert current(plan).following[first].ended == FIRST_WEEK.date()
    sent = markup.typed(this_week(page))
    assert sent["before"] == sent["done"] == [first]
    as_alice.post(progress(plan), {"before": [first]})
    assert ticked(plan) == set()


def test_the_part_that_htmx_swaps_in_is_the_one_of_a_fresh_page(as_alice: Client, plan: Plan) -> None:
    first = plan.current.actions[0]["id"]
    form = this_week(opened(as_alice, f"/plans/{plan.pk}/"))
    assert (form["hx-target"], form["hx-select"]) == ("#progress", "#progress")
    answer = as_alice.post(progress(plan), {"done": [first]}, headers=HTMX, follow=True)
    swapped, fresh = markup.read(answer).one(id="progress"), opened(as_alice, f"/plans/{plan.pk}/").one(id="progress")
    assert swapped.text == fresh.text
    assert len(steps(swapped)) == len(plan.current.actions)
    assert "checked" in swapped.one("input", name="done", value=first)


def test_a_step_can_be_ticked_in_the_list_of_all_steps(as_alice: Client, plan: Plan) -> None:
    last = plan.current.actions[-1]["id"]
    for words, place in (("Mark as done", {last}), ("Not done yet", set())):
        form = opened(as_alice, f"/plans/{plan.pk}/").one(id=f"step-{last}").one("form")
        assert form.one("button").text.startswith(words)
        answer = as_alice.post(form["action"], markup.typed(form))
        assert answer["Location"] == f"/plans/{plan.pk}/#step-{last}"
        assert ticked(plan) == place


def test_whoever_had_to_sign_in_before_a_tick_arrives_at_the_plan(client: Client, plan: Plan) -> None:
    first = plan.current.actions[0]["id"]
    asked = client.post(progress(plan), {"done": [first]})
    client.force_login(plan.user)
    answer = client.get(asked["Location"].split("next=")[1], follow=True)
    assert steps(markup.read(answer))
    assert ticked(plan) == set()


def test_a_list_left_open_in_another_tab_undoes_nothing(as_alice: Client, plan: Plan) -> None:
    first, second, *_ = (row["id"] for row in plan.current.actions)
    as_alice.post(progress(plan), {"done": [first]})
    as_alice.post(progress(plan), {"done": [second]})
    assert ticked(plan) == {first, second}
    as_alice.post(progress(plan), {"before": [first], "done": [first]})
    assert current(plan).number == 3


def test_a_step_that_another_page_changed_is_shown_as_both_have_it(as_alice: Client, plan: Plan) -> None:
    first, second, *_ = (row["id"] for row in plan.current.actions)
    old = markup.typed(this_week(opened(as_alice, f"/plans/{plan.pk}/")))
    as_alice.post(progress(plan), {"done": [first]})
    assert as_alice.post(progress(plan), old | {"done": [second]}).status_code == 302
    answer = as_alice.post(progress(plan), old | {"done": [first, second]})
    assert answer.status_code == 409
    page = markup.read(answer)
    sent, versions, *differences = page.all("dl", class_="sumlist")
    actions = journeys.catalogue(plan.result.attempt).actions
    names = sorted(actions[action]["name"] for action in (first, second))
    assert sorted(entry.text for entry in sent.all("dd")) == names
    shown = [entry.text for entry in versions.all("dd")]
    assert "Revision 1, " in shown[0]
    assert "Revision 3, " in shown[1]
    assert sorted(entry.text for entry in page.all("h3")) == names
    for each in differences:
        was, now = (entry.text.split(",")[0] for entry in each.all("dd"))
        assert (was, now) == ("Not started", "Done")
    assert (current(plan).number, ticked(plan)) == (3, {first, second})


def test_a_form_that_is_sent_twice_changes_the_plan_once(as_alice: Client, plan: Plan) -> None:
    first = plan.current.actions[0]["id"]
    form = opened(as_alice, f"/plans/{plan.pk}/").one(id=f"step-{first}").one("form")
    for _ in range(2):
        assert as_alice.post(form["action"], markup.typed(form)).status_code == 302
    assert (current(plan).number, ticked(plan)) == (2, {first})


@pytest.mark.parametrize("seen", ["", "0", "-1", "99", "1.5", "1" * 5000, "x", "\0", "١"])
@pytest.mark.parametrize("page", ["", "no-key", "\0", "x" * 5000, "00000000-0000-0000-0000-000000000000"])
def test_nothing_that_is_sent_along_breaks_the_page(as_alice: Client, plan: Plan, seen: str, page: str) -> None:
    first = plan.current.actions[0]["id"]
    answer = as_alice.post(progress(plan), {"done": [first], "seen": seen, "page": page})
    assert answer.status_code in {302, 409}
    assert ticked(plan) == ({first} if answer.status_code == 302 else set())


@pytest.mark.parametrize("action", ["no-such-action", "sql-course", "a\0b", "x" * 100_000, ""])
def test_only_steps_of_the_plan_can_be_ticked(as_alice: Client, plan: Plan, action: str) -> None:
    assert as_alice.post(progress(plan), {"done": [action], "before": [action]}).status_code == 302
    assert ticked(plan) == set()


def test_a_step_that_is_over_and_not_ticked_is_late(
    as_alice: Client, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = plan.current.actions[0]
    journeys.stop_clock(monkeypatch, datetime.fromisoformat(f"{first['end']}T12:00Z") + timedelta(days=8))
    as_alice.force_login(plan.user)
    page = opened(as_alice, f"/plans/{plan.pk}/")
    assert page.one(id=f"step-{first['id']}").one("div", class_="go").one("span", class_="tag").text == "Late"
    assert "Late" in this_week(page).all("li")[0].text
    assert "late" in opened(as_alice, "/plans/").one("li", class_="planrow").one("span", class_="tag").text.lower()


def test_the_list_shows_every_plan_the_newest_first(as_alice: Client, plan: Plan) -> None:
    newer = journeys.planned(plan.result.attempt, at=journeys.NOW + timedelta(hours=1), hours_per_week=1.0)
    page = opened(as_alice, "/plans/")
    rows = page.all("li", class_="planrow")
    assert [row.one("h2").one("a")["href"] for row in rows] == [f"/plans/{newer.pk}/", f"/plans/{plan.pk}/"]
    assert [money(row.all("p")[0].text) for row in rows] == [[3000], [3000]]
    assert [row.one("span", class_="tag").text for row in rows] == ["On track", "On track"]
    assert page.one("h1").text.startswith("Two plans")
    detail = opened(as_alice, f"/plans/{plan.pk}/").all("dl", class_="strip")[0].all("dd", class_="big")
    assert rows[1].all("p", class_="big")[0].text == detail[0].text


@pytest.mark.parametrize(("has_result", "button"), [(False, "/assessments/"), (True, "/plans/new/")])
def test_without_a_plan_the_list_leads_to_what_makes_one(
    as_alice: Client, alice: User, charlie: User, has_result: bool, button: str
) -> None:
    journeys.planned(journeys.submitted(charlie))
    if has_result:
        journeys.submitted(alice)
    page = opened(as_alice, "/plans/")
    assert page.one("h1").text == "No plans yet"
    assert page.one("a", class_="btn")["href"] == button
    assert page.all("li", class_="planrow") == []
