"""Pages of a guest: a mentor rates skills by a link, without an account."""

from contextlib import suppress
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments.forms import sent
from assessments.forms.second import CANNOT, MentorForm, initial
from assessments.presentation import questions
from assessments.presentation import shared as presentation
from assessments.presentation.terms import within
from assessments.services import second as services
from assessments.services.answers import AnswerChanged, Sent
from assessments.views.guest import Guest, by_link
from assessments.views.own import UserRequest, go
from assessments.views.questions import LATER, METHODS, SAVED, is_automatic, whole

WORDS = {
    "cannot": CANNOT,
    "no_chance": presentation.NO_CHANCE,
    "no_chance_text": presentation.NO_CHANCE_TEXT,
    "cannot_say": presentation.CANNOT_SAY,
    "cannot_say_text": presentation.CANNOT_SAY_TEXT,
}


@by_link
@require_http_methods(METHODS)
def skills(request: UserRequest, guest: Guest) -> HttpResponse:
    """Who asks and for what, and the skills with how far the mentor is; sending the page says that they are done."""
    if request.method == "POST":
        # A link that closed meanwhile says so itself on the page that comes next.
        with suppress(services.LinkClosed):
            services.finish(invitation=guest.invitation, at=timezone.now())
        return go(request, guest.url)
    shown = _groups(guest)
    first = presentation.next_open(shown)
    context = {
        "invitation": guest.invitation,
        "token": guest.token,
        "groups": shown,
        "progress": presentation.progress(shown),
        "first": first,
        "first_name": within(first.name) if first else "",
        "first_url": guest.skill_url(first),
    }
    return render(request, "assessments/shared.html", context)


@by_link
@require_http_methods(METHODS)
def skill(request: UserRequest, guest: Guest, skill: str) -> HttpResponse:
    """Rate one skill; with htmx saved on every change, with the button in any case."""
    if skill not in {known.id for known in guest.instrument.skills}:
        raise Http404
    if request.method != "POST":
        saved = guest.given.get(skill)
        form, page = MentorForm(auto_id="%s", initial=initial(saved)), sent.fresh(saved, timezone.now())
        return _page(request, guest, skill, form, page, status=200, saved=saved)
    form, page = MentorForm(request.POST, auto_id="%s"), sent.read(request.POST)
    if LATER in request.POST and form.says_nothing:
        return go(request, guest.url)
    if not form.is_valid():
        return _page(request, guest, skill, form, page, status=422)
    return _save(request, guest, skill, form, page)


def _save(request: UserRequest, guest: Guest, skill: str, form: MentorForm, page: Sent) -> HttpResponse:
    level = form.cleaned_data["level"]
    try:
        saved = services.rate(invitation=guest.invitation, skill=skill, level=level, sent=page, at=timezone.now())
    except services.LinkClosed:
        return go(request, guest.url)
    except AnswerChanged as refusal:
        if not is_automatic(request):
            page = sent.fresh(refusal.saved, timezone.now())
        changed = presentation.changed(refusal.saved, guest.catalogue)
        return _page(request, guest, skill, form, page, status=409, changed=changed)
    if is_automatic(request):
        return render(request, SAVED, {"saved": saved})
    if LATER in request.POST:
        return go(request, guest.url)
    return go(request, guest.skill_url(presentation.next_open(_groups(guest), skill)))


def _groups(guest: Guest) -> tuple[presentation.Group, ...]:
    return presentation.groups(guest.instrument.skills, guest.catalogue, guest.given)


def _page(
    request: UserRequest, guest: Guest, skill: str, form: MentorForm, page: Sent, *, status: int, **more: Any
) -> HttpResponse:
    context = {
        "invitation": guest.invitation,
        "token": guest.token,
        "form": form,
        "page": page,
        "progress": presentation.progress(_groups(guest)),
    }
    shown = questions.skill(guest.catalogue, skill) | WORDS
    template = SAVED if is_automatic(request) else "assessments/shared_skill.html"
    response = render(request, template, {**shown, **context, **more}, status=status)
    if request.htmx and not is_automatic(request):
        return whole(response)
    return response
