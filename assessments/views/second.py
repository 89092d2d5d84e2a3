"""The owner's page of second ratings: links for mentors, and both ratings beside each other."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments import snapshots
from assessments.domain.instrument import Instrument
from assessments.domain.scoring import Answers, score
from assessments.forms import second as forms
from assessments.models import Attempt, Invitation
from assessments.presentation import second as presentation
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.terms import whole
from assessments.services import second as services
from assessments.views.own import UserRequest, own_attempt

METHODS = ("GET", "HEAD", "POST")
MADE = "The link for {} is made. Copy it below and send it yourself: this site sends nothing"
REVOKED = "The link for {} no longer opens. What was rated by it stays"


@own_attempt
@require_http_methods(METHODS)
def mentor(request: UserRequest, attempt: Attempt) -> HttpResponse:
    """Make a link, take one back, and see what came of them; without an account there is only the way to one."""
    if not request.user.is_authenticated:
        return render(request, "assessments/mentor_account.html", {"attempt": attempt})
    if request.method != "POST":
        return _page(request, attempt, None, status=200)
    if "revoke" in request.POST:
        return _revoke(request, attempt)
    return _invite(request, attempt)


def beside(attempt: Attempt, instrument: Instrument, answers: Answers, catalogue: Catalogue) -> presentation.Beside:
    """Both ratings of an attempt in one query: `answers` are those now, or those that counted once it is submitted."""
    given = snapshots.given_by_mentors(attempt)
    own = {skill: rating.level for skill, rating in answers.ratings.items()}
    if not attempt.submitted_at:
        return presentation.beside(own, given, catalogue)
    latest = {skill: level for skill, level in snapshots.latest(given).items() if skill in own}
    later = _later(attempt, instrument, answers, latest)
    return presentation.beside(own, given, catalogue, counted=answers.mentor_ratings, later=later)


def _later(attempt: Attempt, instrument: Instrument, answers: Answers, latest: dict[str, int]) -> str:
    """What the ratings that came after the result would change; nothing where the model itself has changed since."""
    frozen = attempt.result.document["report"]["readiness"]
    if latest == answers.mentor_ratings:
        return ""
    if whole(score(instrument, answers).overall.score) != whole(frozen["score"]):
        return ""
    return presentation.would_be(frozen, score(instrument, replace(answers, mentor_ratings=latest)).overall)


def _invite(request: UserRequest, attempt: Attempt) -> HttpResponse:
    form = forms.InviteForm(request.POST)
    if not form.is_valid():
        return _page(request, attempt, form, status=422)
    try:
        made = services.invite(attempt=attempt, at=timezone.now(), **form.cleaned_data)
    except services.TooManyOpen:
        form.add_error(None, forms.FULL)
        return _page(request, attempt, form, status=422)
    messages.success(request, MADE.format(made.mentor))
    return redirect("assessments:mentor", attempt.pk)


def _revoke(request: UserRequest, attempt: Attempt) -> HttpResponse:
    """Revoke one of the attempt's own links; what names none of them changes nothing."""
    asked = request.POST["revoke"]
    found = next((one for one in attempt.invitations.all() if str(one.pk) == asked), None)
    if found:
        services.revoke(invitation=found, at=timezone.now())
        messages.success(request, REVOKED.format(found.mentor))
    return redirect("assessments:mentor", attempt.pk)


def _page(request: UserRequest, attempt: Attempt, form: forms.InviteForm | None, *, status: int) -> HttpResponse:
    instrument, invitations = snapshots.instrument(attempt.version_id, attempt.level), _invitations(attempt)
    # Before submission only the own levels are shown: nothing is scored, so nothing more is read.
    answers = snapshots.answers(attempt) if attempt.submitted_at else snapshots.answers(attempt, {}, {})
    rows = presentation.links(invitations, len(instrument.skills), timezone.now())
    context: dict[str, Any] = {
        "attempt": attempt,
        "form": form or _fresh(invitations),
        "links": [(row, _address(request, row)) for row in rows],
        "full": forms.FULL if sum(row.is_open for row in rows) >= services.MOST_OPEN else "",
        "days": services.OPEN_FOR.days,
        "beside": beside(attempt, instrument, answers, Catalogue(snapshots.catalogue(attempt.version_id))),
    }
    return render(request, "assessments/mentor.html", context, status=status)


def _invitations(attempt: Attempt) -> list[Invitation]:
    return list(attempt.invitations.prefetch_related("ratings"))


def _fresh(invitations: list[Invitation]) -> forms.InviteForm:
    """An empty form; who has told their name once need not type it again."""
    return forms.InviteForm(initial={"id": uuid4(), "asker": invitations[0].asker if invitations else ""})


def _address(request: UserRequest, row: presentation.LinkRow) -> str:
    """The link as it is sent to somebody; empty where it is closed or nobody can tell it."""
    return request.build_absolute_uri(reverse("assessments:shared", args=[row.token])) if row.token else ""
