"""Every change of a plan: the list, any two compared, any one restored."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments.models import Plan
from assessments.presentation import words
from assessments.presentation.revisions import entries, versus
from assessments.presentation.saved_plans import saved
from assessments.services.revisions import PlanChanged, restore
from assessments.views.own import UserRequest
from assessments.views.own_plans import edit_of, own_plan, stale

PAGE = 50
LONGEST_NUMBER = 9


@own_plan
@require_http_methods(("GET", "HEAD", "POST"))
def index(request: UserRequest, plan: Plan) -> HttpResponse:
    """The plan's revisions, or what differs between two of them; a form restores the schedule of one."""
    if request.method == "POST":
        return _restore(request, plan)
    if {"a", "b"} <= request.GET.keys():
        return _compare(request, plan, *sorted((_number(request.GET["a"]), _number(request.GET["b"]))))
    rows = plan.revisions.order_by("-number").defer("progress")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {
        "plan": plan,
        "page": page,
        "entries": entries(list(page), plan.current.number),
        "one": page.paginator.count == 1,
        "number": words.sentence(words.count(page.paginator.count, "revision")),
        "unchosen": not {"a", "b"}.isdisjoint(request.GET) or "compare" in request.GET,
    }
    return render(request, "assessments/plan_revisions.html", context)


def _compare(request: UserRequest, plan: Plan, first: int, second: int) -> HttpResponse:
    found = plan.revisions.filter(number__in={first, second}).select_related("schedule__version")
    rows = {row.number: row for row in found.defer("schedule__version__document")}
    if not {first, second} <= rows.keys():
        raise Http404
    old, new = rows[first], rows[second]
    context = {
        "plan": plan,
        "old": old,
        "new": new,
        "revisions": (old, new),
        "before_name": f"Revision {old.number}",
        "after_name": f"Revision {new.number}",
        "page": versus(saved(plan, old), saved(plan, new), timezone.localdate()),
        "restorable": [row for row in (old, new) if row.actions != plan.current.actions],
    }
    return render(request, "assessments/plan_compare.html", context)


def _restore(request: UserRequest, plan: Plan) -> HttpResponse:
    number, edit = _number(request.POST.get("number", "")), edit_of(request, plan)
    try:
        made = restore(plan=plan, edit=edit, number=number)
    except PlanChanged as changed:
        return stale(request, plan, changed)
    except LookupError:
        messages.error(
            request, "Nothing was restored, because the plan has no such revision. Choose one from the list."
        )
        return redirect("assessments:plan_revisions", plan.pk)
    if made.key != edit.key:
        messages.info(request, f"Nothing was restored: your plan follows the schedule of revision {number} already.")
        return redirect(plan)
    messages.success(
        request,
        f"The schedule of revision {number} is back, as revision {made.number}. What was done since stays done.",
    )
    return redirect(plan)


def _number(text: str) -> int:
    """A number of a revision; 0, which none has, for anything else."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else 0
