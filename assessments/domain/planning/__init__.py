"""The planning model of DESIGN section 6: choose actions and put them into the weeks, hours and money there are."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessments.domain.instrument import Instrument
from assessments.domain.planning.problem import pose
from assessments.domain.planning.report import report
from assessments.domain.planning.solving import solve
from assessments.domain.planning.ways_out import remedies
from assessments.domain.planning.what_if import outlook
from assessments.domain.situation import Situation

__all__ = ["outlook", "plan", "remedies"]


def plan(instrument: Instrument, situation: Situation, present: Sequence[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """The best plan found as plain data (DESIGN section 7); `present` holds the `actions` of a plan to start from."""
    problem = pose(instrument, situation)
    return report(problem, solve(problem, present))
