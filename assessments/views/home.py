"""The home page: the way in for strangers, the next thing to do for those who are signed in."""

from dataclasses import replace
from datetime import date, datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.domain.form import SKILL, Form, Step
from assessments.models import Attempt, Calculation, Plan, Result
from assessments.presentation import home as presentation
from assessments.presentation import plan as plan_page
from assessments.presentation import words
from assessments.presentation.history import Taken, history
from assessments.presentation.partial import is_quick
from assessments.presentation.plan import Page
from assessments.presentation.questions import progress
from assessments.presentation.saved_plans import saved
from assessments.presentation.since import since
from assessments.presentation.terms import within
from assessments.services import attempts as services
from assessments.services.profiles import profile_of
from assessments.views.offered import offers_of
from assessments.views.own import UserRequest, step_url
from careers.views import index as careers

MOST_PLANS = 20
"""The newest plans of a user, among which one that is not over is looked for."""


@login_not_required
@require_safe
def home(request: UserRequest) -> HttpResponse:
    """What to do next; strangers see what this site is."""
    if not request.user.is_authenticated:
        return careers.home(request)
    now = timezone.now()
    plans = list(Plan.objects.for_user(request.user)[:MOST_PLANS])
    plan = presentation.followed(plans)
    shown = saved(plan) if plan else None
    page = plan_page.page(shown, now.date()) if shown else None
    result = Result.objects.for_user(request.user).first()
    offers = offers_of(plan, shown, now) if plan and shown else None
    planning = presentation.planning(_asked(request), offers, plans, now)
    facts = replace(_facts(request, plans, plan, page, result, now), planning=planning)
    earlier = services.results_up_to(result.attempt) if result else ()
    context = {
        "next": presentation.next_step(facts),
        "facts": facts,
        "plan": plan,
        "page": page,
        "offers": offers,
        "since": since(plan, shown, now.date()) if plan and shown else None,
        "history": history([_taken(found) for found in earlier]),
    }
    return render(request, "assessments/home.html", context)


def _facts(
    request: UserRequest, plans: list[Plan], plan: Plan | None, page: Page | None, result: Result | None, now: datetime
) -> presentation.Facts:
    return presentation.Facts(
        profile_url=reverse("assessments:profile"),
        profile_filled=bool(profile_of(request.user).profession),
        attempts_url=reverse("assessments:attempts"),
        open_attempt=_open_attempt(request, now.date()),
        result=_latest_result(result, plans) if result else None,
        plan=presentation.LatestPlan(plan.get_absolute_url(), page.week) if plan and page else None,
    )


def _asked(request: UserRequest) -> Calculation | None:
    """The plan that the user asked for last, without what was asked and answered."""
    mine = Calculation.objects.for_user(request.user).filter(purpose=Calculation.Purpose.BUILD)
    return mine.defer("request", "answer").first()


def _taken(result: Result) -> Taken:
    return Taken(result.created_at.date(), result.document["report"], is_quick(result.document))


def _open_attempt(request: UserRequest, today: date) -> presentation.OpenAttempt | None:
    attempt = Attempt.objects.for_user(request.user).filter(submitted_at=None).first()
    if attempt is None:
        return None
    asked = services.form_of(attempt)
    first = asked.first_open()
    told = progress(asked, first.kind if first else SKILL)
    times = [rating.saved_at for rating in attempt.ratings.all()]
    return presentation.OpenAttempt(
        answered=told.answered,
        total=told.total,
        next_name=_named(asked, first) if first else "",
        url=step_url(attempt, first),
        saved=_saved(max(times), today) if times else "",
        segments=told.segments,
        noun=told.noun,
    )


def _named(asked: Form, step: Step) -> str:
    names = {skill.id: skill.name for skill in asked.skills}
    if step.kind == SKILL:
        return names[step.id]
    return f"a scenario on {within(names[next(item.skill for item in asked.items if item.id == step.id)])}"


def _latest_result(result: Result, plans: list[Plan]) -> presentation.LatestResult:
    readiness, attempt = result.document["report"]["readiness"], result.attempt
    return presentation.LatestResult(
        score=readiness["score"],
        low=readiness["low"],
        high=readiness["high"],
        band=readiness["band"],
        url=attempt.get_absolute_url(),
        plan_url=f"{reverse('assessments:plan_new')}?attempt={attempt.pk}",
        has_plan=any(plan.result_id == result.pk for plan in plans),
    )


def _saved(at: datetime, today: date) -> str:
    clock = f"at {at:%H:%M} UTC"
    return f"today {clock}" if at.date() == today else f"on {words.day(at.date())} {clock}"
