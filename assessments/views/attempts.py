"""Own attempts: all of them, one as a task list, and the check before it is submitted."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from allauth.core.ratelimit import consume_or_429
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from assessments import snapshots
from assessments.domain.form import QUICK, SCENARIO, Form
from assessments.domain.instrument import Skill
from assessments.forms.attempts import FORM_USED_UP, StartForm, proof_of
from assessments.models import Attempt, Profile
from assessments.presentation import overview as presentation
from assessments.presentation.attempts import FormChoice, attempt_row, form_choices
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.pace import time_left
from assessments.presentation.questions import progress
from assessments.services import attempts as services
from assessments.services import tries
from assessments.views.own import UserRequest, closed, own_attempt, own_attempts, seconds_of, step_url
from careers.models import Edition, InstrumentVersion
from careers.services import ASSESSED_CAREER

METHODS = ("GET", "HEAD", "POST")


@login_not_required
@require_http_methods(METHODS)
def index(request: UserRequest) -> HttpResponse:
    """The visitor's attempts, and the form that starts one; nobody has to sign in to try."""
    version = snapshots.live_version(ASSESSED_CAREER, timezone.now())
    form = _start_form(request, version) if version else None
    if request.method != "POST" or form is None or version is None:
        return _index(request, version, form, status=200)
    if not form.is_valid():
        return _index(request, version, form, status=422)
    if not request.user.is_authenticated and (refused := consume_or_429(request, action="try")):
        return refused
    try:
        attempt = _start(request, form, version)
    except services.IdUnusable:
        form.add_error("id", FORM_USED_UP)
        return _index(request, version, form, status=422)
    return redirect(attempt)


@own_attempt
@require_safe
def overview(request: UserRequest, attempt: Attempt) -> HttpResponse:
    """The task list of an open attempt."""
    if attempt.submitted_at:
        return closed(request, attempt)
    asked = services.form_of(attempt)
    first = asked.first_open()
    catalogue = Catalogue(snapshots.catalogue(attempt.version_id))
    context = _groups(attempt, asked) | {
        "first": first,
        "first_name": presentation.step_name(catalogue, first) if first else "",
        "continue_url": step_url(attempt, first),
        "left": time_left(asked, seconds_of(attempt)),
    }
    return render(request, "assessments/attempt.html", context)


@own_attempt
@require_http_methods(METHODS)
def check(request: UserRequest, attempt: Attempt) -> HttpResponse:
    """All answers once more; sending the page submits the attempt, once."""
    if attempt.submitted_at:
        return closed(request, attempt) if request.method != "POST" else redirect("assessments:result", attempt.pk)
    if request.method != "POST":
        return _check(request, attempt, (), status=200)
    try:
        services.submit(attempt=attempt, at=timezone.now())
    except services.SkillsOpen as refusal:
        return _check(request, attempt, refusal.skills, status=422)
    return redirect("assessments:result", attempt.pk)


def _start(request: UserRequest, form: StartForm, version: InstrumentVersion) -> Attempt:
    """Start the attempt; one without a user is remembered in this browser, and what nobody came back for goes."""
    attempt_id, now = form.cleaned_data["id"], timezone.now()
    user = request.user if request.user.is_authenticated else None
    attempt = services.start(
        user=user,
        attempt_id=attempt_id,
        version=version,
        level=form.cleaned_data["level"],
        kind=form.kind,
        is_theirs=user is not None or form.is_proven,
        at=now,
    )
    if user is None:
        tries.remember(request.session, attempt)
        tries.purge(at=now)
    return attempt


def _start_form(request: UserRequest, version: InstrumentVersion) -> StartForm:
    career, levels = version.catalogue.career, snapshots.levels(version.pk)
    return StartForm(
        request.POST if request.method == "POST" else None,
        career=(career.slug, career.title),
        levels=levels,
        initial={"level": _level_asked_for(request, levels)},
        auto_id="%s",
    )


def _level_asked_for(request: UserRequest, levels: Mapping[str, str]) -> str:
    """The level that a link names, or that the profile aims at."""
    named = request.GET.get("level", "")
    if named in levels or not request.user.is_authenticated:
        return named
    profile = Profile.objects.filter(user=request.user).first()
    return profile.target_level if profile else ""


def _index(
    request: UserRequest, version: InstrumentVersion | None, form: StartForm | None, *, status: int
) -> HttpResponse:
    guides = Edition.objects.live(timezone.now()).exclude(career__slug=ASSESSED_CAREER).order_by("career__title")
    new_id = uuid4()
    context = {
        "attempts": [
            attempt_row(attempt, answered, snapshots.catalogue(attempt.version_id))
            for attempt, answered in services.with_counts(own_attempts(request))
        ],
        "form": form,
        "new_id": new_id,
        "proof": proof_of(new_id),
        "career": version.catalogue.career if version else None,
        "forms": _form_choices(version) if version else (),
        "not_assessed": guides.values_list("career__slug", "document__title"),
        "days": tries.KEPT.days,
    }
    return render(request, "assessments/attempts.html", context, status=status)


def _form_choices(version: InstrumentVersion) -> tuple[FormChoice, ...]:
    return form_choices([snapshots.instrument(version.pk, level) for level in snapshots.levels(version.pk)])


def _groups(attempt: Attempt, asked: Form) -> dict[str, Any]:
    """What the task list and the check page share."""
    catalogue = Catalogue(snapshots.catalogue(attempt.version_id))
    ratings = {rating.skill: rating for rating in attempt.ratings.all()}
    choices = {answer.item: answer.choice for answer in attempt.scenario_answers.all()}
    return {
        "attempt": attempt,
        "is_quick": asked.kind == QUICK,
        "level_name": snapshots.levels(attempt.version_id)[attempt.level],
        "groups": presentation.skill_groups(asked, catalogue, ratings),
        "scenarios": presentation.scenario_group(asked, catalogue, choices),
        "progress": progress(asked),
        "scenarios_open": len(asked.items) - asked.answered(SCENARIO),
    }


def _check(request: UserRequest, attempt: Attempt, refused: Sequence[Skill], *, status: int) -> HttpResponse:
    asked = services.form_of(attempt)
    context = _groups(attempt, asked) | {"missing": asked.missing, "left_out": asked.left_out, "refused": refused}
    return render(request, "assessments/check.html", context, status=status)
