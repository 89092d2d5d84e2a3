"""The evidence locker: all entries, one as a form, its file, and taking it away."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from assessments import snapshots
from assessments.forms import evidence as forms
from assessments.models import Evidence, EvidenceFile, Plan
from assessments.models.evidence import MOST_SKILLS
from assessments.presentation import evidence as presentation
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.saved_plans import saved
from assessments.services import evidence as services
from assessments.views import held
from assessments.views.held import kept_when_signed_out
from assessments.views.own import UserRequest
from careers.services import ASSESSED_CAREER

View = Callable[..., HttpResponse]
METHODS = ("GET", "HEAD", "POST")
SANDBOX = "sandbox; default-src 'none'"
SAVED, DELETED = "Saved", "Deleted"
HELD = "This file waits for the virus scanner. You can download it once the scanner has found it clean."


@dataclass(frozen=True)
class Known:
    """The skills that can be backed, by key with their names, and where they stand in the live catalogue."""

    catalogue: Catalogue | None
    names: Mapping[str, str]


def own_evidence(view: View) -> View:
    """Hand the view the user's own entry; anybody else's is missing, before the method is even looked at."""

    @wraps(view)
    def handle(request: UserRequest, evidence_id: UUID) -> HttpResponse:
        return view(request, get_object_or_404(Evidence.objects.for_user(request.user), pk=evidence_id))

    return handle


@require_safe
def index(request: UserRequest) -> HttpResponse:
    """The user's entries with what each is used for, and the examples that could become entries."""
    entries = list(Evidence.objects.for_user(request.user))
    ratings = services.latest_ratings(request.user)
    names = _known().names
    rated = {rating.skill for rating in ratings if rating.level}
    context = {
        "rows": [presentation.row(entry, names, rated) for entry in entries],
        "headline": presentation.headline(len(entries)),
        "full": forms.FULL if len(entries) >= services.MOST_ENTRIES else "",
        "examples": presentation.examples(ratings, names, {skill for entry in entries for skill in entry.backs}),
    }
    return render(request, "assessments/evidence.html", context)


@kept_when_signed_out
@require_http_methods(METHODS)
def new(request: UserRequest) -> HttpResponse:
    """A new entry; a skill that is asked for is ticked, its example or a step of a plan begins the text."""
    known = _known()
    if request.method == "POST":
        return _save(request, _form(request, known), known, None)
    return _page(request, _form(request, known, _begun(request, known)), known, None, status=200)


@kept_when_signed_out
@own_evidence
@require_http_methods(METHODS)
def entry(request: UserRequest, kept: Evidence) -> HttpResponse:
    """Read and change an entry."""
    known = _known(kept)
    form = _form(request, known, forms.initial(kept))
    if request.method == "POST":
        return _save(request, form, known, kept)
    return _page(request, form, known, kept, status=200)


@own_evidence
@require_safe
def file(request: UserRequest, kept: Evidence) -> HttpResponse:
    """The entry's file to be kept on a disk, never to be shown as a page of this site."""
    found = kept.kept_file
    if found is None:
        raise Http404
    if not found.is_served:
        messages.info(request, HELD)
        return redirect(kept)
    return _attachment(found)


@own_evidence
@require_http_methods(METHODS)
def delete(request: UserRequest, kept: Evidence) -> HttpResponse:
    """Ask once more, then take the entry and its file away."""
    if request.method == "POST":
        kept.delete()
        messages.success(request, DELETED)
        return redirect("assessments:evidence")
    facts = presentation.facts(kept, _known(kept).names)
    return render(request, "assessments/evidence_delete.html", {"kept": kept, "facts": facts})


def _known(kept: Evidence | None = None) -> Known:
    version = snapshots.live_version(ASSESSED_CAREER, timezone.now())
    catalogue = Catalogue(snapshots.catalogue(version.pk)) if version else None
    names = {key: row["name"] for key, row in catalogue.skills.items()} if catalogue else {}
    # A skill that a new version leaves out stays ticked where it was.
    return Known(catalogue, names | {skill: skill for skill in (kept.backs if kept else ()) if skill not in names})


def _begun(request: UserRequest, known: Known) -> dict[str, Any]:
    begun: dict[str, Any] = {"id": uuid4(), "key": uuid4(), "revision": 0}
    step, skill = _step(request), request.GET.get("skill", "")
    if step:
        lifted = [lift for lift in step.skills if lift in known.names]
        begun |= presentation.of_step(step) | {"skills": lifted[:MOST_SKILLS]}
    if skill in known.names:
        begun["skills"] = [skill]
        if "example" in request.GET:
            told = {rating.skill: rating.evidence for rating in services.latest_ratings(request.user)}
            begun |= presentation.begun(told.get(skill, ""))
    return begun


def _step(request: UserRequest) -> presentation.StepDone | None:
    """The action of the user's plan that an entry is begun for; none where they have no such one."""
    try:
        id = UUID(request.GET.get("plan", ""))
    except ValueError:
        return None
    plan = Plan.objects.for_user(request.user).filter(pk=id).first()
    return presentation.step_done(saved(plan), request.GET.get("action", "")) if plan else None


def _form(request: UserRequest, known: Known, initial: dict[str, Any] | None = None) -> forms.EvidenceForm:
    sent = (request.POST, request.FILES) if request.method == "POST" else (held.take(request), None)
    return forms.EvidenceForm(*sent, skills=known.names, today=timezone.localdate(), initial=initial)


def _save(request: UserRequest, form: forms.EvidenceForm, known: Known, kept: Evidence | None) -> HttpResponse:
    if not form.is_valid():
        return _page(request, form, known, kept, status=422)
    id = kept.pk if kept else form.cleaned_data["id"]
    try:
        services.save(user=request.user, id=id, page=form.page, entry=form.entry, at=timezone.now())
    except services.Stale as refusal:
        form.draw_again(refusal.kept)
        return _page(request, form, _known(refusal.kept), refusal.kept, status=409)
    except (services.TooMany, services.TooLarge, services.Infected) as refusal:
        form.refuse(*REFUSALS[type(refusal)])
        return _page(request, form, known, kept, status=422)
    held.drop(request)
    messages.success(request, SAVED)
    return redirect("assessments:evidence")


REFUSALS: dict[type[Exception], tuple[str | None, str]] = {
    services.TooMany: (None, forms.FULL),
    services.TooLarge: ("file", forms.NO_ROOM),
    services.Infected: ("file", forms.FILE_INFECTED),
}


def _page(
    request: UserRequest, form: forms.EvidenceForm, known: Known, kept: Evidence | None, *, status: int
) -> HttpResponse:
    context = {
        "form": form,
        "owner": held.owner(request.user),
        "is_held": request.method != "POST" and held.take(request) is not None,
        "kept": kept,
        "action": kept.get_absolute_url() if kept else reverse("assessments:evidence_new"),
        "file": presentation.file_line(kept.kept_file) if kept else None,
        "groups": presentation.groups(known.catalogue, known.names, form.chosen),
        "changed": forms.CHANGED if status == 409 else "",
        "facts": presentation.facts(kept, known.names) if kept and status == 409 else (),
    }
    return render(request, "assessments/evidence_entry.html", context, status=status)


def _attachment(found: EvidenceFile) -> HttpResponse:
    headers = {
        "Content-Disposition": content_disposition_header(True, found.name) or "attachment",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": SANDBOX,
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(bytes(found.content), content_type=found.content_type, headers=headers)
