"""The four steps to a new plan, and the same four to a change of a plan."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments import snapshots
from assessments.models import Draft, Plan, Result
from assessments.presentation.builder import asking, summary
from assessments.services import drafts
from assessments.services.calculations import TooManyOpen
from assessments.services.drafts import DraftChanged, Place, Sent
from assessments.views.builder import asked, tables
from assessments.views.builder.answers import ACTIONS, CHECK, DATES, MEANS, NAMES, NOTHING_OWN, asked_by
from assessments.views.builder.opened import Builder, Form, opened
from assessments.views.builder.tables import SHOW, USE
from assessments.views.own import UserRequest
from assessments.views.own_plans import own_plan

TEMPLATES = {DATES: "dates", MEANS: "means", ACTIONS: "actions", CHECK: "check"}
ADD, BACK, FORGET = "add", "back", "forget"
LONGEST_NUMBER = 9


@require_http_methods(("GET", "HEAD", "POST"))
def new(request: UserRequest) -> HttpResponse:
    """A step to a plan from one of the user's results."""
    result = _result(request)
    if result is None:
        return render(request, "assessments/plan_none.html")
    return _step(request, Place(request.user, result, None))


@own_plan
@require_http_methods(("GET", "HEAD", "POST"))
def revise(request: UserRequest, plan: Plan) -> HttpResponse:
    """A step to a change of a plan's limits or actions."""
    return _step(request, Place(request.user, plan.result, plan))


def _result(request: UserRequest) -> Result | None:
    results = Result.objects.for_user(request.user)
    named = request.GET.get("attempt")
    if named is None:
        return results.first()
    try:
        return get_object_or_404(results, attempt=UUID(named))
    except ValueError as error:
        raise Http404 from error


def _step(request: UserRequest, place: Place) -> HttpResponse:
    wanted = asked_by(request.GET)
    step = request.GET.get("step", MEANS if wanted and "target" not in wanted else DATES)
    if step not in NAMES:
        raise Http404
    builder = opened(place, timezone.localdate(), wanted)
    if request.method != "POST":
        return _page(request, builder, step, None if step == CHECK else builder.shown(step))
    if request.POST.get("go") == FORGET:
        drafts.discard(place)
        return redirect(builder.address(DATES))
    return _check(request, builder) if step == CHECK else _save(request, builder, step)


def _save(request: UserRequest, builder: Builder, step: str) -> HttpResponse:
    """Keep what was sent, valid or not; go on where it is valid, and back in any case."""
    go = request.POST.get("go", "")
    data = tables.chosen(request.POST) if step == MEANS else request.POST
    form = builder.form(step, data, asks_own=go == ADD)
    target = _target(go, step)
    adds = target >= step and "remove" not in data and form.is_valid()
    sent = _sent(builder, step, form, data, adds=adds)
    try:
        draft = drafts.save(place=builder.place, sent=sent, at=timezone.now())
    except DraftChanged as changed:
        return _differing(request, builder, step, form, sent, changed.draft)
    saved = Builder(builder.place, builder.profile, draft, builder.today)
    if target < step:
        return _go(request, saved, target)
    if sent.remove or (go == ADD and sent.add):
        return redirect(f"{builder.address(ACTIONS)}#own")
    if not form.is_valid():
        return _page(request, saved, step, form, status=422)
    if step == MEANS and (go == SHOW or USE in request.POST):
        return redirect(tables.way_to(request, saved, waits=USE not in request.POST))
    return _go(request, saved, target)


def _go(request: UserRequest, builder: Builder, target: str) -> HttpResponse:
    if target == MEANS:
        return redirect(tables.way_to(request, builder, waits=False))
    return redirect(builder.address(target))


def _sent(builder: Builder, step: str, form: Form, data: QueryDict, *, adds: bool) -> Sent:
    seen = data.get("seen", "")
    is_number = seen.isascii() and seen.isdigit() and len(seen) <= LONGEST_NUMBER
    fields = {name: data.getlist(name) for name in form.fields}
    added = getattr(form, "added", None) if adds else None
    remove = data.get("remove", "") if step == ACTIONS else ""
    return Sent(
        step=step,
        fields={**fields, **NOTHING_OWN} if added else fields,
        seen=int(seen) if is_number else None,
        was=builder.fields,
        own=builder.own,
        add=builder.own_row(added) if added else None,
        remove="" if remove in builder.settled else remove,
    )


def _target(go: str, step: str) -> str:
    """The step that a button leads to; those that stay on the page lead to it again."""
    if go in {ADD, SHOW}:
        return step
    if go == BACK:
        return str(max(1, int(step) - 1))
    return go if go in NAMES else str(min(len(NAMES), int(step) + 1))


def _check(request: UserRequest, builder: Builder) -> HttpResponse:
    """Ask for the plan; refuse what is not valid yet."""
    target = _target(request.POST.get("go", ""), CHECK)
    if target < CHECK:
        return _go(request, builder, target)
    if builder.problems:
        return _page(request, builder, CHECK, None, status=422, refused=True)
    try:
        return redirect(asked.plan_for(builder, timezone.now()))
    except TooManyOpen:
        return _page(request, builder, CHECK, None, status=429, too_many=asked.TOO_MANY)


def _differing(request: UserRequest, builder: Builder, step: str, form: Form, sent: Sent, draft: Draft) -> HttpResponse:
    now = Builder(builder.place, builder.profile, draft, builder.today)
    lines = summary.differing(sent.fields, draft.entered["fields"], now.catalogue)
    return _page(request, now, step, form, status=409, differing=lines)


def _page(
    request: UserRequest, builder: Builder, step: str, form: Form | None, *, status: int = 200, **more: Any
) -> HttpResponse:
    attempt, place = builder.place.result.attempt, builder.place
    is_checked = form is not None and form.is_bound
    context = {
        "builder": builder,
        "plan": place.plan,
        "result": place.result,
        "level_name": snapshots.levels(attempt.version_id)[attempt.level],
        "profession": builder.standing.profession,
        "step": step,
        "stages": [(number, name, number < step, builder.address(number)) for number, name in NAMES.items()],
        "action_url": builder.address(step),
        "seen": builder.draft.revision if builder.draft else 0,
        "form": form,
        "has_errors": bool(is_checked and form and form.errors),
        **_about(builder, step, form),
        **more,
    }
    return render(request, f"assessments/plan_new_{TEMPLATES[step]}.html", context, status=status)


def _about(builder: Builder, step: str, form: Any) -> dict[str, Any]:
    """What only one of the steps shows."""
    if step == MEANS:
        return {"moves": [(move, form.move(move.id)) for move in builder.moves], **tables.shown(builder)}
    if step == ACTIONS:
        catalogue, unasked = builder.catalogue, {row["id"] for row in builder.own} | builder.settled
        big = {key for key, row in catalogue.actions.items() if row["big_move"]}
        without = {"done": unasked, "pinned": unasked, "excluded": unasked | (big - form.picked["excluded"])}
        return {
            "offers": [
                (form[name], asking.offer(catalogue, ticked, without[name])) for name, ticked in form.picked.items()
            ],
            "own": [(row["id"], summary.own_words(row), row["id"] in builder.settled) for row in builder.own],
            "staying": sorted(catalogue.actions[key]["name"] for key in builder.settled if key in catalogue.actions),
        }
    return {"lines": asked.lines(builder), "problems": builder.problems} if step == CHECK else {}
