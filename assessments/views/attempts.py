"""Own attempts: all of them, one as a task list, and the check before it is submitted."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from assessments import snapshots
from assessments.domain.form import SCENARIO, SKILL, Form
from assessments.domain.instrument import Skill
from assessments.forms.attempts import FORM_USED_UP, StartForm
from assessments.models import Attempt, Profile
from assessments.presentation import overview as presentation
from assessments.presentation.attempts import attempt_row
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.glyphs import segments
from assessments.presentation.questions import domain_counts
from assessments.services import attempts as services
from assessments.views.own import UserRequest, closed, own_attempt, step_url
from careers.models import Edition, InstrumentVersion
from careers.services import ASSESSED_CAREER

METHODS = ("GET", "HEAD", "POST")


@require_http_methods(METHODS)
def index(request: UserRequest) -> HttpResponse:
    """The user's attempts, and the form that starts one."""
    now = timezone.now()
    version = snapshots.live_version(ASSESSED_CAREER, now)
    form = _start_form(request, version) if version else None
    if request.method != "POST" or form is None or version is None:
        return _index(request, version, form, status=200)
    if not form.is_valid():
        return _index(request, version, form, status=422)
    attempt_id, level = form.cleaned_data["id"], form.cleaned_data["level"]
    try:
        attempt = services.start(user=request.user, attempt_id=attempt_id, version=version, level=level, at=now)
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
        "bar_label": f"{asked.answered(SKILL)} of {len(asked.skills)} skills answered",
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


def _start_form(request: UserRequest, version: InstrumentVersion) -> StartForm:
    career = version.catalogue.career
    profile = Profile.objects.filter(user=request.user).first()
    return StartForm(
        request.POST if request.method == "POST" else None,
        career=(career.slug, career.title),
        levels=snapshots.levels(version.pk),
        initial={"level": profile.target_level if profile else ""},
    )


def _index(
    request: UserRequest, version: InstrumentVersion | None, form: StartForm | None, *, status: int
) -> HttpResponse:
    guides = Edition.objects.live(timezone.now()).exclude(career__slug=ASSESSED_CAREER).order_by("career__title")
    context = {
        "attempts": [
            attempt_row(attempt, answered, snapshots.catalogue(attempt.version_id))
            for attempt, answered in services.attempts_of(request.user)
        ],
        "form": form,
        "new_id": uuid4(),
        "career": version.catalogue.career if version else None,
        "skills": len(snapshots.catalogue(version.pk)["competencies"]["skills"]) if version else 0,
        "not_assessed": guides.values_list("career__slug", "document__title"),
    }
    return render(request, "assessments/attempts.html", context, status=status)


def _groups(attempt: Attempt, asked: Form) -> dict[str, Any]:
    """What the task list and the check page share."""
    catalogue = Catalogue(snapshots.catalogue(attempt.version_id))
    ratings = {rating.skill: rating for rating in attempt.ratings.all()}
    choices = {answer.item: answer.choice for answer in attempt.scenario_answers.all()}
    return {
        "attempt": attempt,
        "level_name": snapshots.levels(attempt.version_id)[attempt.level],
        "groups": presentation.skill_groups(asked, catalogue, ratings),
        "scenarios": presentation.scenario_group(asked, catalogue, choices),
        "answered": asked.answered(SKILL),
        "total": len(asked.skills),
        "scenarios_open": len(asked.items) - asked.answered(SCENARIO),
        "segments": segments(domain_counts(asked)),
    }


def _check(request: UserRequest, attempt: Attempt, refused: Sequence[Skill], *, status: int) -> HttpResponse:
    asked = services.form_of(attempt)
    context = _groups(attempt, asked) | {"open": asked.open_skills, "refused": refused}
    return render(request, "assessments/check.html", context, status=status)
