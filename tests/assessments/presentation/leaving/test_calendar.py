"""A plan as a calendar: read back by the library and, line by line, by a reader of our own."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from assessments.presentation.leaving.calendar import Edition, written
from tests.assessments.presentation.builders import MONDAY, change, step
from tests.assessments.presentation.leaving import lines
from tests.assessments.presentation.leaving.editions import AT, edition, hour, known

LONG = "Notes, plans; \\ budgets\nand “more” 👩🏽‍⚕️🦉 " * 20


def events(found: Edition) -> dict[str, Any]:
    """The events as the library reads them, by their summary."""
    calendar = Calendar.from_ical(written(found))
    return {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}


def uids(found: Edition) -> dict[str, str]:
    return {name: str(event["UID"]) for name, event in events(found).items()}


def test_it_keeps_to_the_standard() -> None:
    calendar = lines.read(written(edition(hour=hour())))
    assert calendar.value("PRODID") == "-//CMIO Coach//Plan//EN"
    assert (calendar.value("METHOD"), calendar.value("REFRESH-INTERVAL")) == ("PUBLISH", "PT6H")
    assert calendar.value("NAME") == calendar.value("X-WR-CALNAME") == "CMIO Coach: plan for CMIO"
    assert Calendar.from_ical(written(edition(hour=hour()))).errors == []


def test_equal_plans_are_equal_bytes() -> None:
    assert written(edition(hour=hour())) == written(edition(hour=hour()))


def test_a_step_is_whole_days_that_leave_one_free() -> None:
    event = events(edition())["The course"]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (MONDAY, MONDAY + timedelta(days=14))
    assert event["DTSTART"].params["VALUE"] == event["DTEND"].params["VALUE"] == "DATE"
    assert (event["TRANSP"], event["STATUS"], event["SEQUENCE"]) == ("TRANSPARENT", "CONFIRMED", 3)
    assert event["LAST-MODIFIED"].dt == event["DTSTAMP"].dt == AT
    assert str(event["URL"]) == "https://coach.example.org/plans/one/steps/course/"
    assert str(event["DESCRIPTION"]).split("\n") == [
        "Not started.",
        "About 6 h a week, 12 hours in all.",
        "Why: develops cds.",
        "To arrange: A sponsor agrees.",
        "What you can show afterwards: A certificate",
    ]
    assert "Why: opens Board certificate." in str(events(edition())["The exam"]["DESCRIPTION"])


def test_no_level_score_reason_log_or_money_is_in_it() -> None:
    told = known("blocked", MONDAY, reason="My chief said no", spent_usd=777).worked(MONDAY, 3.75)
    shown = step("course", changes=(change("cds", 2, 3),), why="Lifts cds from 2 to 3.", cost=777, progress=told)
    text = lines.unescaped(written(edition(shown)).decode())
    assert not [secret for secret in ("from 2", "to 3", "75", "777", "chief", "3.75") if secret in text.split("UID")[0]]
    calendar = Calendar.from_ical(written(edition(shown)))
    said = [str(event.get(name, "")) for event in calendar.walk("VEVENT") for name in ("SUMMARY", "DESCRIPTION")]
    assert not [secret for secret in ("from 2", "to 3", "75", "777", "chief", "3.75") if secret in " ".join(said)]


def test_milestones_are_single_days_and_the_target_is_always_there() -> None:
    found = events(edition())
    assert {name for name in found if not name.startswith("The ")} == {
        "Board certificate",
        "Reached: Ready",
        "Target date of your plan",
    }
    assert found["Board certificate"]["DTEND"].dt - found["Board certificate"]["DTSTART"].dt == timedelta(days=1)
    empty = replace(edition(), steps=(), milestones=())
    assert list(events(empty)) == ["Target date of your plan"]
    assert lines.faults(written(empty)) == []


def test_an_update_keeps_the_names_of_events() -> None:
    before = edition(hour=hour())
    moved = tuple(
        replace(row, start=row.start + timedelta(weeks=4), end=row.end + timedelta(weeks=5)) for row in before.steps
    )
    after = replace(before, steps=tuple(reversed(moved)), number=4, at=AT + timedelta(days=1), hour=None)
    assert uids(after) == {name: uid for name, uid in uids(before).items() if name != "Work on your plan"}
    assert events(after)["The course"]["SEQUENCE"] > events(before)["The course"]["SEQUENCE"]
    other = replace(before, id=before.id.__class__(int=1))
    assert set(uids(other).values()).isdisjoint(uids(before).values())


def test_what_is_done_says_so_and_ends_when_it_was_done() -> None:
    early = step("course", MONDAY, 4, progress=known("done", MONDAY, MONDAY + timedelta(days=8)))
    late = step("exam", MONDAY, 1, progress=known("done", MONDAY, MONDAY + timedelta(days=20)))
    ahead = step("post", MONDAY + timedelta(weeks=9), 1, progress=known("done", MONDAY, MONDAY))
    found = events(edition(early, late, ahead))
    assert found["Done: The course"]["DTEND"].dt == MONDAY + timedelta(days=9)
    assert found["Done: The exam"]["DTEND"].dt == MONDAY + timedelta(days=21)
    assert (found["Done: The post"]["DTSTART"].dt, found["Done: The post"]["DTEND"].dt) == (
        MONDAY,
        MONDAY + timedelta(days=1),
    )


def test_skipped_steps_leave_a_calendar_that_is_followed_and_are_cancelled_in_a_file() -> None:
    shown = step("course", progress=known("skipped", reason="No money"))
    assert not any("course" in name for name in events(edition(shown)))
    event = events(edition(shown, with_skipped=True))["Skipped: The course"]
    assert event["STATUS"] == "CANCELLED"
    assert "No money" not in str(event["DESCRIPTION"])


def test_a_blocked_step_is_tentative() -> None:
    found = events(edition(step("course", progress=known("blocked", MONDAY, reason="Waiting"))))
    assert found["Blocked: The course"]["STATUS"] == "TENTATIVE"


def test_an_own_step_says_whose_it_is() -> None:
    assert "Why: you added it." in str(events(edition(step("own-1")))["The own-1"]["DESCRIPTION"])


@pytest.mark.parametrize("text", ["a,b;c\\d", "Line one\r\nLine two\rLine three\nfour", LONG, "🦉" * 1000, "x" * 1000])
def test_long_and_odd_names_are_folded_and_escaped(text: str) -> None:
    found = edition(step("course", name=text, evidence=text), hour=hour())
    assert lines.faults(written(found)) == []
    event = next(event for name, event in events(found).items() if name != "Work on your plan" and "Target" not in name)
    said = lines.unescaped(lines.read(written(found)).parts[1].value("SUMMARY"))
    assert said == str(event["SUMMARY"]) == text.replace("\r\n", "\n").replace("\r", "\n")


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_whatever_a_name_is(name: str) -> None:
    assert lines.faults(written(edition(step("course", name=name, evidence=name), name=name))) == []


def cut(data: bytes) -> bytes:
    return data.replace(b"\r\n ", b"", 1)


def half(data: bytes) -> bytes:
    at = data.index("👩".encode()) + 2
    return data[:at] + b"\r\n " + data[at:]


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "octets in a line": lambda data: data.replace(b"\r\n ", b""),
    "line break without its other half": lambda data: data.replace(b"\r\n", b"\n"),
    "ends without a line break": lambda data: data.removesuffix(b"\r\n"),
    "folded inside a character": half,
    "no content line": lambda data: data.replace(b"METHOD:PUBLISH", b"METHOD"),
    "never ends": lambda data: data.replace(b"END:VCALENDAR\r\n", b""),
    "ends something else": lambda data: data.replace(b"END:VTIMEZONE", b"END:VEVENT"),
    "has 0 PRODID": lambda data: data.replace(b"PRODID:", b"X-PRODID:"),
    "has 0 DTSTAMP": lambda data: re.sub(rb"DTSTAMP:\S+\r\n", b"", data),
    "has 2 UID": lambda data: data.replace(b"SEQUENCE:3\r\n", b"SEQUENCE:3\r\nUID:one\r\n"),
    "is not escaped": lambda data: data.replace(b"\\,", b","),
    "VERSION is another": lambda data: data.replace(b"VERSION:2.0", b"VERSION:1.0"),
    "says no type": lambda data: data.replace(b";VALUE=DURATION", b""),
    "is no moment": lambda data: re.sub(rb"(DTSTAMP:\S+)Z", rb"\1", data),
    "STATUS is none": lambda data: data.replace(b"STATUS:CONFIRMED", b"STATUS:DONE"),
    "another kind": lambda data: data.replace(b"DTEND;VALUE=DATE", b"DTEND"),
    "is not after": lambda data: data.replace(b"DTEND;VALUE=DATE:20270118", b"DTEND;VALUE=DATE:20270104"),
    "is malformed": lambda data: data.replace(b"DTSTART;VALUE=DATE:20270104", b"DTSTART;VALUE=DATE:2027-01-04"),
    "no VTIMEZONE of": lambda data: data.replace(b"TZID:America/New_York", b"TZID:Elsewhere"),
    "twice": lambda data: re.sub(rb"\r\nUID:[0-9a-f-]{36}", b"\r\nUID:one", data),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_calendar_is_found(fault: str) -> None:
    data = written(edition(step("course", name=LONG), hour=hour()))
    broken = BROKEN[fault](data)
    assert broken != data
    assert [found for found in lines.faults(broken) if fault in found]


def test_a_file_says_when_it_was_made() -> None:
    made = datetime(2027, 2, 1, 8, 0, 5, 123, tzinfo=UTC)
    event = events(edition(made=made))["The course"]
    assert (event["DTSTAMP"].dt, event["LAST-MODIFIED"].dt) == (made.replace(microsecond=0), AT)
    assert event["DTSTART"].dt == date(2027, 1, 4)
