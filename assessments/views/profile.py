"""The profile as a task list, and one page for each of its parts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from assessments import snapshots
from assessments.domain import weeks
from assessments.forms import profile as forms
from assessments.models import CONDITIONS_OF_EHR, Profile
from assessments.presentation import profile as presentation
from assessments.presentation.catalogue import Catalogue, Row
from assessments.services import profiles as services
from assessments.views.own import UserRequest
from careers.services import ASSESSED_CAREER

SAVED = "Saved"
NOTHING_PUBLISHED: snapshots.Document = {"competencies": {"prerequisites": []}, "actions": {"conditions": []}}


@dataclass(frozen=True)
class Known:
    """What the forms are built from: the profile, the live catalogue and the time of the request."""

    profile: Profile
    catalogue: Catalogue
    levels: Mapping[str, str]
    now: datetime

    @property
    def gates(self) -> list[Row]:
        """The gates that apply to the profession, in the catalogue's order; none before the profession is known."""
        return [row for row in self.catalogue.gates.values() if self.profile.profession in row["applies_to"]]

    def conditions(self, scope: str) -> list[tuple[str, str]]:
        """The conditions of a scope that no other part of the profile answers."""
        rows = self.catalogue.conditions.values()
        asked = (row for row in rows if not row["prerequisite"] and row["id"] not in CONDITIONS_OF_EHR)
        return [(row["id"], row["name"]) for row in asked if row["scope"] == scope]


@require_safe
def overview(request: UserRequest) -> HttpResponse:
    """The parts of the profile with what they hold, and the way to the account."""
    known = _known(request)
    tasks = presentation.task_list(known.profile, [row["id"] for row in known.gates], known.levels)
    return render(request, "assessments/profile.html", {"tasks": tasks})


@require_http_methods(["GET", "HEAD", "POST"])
def part(request: UserRequest, part: str) -> HttpResponse:
    """Show or save one part; a part that needs a published catalogue is missing where there is none."""
    known = _known(request)
    if part not in PARTS or (part in NEED_CATALOGUE and not known.levels):
        raise Http404
    build, save = PARTS[part]
    form = build(request.POST if request.method == "POST" else None, known)
    if request.method == "POST" and form.is_valid():
        save(user=request.user, **form.answers)
        messages.success(request, SAVED)
        return redirect("assessments:profile")
    context = {"form": form, "profession": known.profile.get_profession_display()}
    return render(request, f"assessments/profile_{part}.html", context, status=422 if form.errors else 200)


def _known(request: UserRequest) -> Known:
    now = timezone.now()
    version = snapshots.live_version(ASSESSED_CAREER, now)
    document = snapshots.catalogue(version.pk) if version else NOTHING_PUBLISHED
    levels = snapshots.levels(version.pk) if version else {}
    return Known(services.profile_of(request.user), Catalogue(document), levels, now)


def _work(data: QueryDict | None, known: Known) -> forms.WorkForm:
    profile = known.profile
    initial = {"profession": profile.profession, "country": profile.country, "ehr": profile.ehr}
    return forms.WorkForm(data, initial=initial)


def _gates(data: QueryDict | None, known: Known) -> forms.GatesForm:
    states = snapshots.gate_states(known.profile)
    initial = {forms.gate_field(gate): state for gate, state in states.items()}
    return forms.GatesForm(data, gates=known.gates, initial=initial)


def _conditions(data: QueryDict | None, known: Known) -> forms.ConditionsForm:
    return forms.ConditionsForm(
        data,
        held=known.conditions("profile"),
        ruled_out=known.conditions("organization"),
        initial={"held": list(snapshots.ticked(known.profile)), "ruled_out": list(snapshots.ruled_out(known.profile))},
    )


def _target(data: QueryDict | None, known: Known) -> forms.TargetForm:
    initial = {"target_level": known.profile.target_level, "target_date": known.profile.target_date}
    return forms.TargetForm(data, levels=known.levels.items(), today=known.now.date(), initial=initial)


def _time(data: QueryDict | None, known: Known) -> forms.TimeForm:
    hours, budget = known.profile.hours_per_week, known.profile.budget_usd
    initial = {
        "hours_per_week": "" if hours is None else f"{float(hours):g}",
        "budget_usd": "" if budget is None else f"{budget:,}",
        "blocked_weeks": weeks.write(known.profile.blocked),
    }
    return forms.TimeForm(data, initial=initial)


PARTS: dict[str, tuple[Callable[[QueryDict | None, Known], forms.PartForm], Callable[..., None]]] = {
    "work": (_work, services.save_work),
    "gates": (_gates, services.save_gates),
    "conditions": (_conditions, services.save_conditions),
    "target": (_target, services.save_target),
    "time": (_time, services.save_time),
}
NEED_CATALOGUE = ("gates", "conditions", "target")
