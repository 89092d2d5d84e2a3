"""What all pages of a plan share: whose it is, what a form sends along, and what a stale one is shown."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from assessments import snapshots
from assessments.models import Plan, Revision
from assessments.presentation import stale as stale_page
from assessments.services.revisions import Edit, PlanChanged
from assessments.views.own import UserRequest

View = Callable[..., HttpResponse]
CSRF = "csrfmiddlewaretoken"
LONGEST_NUMBER = 10


def own_plan(view: View) -> View:
    """Hand the view the user's own plan; anybody else's is missing, before the method is even looked at."""

    @wraps(view)
    def handle(request: UserRequest, plan_id: UUID, **kwargs: Any) -> HttpResponse:
        return view(request, get_object_or_404(Plan.objects.for_user(request.user), pk=plan_id), **kwargs)

    return handle


def edit_of(request: UserRequest, plan: Plan) -> Edit:
    """The change that a form sends: the revision its page showed (`seen`) and a key; without them, as it is now.

    The key is made of the page's own and of all that was sent: the same form sent twice has one key, and another form
    of the same page has another.
    """
    seen, page = request.POST.get("seen", ""), request.POST.get("page", "")
    sent = sorted((name, value) for name, values in request.POST.lists() for value in values if name != CSRF)
    try:
        key = uuid5(UUID(page), f"{request.path}{sent}")
        return Edit(int(seen) if len(seen) < LONGEST_NUMBER else 0, key, timezone.now())
    except ValueError:
        return Edit(plan.current.number, uuid4(), timezone.now())


def stale(request: UserRequest, plan: Plan, changed: PlanChanged) -> HttpResponse:
    """Show what was sent beside how the plan stands now: nothing of it was kept, and nothing is lost."""
    # What is sent from this page starts from how the plan stands now.
    plan.current_revision = changed.now
    names = snapshots.action_names(changed.seen.schedule) | snapshots.action_names(changed.now.schedule)
    context = {
        "plan": plan,
        "seen": changed.seen,
        "now": changed.now,
        "page": stale_page.page(dict(request.POST.lists()), changed.seen, changed.now, names),
        "again": _makes_sense_again(request, changed.now),
    }
    return render(request, "assessments/plan_stale.html", context, status=409)


def _makes_sense_again(request: UserRequest, now: Revision) -> bool:
    """Whether the same form may be sent on top of how the plan stands now: it says all that it changes by itself."""
    found = request.resolver_match
    if found is None or found.url_name not in {"plan_progress", "plan_step"}:
        return False
    return found.kwargs.get("action") in {None, *(row["id"] for row in now.actions)}
