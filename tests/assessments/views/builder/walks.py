"""A person at the builder in tests: opens a step, sends it as it was drawn but for some answers, and lets the worker
work."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from assessments.models import Calculation
from assessments.services import calculations
from tests import markup

NEW = "/plans/new/"
SMALL = {
    "1": {"target": "2027-02-28", "blocked_weeks": "2026-12-21"},
    "2": {"hours_per_week": "4", "budget_usd": "$1,000"},
    "3": {},
}
PINNED = "tip-sheet-series"
Answers = Mapping[str, Any]


def step_of(path: str, step: str) -> str:
    """The address of a step of a builder."""
    return f"{path}{'&' if '?' in path else '?'}step={step}"


def opened(client: Client, path: str, step: str = "1") -> markup.Element:
    """A step as it is drawn."""
    answer = client.get(step_of(path, step))
    assert answer.status_code == 200
    return markup.read(answer)


def typed(page: markup.Element) -> dict[str, Any]:
    """What the form of a step would send if nobody touched it."""
    return dict(markup.typed(page.one(id="answers")))


def sent(client: Client, step: str, path: str = NEW, /, **answers: Any) -> Any:
    """The answer to a step that is sent as it was drawn but for these answers."""
    return client.post(step_of(path, step), {**typed(opened(client, path, step)), **answers})


def filled(client: Client, path: str = NEW, **answers: Any) -> None:
    """Answer all steps with small limits, so that planning takes a moment, and these answers."""
    for step, given in SMALL.items():
        names = typed(opened(client, path, step)).keys() | {"done", "pinned", "excluded", "unavailable"}
        mine = {name: value for name, value in answers.items() if name in names}
        assert sent(client, step, path, **{**given, **mine}).status_code == 302


def created(client: Client, path: str = NEW) -> Calculation:
    """Ask for the plan at the last step."""
    answer = sent(client, "4", path, go="create")
    assert answer.status_code == 302, markup.read(answer).text[:2000]
    return Calculation.objects.get(pk=answer["Location"].split("/")[3])


def work() -> None:
    """Let the worker answer everything that waits."""
    while calculations.work_off(timezone.now):
        pass


def without_what_ifs(patch: pytest.MonkeyPatch) -> list[Sequence[Mapping[str, Any]]]:
    """Answer rows of the table at once; what is asked is written down."""
    asked: list[Sequence[Mapping[str, Any]]] = []

    def outlook(_instrument: object, _situation: object, changes: Any, _present: object) -> list[dict[str, Any]]:
        asked.append(changes)
        return [
            {
                "status": "feasible",
                "bound_points_missing": 1.0,
                "actions": [],
                "totals": {
                    "readiness_then": 60 + 2 * change["hours_per_week"] + change["budget_usd"] / 5000,
                    "finish": "2027-02-07",
                },
            }
            for change in changes
        ]

    patch.setattr(calculations, "outlook", outlook)
    return asked
