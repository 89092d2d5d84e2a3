"""Schedules and progress as property tests draw them."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from assessments.domain.following.progress import STATES, Logged, Progress

TODAY = date(2027, 6, 16)
"""A Wednesday."""

MONDAYS = st.integers(-30, 60).map(lambda week: date(2027, 6, 14) + timedelta(weeks=week))
KEYS = tuple("abcdef")
HOURS = st.integers(1, 200).map(lambda quarters: quarters / 4)
BLOCKED = st.sets(MONDAYS, max_size=12)


@st.composite
def rows(draw: st.DrawFn) -> list[dict[str, Any]]:
    """A schedule: up to six actions, each in consecutive weeks."""
    return [draw(row(key)) for key in draw(st.sets(st.sampled_from(KEYS)))]


@st.composite
def row(draw: st.DrawFn, key: str) -> dict[str, Any]:
    """One action of a schedule."""
    start, weeks, hours = draw(MONDAYS), draw(st.integers(1, 20)), draw(HOURS)
    end = start + timedelta(weeks=weeks, days=-1)
    return {
        "id": key,
        "start": start.isoformat(),
        "end": end.isoformat(),
        "weeks": weeks,
        "hours": hours,
        "hours_per_week": round(hours / weeks, 2),
        "cost_max_usd": draw(st.integers(0, 3000)),
    }


@st.composite
def progress(draw: st.DrawFn) -> Progress:
    """How far somebody is with one action, until today."""
    days = st.integers(0, 200).map(lambda ago: TODAY - timedelta(days=ago))
    logged = draw(st.lists(st.builds(Logged, days, HOURS), max_size=6))
    return Progress(state=draw(st.sampled_from(STATES)), logged=tuple(sorted(logged, key=lambda entry: entry.day)))


followed = st.dictionaries(st.sampled_from(KEYS), progress())
"""Progress by the key of the action."""
