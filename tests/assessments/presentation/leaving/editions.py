"""Editions of plans for calendars: a few steps of the small catalogue, each with something of its own."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from assessments.domain.following.progress import UNTOUCHED, Progress
from assessments.presentation.gains import Milestone
from assessments.presentation.leaving.calendar import Edition
from assessments.presentation.leaving.weekly import Hour
from assessments.presentation.steps import Step
from tests.assessments.presentation.builders import INSTRUMENT, MONDAY, change, step

PLAN = UUID("6e6dc563-0b32-4cb5-95f7-2124b93ed0c9")
AT = datetime(2027, 1, 5, 9, 30, tzinfo=UTC)
SITE = "https://coach.example.org/plans/one/"
EVENING = time(18, 30)


def edition(*steps: Step, **given: Any) -> Edition:
    """The calendar of a plan with these steps, or with two usual ones."""
    found = steps or (
        step("course", changes=(change("cds", 2, 3),), evidence="A certificate", arrange=("A sponsor agrees",)),
        step("exam", MONDAY + timedelta(weeks=2), 3, gates=("board",)),
    )
    plain = Edition(
        id=PLAN,
        name="CMIO Coach: plan for CMIO",
        number=3,
        at=AT,
        made=AT,
        address=SITE,
        addresses={row.id: f"{SITE}steps/{row.id}/" for row in found},
        steps=found,
        milestones=(
            Milestone("Board certificate", date(2027, 2, 7), False),
            Milestone("Ready, 75", date(2027, 2, 7), True),
        ),
        gates=INSTRUMENT.gates,
        target=date(2027, 12, 31),
    )
    return replace(plain, **given)


def hour(zone: str = "America/New_York", weekday: int = 1, clock: Any = EVENING) -> Hour:
    """Tuesdays at half past six in the evening."""
    return Hour(weekday, clock, ZoneInfo(zone))


def known(state: str, started: date | None = None, ended: date | None = None, **given: Any) -> Progress:
    """Progress in a state."""
    return replace(UNTOUCHED, state=state, started=started, ended=ended, **given)
