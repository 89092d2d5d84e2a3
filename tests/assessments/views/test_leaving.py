"""A plan as files: each of its kind, with a name that says what it is, for nobody's cache."""

import csv
import io
import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from icalendar import Calendar

from assessments.models import Plan
from assessments.services import feeds
from assessments.services.feeds import WeeklyHour
from assessments.services.revisions import advance
from careers.models import InstrumentVersion
from tests import journeys
from tests.assessments.presentation.leaving import lines
from tests.assessments.runs import edit, publish_another, tick

pytestmark = pytest.mark.django_db
KINDS = {
    "ics": "text/calendar; charset=utf-8; method=PUBLISH",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json",
}


@pytest.fixture
def plan(alice: User, monkeypatch: pytest.MonkeyPatch) -> Plan:
    journeys.stop_clock(monkeypatch)
    return journeys.planned(journeys.submitted(journeys.physician(alice)))


def path(plan: Plan, suffix: str) -> str:
    return f"/plans/{plan.pk}.{suffix}"


def file(client: Client, plan: Plan, suffix: str) -> bytes:
    answer = client.get(path(plan, suffix))
    assert answer.status_code == 200
    return bytes(answer.content)


@pytest.mark.parametrize("suffix", KINDS)
def test_each_is_a_file_of_its_kind_for_its_owner_alone(as_alice: Client, plan: Plan, suffix: str) -> None:
    answer = as_alice.get(path(plan, suffix))
    assert answer["Content-Type"] == KINDS[suffix]
    assert answer["Content-Disposition"] == f'attachment; filename="plan-cmio-revision-1.{suffix}"'
    assert answer["Cache-Control"] == "private, no-store"
    head = as_alice.head(path(plan, suffix))
    assert (head.status_code, head.content) == (200, b"")
    assert head["Content-Length"] == str(len(answer.content)) or suffix in {"ics", "pdf"}
    assert as_alice.post(path(plan, suffix)).status_code == 405


def test_all_files_hold_all_steps(as_alice: Client, plan: Plan) -> None:
    names = [row["id"] for row in plan.current.actions]
    table = list(csv.DictReader(io.StringIO(file(as_alice, plan, "csv").decode("utf-8-sig"), newline="")))
    assert [row["key"] for row in table] == names
    data = json.loads(file(as_alice, plan, "json"))
    assert [row["id"] for row in data["actions"]] == [row["id"] for row in data["progress"]] == names
    events = lines.read(file(as_alice, plan, "ics")).parts
    assert sum("#step-" in event.value("URL") or "/steps/" in event.value("URL") for event in events) == len(names)
    paper = file(as_alice, plan, "pdf")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= 2


def test_the_data_are_those_of_the_plan(as_alice: Client, plan: Plan) -> None:
    data = json.loads(file(as_alice, plan, "json"))
    document = plan.current.document
    assert {key: data[key] for key in document} == document
    assert data["plan"]["limits"] == {
        "start": "2026-12-07",
        "target": "2027-12-31",
        "hours_per_week": 3.0,
        "budget_usd": 3000,
        "blocked_weeks": ["2027-07-05"],
        "open_to": [],
        "pinned": [],
        "excluded": [],
        "unavailable": [],
    }
    assert (data["plan"]["revision"], data["plan"]["level"]) == (1, "cmio")


def test_what_was_done_is_told_everywhere_and_the_name_tells_the_revision(as_alice: Client, plan: Plan) -> None:
    action = plan.current.actions[0]["id"]
    tick(plan, action)
    answer = as_alice.get(path(plan, "csv"))
    assert 'filename="plan-cmio-revision-2.csv"' in answer["Content-Disposition"]
    row = next(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    assert (row["key"], row["state"], row["retired"]) == (action, "done", "no")
    progress = json.loads(file(as_alice, plan, "json"))["progress"]
    assert [entry["id"] for entry in progress if entry["state"] == "done"] == [action]
    said = [str(event["SUMMARY"]) for event in Calendar.from_ical(file(as_alice, plan, "ics")).walk("VEVENT")]
    assert [name for name in said if name.startswith("Done: ")]


def test_a_step_that_the_guide_no_longer_has_is_marked(as_alice: Client, plan: Plan) -> None:
    gone = plan.current.actions[0]["id"]
    newest = InstrumentVersion.objects.latest("number")
    kept = [row for row in newest.document["actions"]["actions"] if row["id"] != gone]
    publish_another()
    later = InstrumentVersion.objects.latest("number")
    later.document["actions"]["actions"] = kept
    InstrumentVersion.objects.filter(pk=later.pk).delete()
    later.pk = None
    later.live_from = journeys.NOW - timedelta(days=1)
    later.save(force_insert=True)
    rows = csv.DictReader(io.StringIO(file(as_alice, plan, "csv").decode("utf-8-sig"), newline=""))
    assert [row["key"] for row in rows if row["retired"] == "yes"] == [gone]


def test_a_skipped_step_is_cancelled_in_the_file(as_alice: Client, plan: Plan) -> None:
    action = plan.current.actions[0]["id"]
    day = journeys.NOW.date()
    turns = {action: lambda entry: entry.turned("skipped", day, "My chief said no")}
    advance(plan=plan, edit=edit(plan), turns=turns, words="Skipped it")
    data = file(as_alice, plan, "ics")
    assert data.count(b"STATUS:CANCELLED") == 1
    assert b"chief" not in data


def test_the_weekly_hour_is_in_the_file(as_alice: Client, plan: Plan) -> None:
    assert b"VTIMEZONE" not in file(as_alice, plan, "ics")
    feeds.make(plan=plan, weekly=WeeklyHour(1, 18, 30, "Europe/Berlin"), at=journeys.NOW)
    found = lines.read(file(as_alice, plan, "ics"))
    held = [event for event in found.parts if event.value("SUMMARY") == "Work on your plan"]
    assert held
    blocked = [event for event in held if event.value("DTSTART").startswith("202707")]
    assert not [event for event in blocked if "20270705" <= event.value("DTSTART")[:8] <= "20270711"]
    assert all(event.value("DTSTART").endswith("T183000") for event in held)


def test_an_empty_plan_can_be_taken_along(as_alice: Client, alice: User, plan: Plan) -> None:
    given: dict[str, Any] = {"target": date(2026, 12, 13), "hours_per_week": 0.5, "budget_usd": 0}
    empty = journeys.planned(journeys.submitted(alice), **given)
    assert empty.current.actions == []
    assert lines.faults(file(as_alice, empty, "ics")) == []
    assert file(as_alice, empty, "csv").count(b"\r\n") == 1
    assert json.loads(file(as_alice, empty, "json"))["actions"] == []
    assert file(as_alice, empty, "pdf").startswith(b"%PDF-")
