"""A plan as files to take along: as a calendar, on paper, as a table and as data."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from assessments import snapshots
from assessments.models import Feed, Plan
from assessments.presentation import plan as plan_page
from assessments.presentation import steps
from assessments.presentation.leaving import calendar, data, paper, table
from assessments.presentation.leaving.calendar import Edition
from assessments.presentation.leaving.weekly import Hour
from assessments.presentation.plan import Saved
from assessments.presentation.saved_plans import saved
from assessments.presentation.steps import Step
from assessments.services import proposals
from assessments.views.own import UserRequest
from assessments.views.own_plans import own_plan
from assessments.views.step_pages import live_catalogue

CALENDAR = "text/calendar; charset=utf-8; method=PUBLISH"
CSV = "text/csv; charset=utf-8; header=present"


@own_plan
@require_safe
def as_ics(request: UserRequest, plan: Plan) -> HttpResponse:
    """The plan as a calendar to be read in once."""
    feed = Feed.objects.filter(plan=plan).first()
    body = calendar.written(edition(plan, feed, timezone.now(), with_skipped=True))
    return _to_take_away(HttpResponse(body, content_type=CALENDAR), plan, "ics")


@own_plan
@require_safe
def as_pdf(request: UserRequest, plan: Plan) -> HttpResponse:
    """The plan on two pages of paper at most."""
    page = plan_page.page(saved(plan), timezone.localdate())
    sheet = paper.Sheet(page, _level_name(plan), plan.current.number, timezone.now(), _address(plan))
    return _to_take_away(HttpResponse(paper.pdf(sheet), content_type="application/pdf"), plan, "pdf")


@own_plan
@require_safe
def as_csv(request: UserRequest, plan: Plan) -> HttpResponse:
    """The steps as a table."""
    body = table.written(_steps(saved(plan), live_catalogue(plan)))
    return _to_take_away(HttpResponse(body, content_type=CSV), plan, "csv")


@own_plan
@require_safe
def as_json(request: UserRequest, plan: Plan) -> HttpResponse:
    """The plan as the planner printed it, with all its actions and how far each is."""
    shown, version = saved(plan), plan.current.schedule.version
    limits = proposals.limits(plan)
    del limits["extras"]
    about = data.About(
        id=plan.pk,
        made=plan.created_at,
        changed=plan.current.created_at,
        career=version.catalogue.career.slug,
        level=plan.result.attempt.level,
        instrument=version.number,
        limits=limits,
    )
    body = data.written(shown, _steps(shown), about)
    return _to_take_away(HttpResponse(body, content_type="application/json"), plan, "json")


def edition(plan: Plan, feed: Feed | None, made: datetime, *, with_skipped: bool) -> Edition:
    """What the plan's calendar tells as it stands now."""
    shown = saved(plan)
    found, address = _steps(shown), _address(plan)
    return Edition(
        id=plan.pk,
        name=f"CMIO Coach: plan for {_level_name(plan)}",
        number=shown.number,
        at=plan.current.created_at,
        made=made,
        address=address,
        addresses={step.id: _step_address(plan, step) for step in found},
        steps=found,
        milestones=plan_page.milestones(shown, found),
        gates=shown.instrument.gates,
        target=date.fromisoformat(shown.request["target"]),
        blocked_days=frozenset(date.fromisoformat(day) for day in shown.request["blocked_weeks"]),
        hour=_hour(feed),
        with_skipped=with_skipped,
    )


def _hour(feed: Feed | None) -> Hour | None:
    if feed is None or feed.weekday is None:
        return None
    return Hour(feed.weekday, time(feed.hour, feed.minute), ZoneInfo(feed.zone))


def _address(plan: Plan) -> str:
    return f"{settings.SITE_URL}{plan.get_absolute_url()}"


def _step_address(plan: Plan, step: Step) -> str:
    return f"{settings.SITE_URL}{reverse('assessments:plan_step', args=[plan.pk, step.id])}"


def _steps(shown: Saved, live: Mapping[str, Any] | None = None) -> tuple[Step, ...]:
    """The steps as they stand today; by the catalogue that is live, retired ones are marked."""
    return steps.read(shown.rows, shown.catalogue, shown.progress, timezone.localdate(), shown.request, live)


def _level_name(plan: Plan) -> str:
    attempt = plan.result.attempt
    return snapshots.levels(attempt.version_id)[attempt.level]


def _to_take_away(answer: HttpResponse, plan: Plan, suffix: str) -> HttpResponse:
    name = f"plan-{plan.result.attempt.level}-revision-{plan.current.number}.{suffix}"
    answer.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
