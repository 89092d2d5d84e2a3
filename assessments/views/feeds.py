"""A plan's calendar at a secret address: the owner's page about it, and the address itself."""

from hashlib import sha256
from typing import Any

from allauth.core.ratelimit import consume_or_429
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_http_methods, require_safe

from assessments.forms.feeds import WeeklyHourForm, initial
from assessments.models import Feed, Plan
from assessments.presentation.leaving import calendar
from assessments.services import feeds as services
from assessments.views.guest import SEALED
from assessments.views.leaving import CALENDAR, edition
from assessments.views.own import UserRequest
from assessments.views.own_plans import own_plan

MISSING = "There is no calendar at this address. It may have been replaced or closed.\n"
MADE = "The address of your calendar is made. Copy it below into your calendar program"
SAVED = "The weekly hour is saved. Calendars that follow the address show it within a day"
RENEWED = "Your calendar has a new address. The old one no longer opens"
CLOSED = "The address is closed. What it showed can stay in calendars that had read it"
GONE = "The address was closed meanwhile, so nothing was changed"


@own_plan
@require_http_methods(("GET", "HEAD", "POST"))
def page(request: UserRequest, plan: Plan) -> HttpResponse:
    """Make the secret address, choose the weekly hour, take another address, close it."""
    if request.method != "POST":
        return _page(request, plan, None, status=200)
    asked = request.POST.get("do")
    if asked == "close":
        services.close(plan=plan)
        messages.success(request, CLOSED)
    elif asked == "renew":
        _say(request, RENEWED if services.renew(plan=plan) else GONE)
    else:
        form = WeeklyHourForm(request.POST)
        if not form.is_valid():
            return _page(request, plan, form, status=422)
        _say(request, _keep(plan, form, is_new=asked == "make"))
    return redirect("assessments:plan_calendar", plan.pk)


@login_not_required
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar as programs fetch it again and again, without an account; a wrong or old address is missing."""
    plan = Plan.objects.with_feed(token).first()
    if plan is None:
        refused: HttpResponse | None = consume_or_429(request, action="guess", limit_get=True)
        return _sealed(refused or HttpResponseNotFound(MISSING, content_type="text/plain; charset=utf-8"))
    answer: HttpResponse = _calendar(request, plan)
    return _sealed(answer)


# Whoever asks gets the same, so that nobody is asked who they are.
feed.same_for_everyone = True  # type: ignore[attr-defined]


@require_safe
def _calendar(request: HttpRequest, plan: Plan) -> Any:
    """The calendar, or that it is the one which the program has; equal plans have equal calendars."""
    made = max(plan.current.created_at, plan.feed.created_at)
    body = calendar.written(edition(plan, plan.feed, made, with_skipped=False))
    answer = HttpResponse(body, content_type=CALENDAR)
    answer.headers["ETag"] = f'"{sha256(body).hexdigest()[:32]}"'
    answer.headers["Content-Disposition"] = 'attachment; filename="plan.ics"'
    return get_conditional_response(request, etag=answer.headers["ETag"], response=answer)


def _sealed(answer: HttpResponse) -> HttpResponse:
    """The address is the key: no crawler keeps it, and only who asked keeps the answer, to ask whether it is new."""
    for name, value in SEALED.items():
        answer.headers[name] = value
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _keep(plan: Plan, form: WeeklyHourForm, *, is_new: bool) -> str:
    given = form.cleaned_data
    at = given["time"]
    weekly = services.WeeklyHour(given["weekday"], at.hour, at.minute, given["zone"])
    if is_new:
        services.make(plan=plan, weekly=weekly, at=timezone.now())
        return MADE
    return SAVED if services.set_weekly(plan=plan, weekly=weekly) else GONE


def _say(request: UserRequest, words: str) -> None:
    (messages.info if words == GONE else messages.success)(request, words)


def _page(request: UserRequest, plan: Plan, form: WeeklyHourForm | None, *, status: int) -> HttpResponse:
    found = Feed.objects.filter(plan=plan).first()
    token = found.token if found else ""
    address = request.build_absolute_uri(reverse("assessments:calendar_feed", args=[token])) if token else ""
    context = {
        "plan": plan,
        "feed": found,
        "address": address,
        "subscribe": f"webcal://{address.partition('://')[2]}" if address else "",
        "form": form or WeeklyHourForm(initial=initial(found)),
    }
    return render(request, "assessments/plan_calendar.html", context, status=status)
