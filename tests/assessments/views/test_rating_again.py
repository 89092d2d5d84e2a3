"""A skill of a plan is rated again on one page: five statements, never the target, saved once, told what it changed."""

import re
from copy import deepcopy
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.forms.answers import CHOOSE_STATEMENT
from assessments.models import Plan, Rerating, Result, Schedule
from careers.models import InstrumentVersion
from tests import journeys, markup
from tests.assessments.runs import tick
from tests.full_account import with_evidence

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
SKILL = "cds"
FRESH = re.compile(rb'name="(csrfmiddlewaretoken|key|owner)" value="[\w:-]+"')


@pytest.fixture
def plan(alice: User, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """A plan of which the first action is done."""
    journeys.stop_clock(monkeypatch, journeys.NOW)
    plan = journeys.planned(journeys.submitted(journeys.physician(alice)))
    journeys.stop_clock(monkeypatch, journeys.NOW.replace(day=9))
    return tick(plan, plan.current.actions[0]["id"], at=journeys.NOW.replace(day=9))


def address(plan: Plan, skill: str = SKILL, action: str = "") -> str:
    return f"/plans/{plan.pk}/skills/{skill}/" + (f"?action={action}" if action else "")


def opened(client: Client, path: str) -> markup.Element:
    answer = client.get(path)
    assert answer.status_code == 200
    return markup.read(answer)


def form(page: markup.Element) -> dict[str, Any]:
    """What the page's form sends, with its first button."""
    return markup.typed(page.one("form", class_="q")) | {"go": "1"}


def kept() -> list[tuple[str, int, bool]]:
    return list(Rerating.objects.values_list("skill", "level", "low_confidence"))


def test_it_asks_as_the_assessment_does(as_alice: Client, plan: Plan) -> None:
    page, rows = opened(as_alice, address(plan)), journeys.catalogue(plan.result.attempt)
    assert page.one("legend").one("h1").text == rows.skills[SKILL]["name"]
    offered = [label.one("span", class_="txt").text for label in page.all("label", class_="level")]
    assert offered == [*(rows.anchor(SKILL, level) for level in range(1, 6)), rows.anchor(SKILL, 0)]
    assert [radio["value"] for radio in page.all("input", name="level")] == ["1", "2", "3", "4", "5", "0"]
    assert not any("checked" in control for control in page.all("input"))


def test_after_a_finished_step_it_says_why_it_is_asked_and_leads_back_there(as_alice: Client, plan: Plan) -> None:
    done, still_open, *_ = (row["id"] for row in plan.current.actions)
    names = journeys.catalogue(plan.result.attempt).actions
    page = opened(as_alice, address(plan, action=done))
    assert f"You finished “{names[done]['name']}”." in page.one("div", class_="qprog").text
    assert page.one("a", class_="back")["href"].startswith(f"/plans/{plan.pk}/")
    assert done in page.one("a", class_="back")["href"]
    assert done in as_alice.post(address(plan), form(page) | {"level": "3"})["Location"]
    for other in (still_open, "no-such-action", "x" * 9000):
        assert "You finished" not in opened(as_alice, address(plan, action=other)).text


def test_saving_says_what_changed_and_leaves_the_result(as_alice: Client, plan: Plan) -> None:
    before = Result.objects.values_list("document", flat=True)[0]
    answer = as_alice.post(address(plan), form(opened(as_alice, address(plan))) | {"level": "5"}, follow=True)
    assert kept() == [(SKILL, 5, False)]
    told = markup.read(answer).one("div", class_="banner").text
    score = round(before["report"]["readiness"]["score"])
    found = re.search(
        r"Your readiness is now (\d+), likely between (\d+) and (\d+); in your result of (.+) it was (\d+)", told
    )
    assert found, told
    assert int(found[2]) <= int(found[1]) <= int(found[3])
    assert (found[4], int(found[5])) == ("1 December 2026", score)
    assert int(found[1]) > score
    assert Result.objects.values_list("document", flat=True)[0] == before


def test_the_plan_tells_what_has_come_of_it_beside_the_result(as_alice: Client, plan: Plan) -> None:
    def since() -> markup.Element:
        return opened(as_alice, plan.get_absolute_url()).one("section", aria_labelledby="since")

    row, name = plan.current.actions[0], journeys.catalogue(plan.result.attempt).skills[SKILL]["name"]
    before, report = since(), plan.result.document["report"]
    assert [cells[2] for cells in before.one("table").rows] == [str(round(report["readiness"]["score"]))]
    assert "does not change until you rate a skill again" in before.text
    waiting = [link["href"] for link in before.all("a") if link.text.startswith("Rate again: ")]
    assert waiting == [address(plan, lift["skill"]) for lift in row["develops"]]
    assert "counts as planned until you rate the skill again" in before.text
    as_alice.post(address(plan), {"level": "5", "go": "1"})
    after = since()
    then, now = after.one("table").rows
    assert (then[0], now[0]) == ("Result of 1 December 2026", "Now One skill rated again")
    assert int(now[2]) > int(then[2])
    assert "since 1 December 2026" in after.one("figcaption").text
    assert name in after.one("dl", class_="sumlist").text


def test_a_page_sent_twice_writes_once_and_a_stale_one_shows_both(as_alice: Client, plan: Plan) -> None:
    first, second = (form(opened(as_alice, address(plan))) for _ in range(2))
    for _ in range(2):
        assert as_alice.post(address(plan), first | {"level": "4"}).status_code == 302
    assert Rerating.objects.get().revision == 1
    answer = as_alice.post(address(plan), second | {"level": "2", "low_confidence": "on"})
    assert (answer.status_code, kept()) == (409, [(SKILL, 4, False)])
    page, rows = markup.read(answer), journeys.catalogue(plan.result.attempt)
    assert rows.anchor(SKILL, 4) in page.one("blockquote").text
    again = form(page)
    assert (again["level"], again["low_confidence"]) == (["2"], ["on"])
    assert as_alice.post(address(plan), again).status_code == 302
    assert kept() == [(SKILL, 2, True)]


def test_a_change_is_saved_by_itself(as_alice: Client, plan: Plan) -> None:
    page = opened(as_alice, address(plan)).one("form", class_="q")
    sent = markup.typed(page) | {"level": "3"}
    answer = as_alice.post(page["hx-post"], sent, headers=HTMX)
    assert (answer.status_code, kept()) == (200, [(SKILL, 3, False)])
    assert markup.read(answer).text.startswith("Saved at")
    refused = as_alice.post(page["hx-post"], sent | {"level": "9"}, headers=HTMX)
    assert (refused.status_code, markup.read(refused).all("form")) == (422, [])
    stale = as_alice.post(page["hx-post"], sent | {"level": "1", "key": str(uuid4())}, headers=HTMX)
    assert (stale.status_code, markup.read(stale).all("form")) == (409, [])
    assert "press Save the new rating to see both" in markup.read(stale).text
    assert kept() == [(SKILL, 3, False)]


def test_a_new_rating_can_be_taken_back(as_alice: Client, plan: Plan) -> None:
    as_alice.post(address(plan), {"level": "4"})
    page = opened(as_alice, address(plan))
    assert "checked" in page.one(id="level_3")
    back = next(button for button in page.all("button", name="go") if button["value"] == "back")
    assert back.text == "Take the new rating back"
    answer = as_alice.post(address(plan), form(page) | {"go": back["value"]}, headers=HTMX)
    assert answer["HX-Redirect"] == f"/plans/{plan.pk}/#since"
    assert kept() == []
    assert len(opened(as_alice, address(plan)).all("button", name="go")) == 1


@pytest.mark.parametrize(
    "level", ["", "6", "-1", "3.0", "3\0", "٣", "x" * 1_000_000], ids=lambda level: ascii(level[:5])
)
def test_what_is_not_on_the_page_is_refused(as_alice: Client, plan: Plan, level: str) -> None:
    answer = as_alice.post(address(plan), {"level": level, "low_confidence": "on", "go": "1"})
    page = markup.read(answer)
    assert (answer.status_code, kept()) == (422, [])
    assert page.one("div", class_="error-summary").one("a").text == CHOOSE_STATEMENT
    assert "checked" in page.one(id="low_confidence")
    assert markup.title(page).startswith("Error: ")


def test_only_skills_of_the_plans_instrument_are_rated(as_alice: Client, plan: Plan) -> None:
    for skill in ("no-such-skill", "sql-course"):
        assert as_alice.get(address(plan, skill)).status_code == 404
        assert as_alice.post(address(plan, skill), {"level": "3", "go": "1"}).status_code == 404
    assert kept() == []


def test_evidence_for_the_skill_is_shown_and_more_can_be_added(as_alice: Client, plan: Plan) -> None:
    with_evidence(plan.user)
    links = {
        link["href"] for link in opened(as_alice, address(plan)).one("section", aria_labelledby="backing").all("a")
    }
    assert any(link.startswith("/evidence/new/?skill=cds") for link in links)
    assert len(links) == 2
    done = plan.current.actions[0]["id"]
    links = {link["href"] for link in opened(as_alice, address(plan, action=done)).all("a")}
    assert f"/evidence/new/?plan={plan.pk}&action={done}&skill=cds" in links


def test_no_page_depends_on_what_is_required_or_on_what_the_plan_lifts(as_alice: Client, plan: Plan) -> None:
    done = plan.current.actions[0]["id"]

    def shown() -> list[bytes]:
        answers = [as_alice.get(address(plan, action=done)), as_alice.post(address(plan), {"level": "9", "go": "1"})]
        return [FRESH.sub(b"", answer.content) for answer in answers]

    before = shown()
    version = InstrumentVersion.objects.latest("number")
    document = deepcopy(version.document)
    for skill in document["competencies"]["skills"]:
        skill["required"] = {level: 1 + needed % 5 for level, needed in skill["required"].items()}
    newer = InstrumentVersion.objects.create(
        catalogue=version.catalogue, number=version.number + 1, document=document, live_from=version.live_from
    )
    schedule = Schedule.objects.get()
    for row in schedule.document["actions"]:
        row["develops"] = []
    schedule.version = newer
    schedule.save()
    assert shown() == before


def test_nobody_else_gets_at_it(as_charlie: Client, client: Client, plan: Plan) -> None:
    for browser, status in ((as_charlie, 404), (client, 302)):
        assert browser.get(address(plan)).status_code == status
        assert browser.post(address(plan), {"level": "3", "go": "1"}).status_code == status
    assert kept() == []


def test_a_rating_sent_after_the_session_ended_is_back_after_signing_in(
    as_alice: Client, alice: User, plan: Plan
) -> None:
    done = plan.current.actions[0]["id"]
    sent = form(opened(as_alice, address(plan, action=done))) | {"level": "4"}
    as_alice.logout()
    assert as_alice.post(address(plan), sent)["Location"].startswith("/accounts/login/?next=")
    assert kept() == []
    as_alice.force_login(alice)
    page = opened(as_alice, address(plan))
    assert "It is back on this page" in page.text
    assert "checked" in page.one(id="level_3")
    assert as_alice.post(address(plan), form(page)).status_code == 302
    assert kept() == [(SKILL, 4, False)]
    assert "It is back on this page" not in opened(as_alice, address(plan)).text
