"""What other hours, money or dates would bring: one short plan for each change, none worse than a tighter one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from assessments.domain.instrument import Instrument
from assessments.domain.planning.problem import pose
from assessments.domain.planning.report import outline
from assessments.domain.planning.solving import solve
from assessments.domain.situation import Situation


def outlook(
    instrument: Instrument,
    situation: Situation,
    changes: Sequence[Mapping[str, Any]],
    present: Sequence[Mapping[str, Any]] = (),
) -> list[dict[str, Any]]:
    """For each change of fields of the situation: status, bound, actions and totals of the plan that it would give.

    Every plan starts from the best one under tighter limits and from the `present` rows where they fit, so that
    looser limits never show more points missing.
    """
    rows, found = list(present), []
    for change in changes:
        problem = pose(instrument, replace(situation, **change))
        cell = outline(problem, solve(problem, rows))
        rows = cell["actions"] or rows
        found.append(cell)
    return found
