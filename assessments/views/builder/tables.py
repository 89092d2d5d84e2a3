"""The table of what-ifs beside step 2: asked for when the answers are valid, never in the way of the form."""

import re
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import QueryDict
from django.utils import timezone

from assessments.models import Calculation
from assessments.presentation import gains, terms
from assessments.presentation.builder import table
from assessments.services import drafts, proposals
from assessments.services.calculations import Purpose, TooManyOpen, ask
from assessments.views.builder import asked
from assessments.views.builder.answers import MEANS
from assessments.views.builder.opened import Builder
from assessments.views.own import UserRequest

SHOW, USE = "show", "use"
State = Calculation.State
PAIR = re.compile(r"(\d{1,3}(?:\.\d{1,2})?):(\d{1,8})", re.ASCII)


def chosen(sent: QueryDict) -> QueryDict:
    """What step 2 sent, with the hours and the budget of the cell that was chosen, if one was."""
    pair = PAIR.fullmatch(sent.get(USE, ""))
    if pair is None:
        return sent
    data = sent.copy()
    data["hours_per_week"], data["budget_usd"] = table.typed(float(pair[1]), int(pair[2]))
    return data


def way_to(request: UserRequest, builder: Builder, *, waits: bool) -> str:
    """Ask for the table that belongs to the answers; where to go to see it: to step 2, or to where one waits."""
    rows = _rows(builder)
    if not builder.problems and (not rows or any(row is None or row.state == State.FAILED for row in rows)):
        try:
            rows = _ask(builder)
        except TooManyOpen:
            messages.info(request, f"{asked.TOO_MANY}.")
    open_rows = [row for row in rows if row and not row.is_over]
    # They are answered in the order in which they were asked for.
    last = max(open_rows, key=lambda row: row.created_at, default=None)
    return last.get_absolute_url() if waits and last else builder.address(MEANS)


def shown(builder: Builder) -> dict[str, Any]:
    """The table with its state: missing, working, failed, or done."""
    rows, (dates, means, _) = _rows(builder), builder.forms
    if not rows or None in rows or not (dates.is_valid() and means.is_valid()):
        return {"table_state": "missing"}
    reference = _reference(builder)
    own = table.typed(means.cleaned_data["hours_per_week"], means.cleaned_data["budget_usd"])
    asked_for = [row for row in rows if row]
    width = len(reference["budgets"])
    made = table.table(
        reference["hours"],
        reference["budgets"],
        [cell for row in asked_for for cell in (row.answer or {"cells": [None] * width})["cells"]],
        own,
        dates.cleaned_data["target"],
        terms.whole(gains.readiness(builder.instrument, asked_for[0].request["situation"]["levels"])),
    )
    has_failed = any(row.state == State.FAILED for row in asked_for)
    is_working = any(not row.is_over for row in asked_for)
    return {"table_state": "failed" if has_failed else "working" if is_working else "done", "table": made}


def _ask(builder: Builder) -> list[Calculation | None]:
    """Ask for every row, the user's own first; the rows in the order of the table."""
    given = builder.given
    hours, budgets = table.axes(given.hours_per_week, given.budget_usd)
    first = sorted(hours, key=lambda amount: (amount != given.hours_per_week, amount))
    found = {amount: _ask_row(builder, amount, budgets) for amount in first}
    if builder.draft:
        typed = {"hours": [table.typed(amount, 0)[0] for amount in hours]}
        typed["budgets"] = [table.typed(0, usd)[1] for usd in budgets]
        drafts.remember(draft=builder.draft, rows=[found[amount] for amount in hours], axes=typed)
    return [found[amount] for amount in hours]


def _ask_row(builder: Builder, hours: float, budgets: Sequence[int]) -> Calculation:
    place, at = builder.place, timezone.now()
    changes = [{"hours_per_week": hours, "budget_usd": usd} for usd in budgets]
    if place.plan:
        wishes = asked.wishes(builder)
        return proposals.ask_what_if(plan=place.plan, profile=builder.profile, wishes=wishes, changes=changes, at=at)
    return ask(
        user=place.user,
        result=place.result,
        purpose=Purpose.WHAT_IF,
        version_id=place.result.attempt.version_id,
        request=asked.request_of(builder),
        at=at,
        changes=changes,
    )


def _reference(builder: Builder) -> dict[str, Any]:
    return builder.draft.entered.get("table", {}) if builder.draft else {}


def _rows(builder: Builder) -> list[Calculation | None]:
    """The rows that were asked for, in the order of the table; None for those that are no longer there."""
    ids = _reference(builder).get("ids", [])
    own = Calculation.objects.for_user(builder.place.user).filter(purpose=Purpose.WHAT_IF)
    found = {str(row.pk): row for row in own.filter(pk__in=ids)} if ids else {}
    return [found.get(id) for id in ids]
