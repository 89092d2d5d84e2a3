"""A guide for a reader who is signed in: the page that everyone gets, with what is their own put into it."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from assessments import snapshots
from assessments.models import Attempt, Profile
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.guide import reader as known
from assessments.presentation.guide.gates import gates
from assessments.presentation.guide.news import news
from assessments.presentation.guide.reader import Begun, Newest, Reader
from assessments.presentation.guide.rungs import rung
from assessments.presentation.guide.skills import skills_note
from assessments.presentation.guide.slots import fill
from assessments.presentation.guide.steps import step
from assessments.services import attempts, visits
from assessments.views.own import UserRequest
from careers.models import Edition
from careers.ready.views import content
from careers.services import ASSESSED_CAREER
from careers.views import guide as careers
from careers.views.live import live

Slot = tuple[str, str]


@login_not_required
@require_safe
def guide(request: UserRequest, slug: str) -> HttpResponse:
    """The guide as it is for this reader; strangers get the page that everyone gets."""
    if not request.user.is_authenticated:
        return careers.detail(request, slug=slug)
    found = live(slug)
    visited = visits.keep if request.method == "GET" else visits.read
    visit = visited(user=request.user, career=slug, edition=found.edition.number, on=found.today)
    reader = _reader(request.user, found.now) if slug == ASSESSED_CAREER else None
    own = dict(_slots(reader, found.edition)) if reader else {}
    if reader or visit.missed:
        own["cover"] = _text("cover", {"news": news(visit), "reader": reader, "slug": slug})
    return HttpResponse(fill(content(careers.page(request.GET, found), request.path), own))


def _reader(user: User, now: datetime) -> Reader | None:
    """What is known of the user, in four queries; nothing where no career can be assessed."""
    version = snapshots.live_version(ASSESSED_CAREER, now)
    if version is None:
        return None
    catalogue = Catalogue(snapshots.catalogue(version.pk))
    profile = Profile.objects.filter(user=user).first() or Profile()
    submitted, unfinished = attempts.newest(user, ASSESSED_CAREER)
    return Reader(
        target=profile.target_level,
        said=snapshots.said(user),
        gates=tuple(key for key, row in catalogue.gates.items() if profile.profession in row["applies_to"]),
        catalogue=catalogue,
        newest=_newest(submitted) if submitted else None,
        begun=_begun(*unfinished) if unfinished else None,
    )


def _newest(attempt: Attempt) -> Newest:
    return known.newest(
        attempt.result.document,
        Catalogue(snapshots.catalogue(attempt.version_id)),
        level_name=snapshots.levels(attempt.version_id)[attempt.level],
        taken=attempt.result.created_at.date(),
        url=attempt.get_absolute_url(),
    )


def _begun(attempt: Attempt, rated: int) -> Begun:
    total = len(snapshots.catalogue(attempt.version_id)["competencies"]["skills"])
    level_name = snapshots.levels(attempt.version_id)[attempt.level]
    return Begun(rated, total, level_name, attempt.get_absolute_url())


def _slots(reader: Reader, edition: Edition) -> Iterator[Slot]:
    """Every place for which there is something to say; `cover` stands apart, because all guides have it."""
    outline = snapshots.outline(edition.pk, edition.token)
    for place, level in enumerate(outline.levels, start=1):
        if on_rung := rung(reader, level):
            yield f"rung:{place}", _text("rung", {"rung": on_rung})
    for number, title in outline.steps.items():
        if of_step := step(reader, title):
            yield f"step:{number}", _text("step", {"step": of_step})
    for section, keys in outline.skills.items():
        if reader.newest and (note := skills_note(reader.newest, keys)):
            yield f"skills:{section}", _text("skills", {"note": note, "newest": reader.newest})
    if of_gates := gates(reader):
        yield "gates", _text("gates", {"gates": of_gates})
    if reader.newest or reader.begun:
        yield "readiness", _text("readiness", {"reader": reader})


def _text(name: str, context: dict[str, object]) -> str:
    return render_to_string(f"assessments/guide/{name}.html", context).strip()
