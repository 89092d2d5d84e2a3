"""The button on the pages of a result that asks for one action to be in the plan."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments.forms.builder.means import MOVE
from assessments.models import Attempt, Plan, Result
from assessments.services import drafts
from assessments.services.drafts import Place, Sent, draft_of
from assessments.views.builder.answers import ACTIONS, MEANS
from assessments.views.builder.opened import Builder, opened
from assessments.views.own import UserRequest


@dataclass(frozen=True, slots=True)
class Planned:
    """The actions of the plan of a result, and those that have to be in the next one."""

    actions: frozenset[str]
    pinned: frozenset[str]


def planned(request: UserRequest, attempt: Attempt) -> Planned | None:
    """What is planned from the result of an attempt, in two queries; None where nobody can plan from it yet."""
    if not request.user.is_authenticated:
        return None
    plan = Plan.objects.for_user(request.user).filter(result=attempt.result).first()
    draft = draft_of(Place(request.user, attempt.result, plan))
    pinned = draft.entered.get("fields", {}).get("pinned", ()) if draft else ()
    return Planned(frozenset(row["id"] for row in plan.current.actions) if plan else frozenset(), frozenset(pinned))


@require_http_methods(("GET", "HEAD", "POST"))
def add(request: UserRequest) -> HttpResponse:
    """Put an action on the list of those that have to be in the plan: in that of the result, or in a new one."""
    # Whoever had to sign in before the button was taken comes here by GET.
    if request.method != "POST":
        return redirect("assessments:plan_new")
    result = _result(request)
    plan = Plan.objects.for_user(request.user).filter(result=result).first()
    builder = opened(Place(request.user, result, plan), timezone.localdate())
    action = request.POST.get("action", "")
    if action not in builder.catalogue.actions:
        raise Http404
    name = builder.catalogue.actions[action]["name"]
    if plan and any(row["id"] == action for row in plan.current.actions):
        messages.info(request, f"“{name}” is in your plan already.")
        return redirect(plan)
    messages.success(request, _pinned(builder, action, name))
    return redirect(builder.address(ACTIONS))


def _result(request: UserRequest) -> Result:
    try:
        named = UUID(request.POST.get("attempt", ""))
    except ValueError as error:
        raise Http404 from error
    return get_object_or_404(Result.objects.for_user(request.user), attempt=named)


def _pinned(builder: Builder, action: str, name: str) -> str:
    """Keep the action on the list, and say so."""
    fields, big = builder.fields, bool(builder.catalogue.actions[action]["big_move"])
    lists = {
        "pinned": [*(key for key in fields["pinned"] if key != action), action],
        "excluded": [key for key in fields["excluded"] if key != action],
        "done": [key for key in fields["done"] if key != action],
    }
    names = [key for key in builder.form(ACTIONS).fields if key not in lists]
    sent = Sent(
        step=ACTIONS,
        fields={**{key: fields.get(key, []) for key in names}, **lists},
        seen=None,
        own=builder.own,
        more={MEANS: {f"{MOVE}{action}": ["yes"]}} if big else {},
    )
    drafts.save(place=builder.place, sent=sent, at=timezone.now())
    where = "your plan once you ask for a new one" if builder.place.plan else "your new plan"
    more = " It is a big move, so it is marked as one that you would consider." if big else ""
    return f"“{name}” has to be in {where}.{more} Look at the other answers, then go on."
