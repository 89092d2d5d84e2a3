"""The owner's page of links to a plan: made for a mentor, with chosen parts, and taken back."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments.forms import sharing as forms
from assessments.models import Plan, Share
from assessments.presentation import sharing as presentation
from assessments.services import sharing as services
from assessments.views.own import UserRequest
from assessments.views.own_plans import own_plan

METHODS = ("GET", "HEAD", "POST")
MADE = "The link for {} is made. Copy it below and send it yourself: this site sends nothing"
REVOKED = "The link for {} no longer opens. The notes that came by it stay"


def open_links(plan: Plan) -> tuple[presentation.LinkRow, ...]:
    """The links that open now, in one query."""
    now = timezone.now()
    return presentation.links(list(plan.shares.usable(now)), now)


@own_plan
@require_http_methods(METHODS)
def share(request: UserRequest, plan: Plan) -> HttpResponse:
    """Make a link, take one back, and see what each shows and until when."""
    if request.method != "POST":
        return _page(request, plan, None, status=200)
    if "revoke" in request.POST:
        return _revoke(request, plan)
    return _make(request, plan)


def _make(request: UserRequest, plan: Plan) -> HttpResponse:
    form = forms.ShareForm(request.POST)
    if not form.is_valid():
        return _page(request, plan, form, status=422)
    try:
        made = services.share(plan=plan, at=timezone.now(), **form.cleaned_data)
    except services.TooManyOpen:
        form.add_error(None, forms.FULL)
        return _page(request, plan, form, status=422)
    messages.success(request, MADE.format(made.mentor))
    return redirect("assessments:plan_share", plan.pk)


def _revoke(request: UserRequest, plan: Plan) -> HttpResponse:
    """Revoke one of the plan's own links; what names none of them changes nothing."""
    asked = request.POST["revoke"]
    found = next((one for one in plan.shares.all() if str(one.pk) == asked), None)
    if found:
        services.revoke(share=found, at=timezone.now())
        messages.success(request, REVOKED.format(found.mentor))
    return redirect("assessments:plan_share", plan.pk)


def _page(request: UserRequest, plan: Plan, form: forms.ShareForm | None, *, status: int) -> HttpResponse:
    shares = list(plan.shares.annotate(written=Count("notes")).order_by("-created_at", "pk"))
    rows = presentation.links(shares, timezone.now())
    context: dict[str, Any] = {
        "plan": plan,
        "form": form or _fresh(shares),
        "links": [(row, _address(request, row)) for row in rows],
        "full": forms.FULL if sum(row.is_open for row in rows) >= services.MOST_OPEN else "",
    }
    return render(request, "assessments/plan_share.html", context, status=status)


def _fresh(shares: list[Share]) -> forms.ShareForm:
    """An empty form; who has told their name once need not type it again."""
    begun = {"id": uuid4(), "sharer": shares[0].sharer if shares else ""}
    return forms.ShareForm(initial={**begun, "parts": list(forms.USUAL_PARTS), "days": forms.USUAL_DAYS})


def _address(request: UserRequest, row: presentation.LinkRow) -> str:
    """The link as it is sent to somebody; empty where it is closed or nobody can tell it."""
    return request.build_absolute_uri(reverse("assessments:shared", args=[row.token])) if row.token else ""
