"""What a builder asks to be worked out, and the answers in words that lead to it."""

from datetime import datetime
from typing import Any

from assessments.domain.following import extras
from assessments.domain.situation import plain
from assessments.models import Calculation
from assessments.presentation.builder import summary
from assessments.presentation.builder.summary import Line
from assessments.services import proposals
from assessments.services.calculations import Purpose, ask
from assessments.services.plans import situation
from assessments.views.builder.answers import ACTIONS, DATES, MEANS, NAMES
from assessments.views.builder.opened import Builder

STEPS = (DATES, MEANS, ACTIONS)
TOO_MANY = "So much is being worked out for you that this has to wait. Your answers are saved: try again in a minute"


def plan_for(builder: Builder, at: datetime) -> Calculation:
    """Ask for the plan, or for the proposal of a change; TooManyOpen where too much is asked for already."""
    place = builder.place
    if place.plan:
        return proposals.ask_again(plan=place.plan, profile=builder.profile, wishes=wishes(builder), at=at)
    return ask(
        user=place.user,
        result=place.result,
        purpose=Purpose.BUILD,
        version_id=place.result.attempt.version_id,
        request=request_of(builder),
        at=at,
    )


def request_of(builder: Builder) -> dict[str, Any]:
    """The valid answers for a new plan as a calculation takes them."""
    unavailable = builder.forms[2].cleaned_data["unavailable"]
    asked = situation(builder.standing, builder.given, unavailable)
    return {**plain(asked), "extras": {**extras.none(), "own": builder.own_rows}}


def wishes(builder: Builder) -> dict[str, Any]:
    """The valid answers for a change of a plan, as JSON under the names of its limits."""
    given = builder.given
    return {
        "target": given.target.isoformat(),
        "hours_per_week": given.hours_per_week,
        "budget_usd": given.budget_usd,
        "blocked_weeks": sorted(day.isoformat() for day in given.blocked_weeks),
        **{name: sorted(getattr(given, name)) for name in ("open_to", "pinned", "excluded")},
        "unavailable": sorted(builder.forms[2].cleaned_data["unavailable"]),
        "extras": {**builder.limits["extras"], "own": builder.own_rows},
    }


def lines(builder: Builder) -> list[Line]:
    """The valid answers in words; those of a step in which something is wrong are left out."""
    dates, means, actions = builder.forms
    found: list[Line] = []
    if dates.is_valid():
        found += summary.dates(dates.cleaned_data)
    if means.is_valid():
        names = [(builder.catalogue.actions[move.id]["name"], move.id in means.open_to) for move in builder.moves]
        found += summary.means(means.cleaned_data["hours_per_week"], means.cleaned_data["budget_usd"], names)
    if actions.is_valid():
        lists = {name: actions.cleaned_data[name] for name in actions.fields if not name.startswith("own_")}
        found += summary.actions(lists, builder.own, builder.catalogue)
    there = {line.step for line in found}
    missing = [
        Line(NAMES[step], "Something is missing or has to be put right", step) for step in "123" if step not in there
    ]
    return sorted([*found, *missing], key=lambda line: line.step)
