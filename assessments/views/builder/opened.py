"""A builder as one request finds it: whose it is, what it starts from, and its forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from uuid import uuid5

from django.http import QueryDict
from django.urls import reverse

from assessments import snapshots
from assessments.domain.following.extras import with_extras
from assessments.domain.instrument import Instrument
from assessments.domain.persona.request import PlanRequest
from assessments.forms.builder import ActionsForm, DatesForm, MeansForm
from assessments.forms.builder.actions import LISTS
from assessments.forms.builder.means import MOVE
from assessments.models import Draft, Profile
from assessments.presentation import open_ends
from assessments.presentation.builder import asking
from assessments.presentation.catalogue import Catalogue
from assessments.services import plans, proposals
from assessments.services.drafts import Place, draft_of
from assessments.services.profiles import profile_of
from assessments.views.builder import answers
from assessments.views.builder.answers import ACTIONS, DATES, MAIN, MEANS, Fields

HIGHEST = 5
Form = DatesForm | MeansForm | ActionsForm


@dataclass(frozen=True)
class Builder:
    """The builder of a plan at its place, with what was entered so far."""

    place: Place
    profile: Profile
    draft: Draft | None
    today: date
    asked: Fields = field(default_factory=dict)
    asked_own: Sequence[Mapping[str, Any]] | None = None

    def address(self, step: str) -> str:
        """The address of a step."""
        if self.place.plan:
            return f"{reverse('assessments:plan_revise', args=[self.place.plan.pk])}?step={step}"
        return f"{reverse('assessments:plan_new')}?attempt={self.place.result.attempt_id}&step={step}"

    @cached_property
    def standing(self) -> plans.Standing:
        """Where the user stands."""
        return plans.standing(self.place.result, self.profile)

    @cached_property
    def instrument(self) -> Instrument:
        """What the plan speaks of."""
        attempt, plan = self.place.result.attempt, self.place.plan
        if plan:
            return snapshots.plan_instrument(plan.current.schedule, attempt.level)
        return snapshots.instrument(attempt.version_id, attempt.level)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The names of everything in it, own actions among them."""
        plan = self.place.plan
        more = plan.current.request.get("extras", {}) if plan else {}
        version_id = plan.current.schedule.version_id if plan else self.place.result.attempt.version_id
        return Catalogue(with_extras(snapshots.catalogue(version_id), {**more, "own": self.own}))

    @cached_property
    def levels(self) -> Mapping[str, int]:
        """Likely levels, for a plan those that it was planned from."""
        plan = self.place.plan
        return plan.current.request["levels"] if plan else self.standing.levels

    @cached_property
    def settled(self) -> frozenset[str]:
        """Keys of the plan's actions that stay whatever is changed: done or running."""
        plan = self.place.plan
        following = plan.current.following if plan else {}
        done = plan.current.done if plan else set()
        return frozenset(done | {key for key, entry in following.items() if entry.is_running})

    @cached_property
    def fields(self) -> Fields:
        """What stands in every field: as entered, else as the plan or the profile has it."""
        base, conditions = self._base[0], {key for key, _ in asking.to_arrange(self.catalogue)}
        held = {"unavailable": [key for key in base["unavailable"] if key in conditions]}
        found = {**base, **held, **self._kept, **self.asked}
        # What was begun or done since stays in the plan, whatever list it was on.
        lists = {name: [key for key in found[name] if key not in self.settled] for name in LISTS}
        return {**found, **lists}

    @cached_property
    def own(self) -> Sequence[Mapping[str, Any]]:
        """The own actions."""
        if self.asked_own is not None:
            return self.asked_own
        kept = self.draft.entered if self.draft else {}
        return kept["own"] if "own" in kept else self._base[1]

    @cached_property
    def moves(self) -> tuple[asking.Move, ...]:
        """The big moves that are asked for."""
        gates = open_ends.open_gates(self.instrument, self.standing.profession, self.standing.gates)
        opened = {name.removeprefix(MOVE) for name, value in self.fields.items() if value == ["yes"]}
        also = opened | set(self.fields["pinned"])
        found = asking.moves(self.instrument, self.levels, [gate.id for gate in gates], also)
        return tuple(move for move in found if move.id not in self.settled)

    @cached_property
    def choices(self) -> list[str]:
        """The catalogue's actions that can be chosen."""
        own = {row["id"] for row in self.own}
        return [key for key in self.catalogue.actions if key not in self.settled | own]

    @cached_property
    def skills(self) -> list[tuple[str, str]]:
        """The rated skills that an own action could lift."""
        rows = self.catalogue.skills
        return [(key, rows[key]["name"]) for key, level in self.levels.items() if level < HIGHEST and key in rows]

    def form(self, step: str, data: QueryDict | None = None, *, asks_own: bool = False) -> Form:
        """The form of a step with what was sent, else with what stands in its fields."""
        return self._make(step, self.data if data is None else data, {}, asks_own)

    def shown(self, step: str) -> Form:
        """The form of a step as it is looked at: mistakes are named once the step was sent, not before."""
        if MAIN[step] in self._kept or self.asked.keys() & self.form(step).fields.keys():
            return self.form(step)
        several = {*LISTS, "unavailable"}
        initial = {name: values if name in several else values[-1] for name, values in self.fields.items()}
        return self._make(step, None, initial, False)

    @cached_property
    def data(self) -> QueryDict:
        """What stands in every field, as a form would send it."""
        sent = QueryDict(mutable=True)
        for name, values in self.fields.items():
            sent.setlist(name, values)
        return sent

    @cached_property
    def forms(self) -> tuple[DatesForm, MeansForm, ActionsForm]:
        """The forms of all steps, filled in and checked."""
        found = self.form(DATES), self.form(MEANS), self.form(ACTIONS)
        for form in found:
            form.is_valid()
        return found  # type: ignore[return-value]

    @property
    def problems(self) -> list[tuple[str, str]]:
        """What keeps the answers from being planned with: step and message."""
        found = [
            (step, str(message))
            for step, form in zip((DATES, MEANS, ACTIONS), self.forms, strict=True)
            for messages in form.errors.values()
            for message in messages
        ]
        actions = self.forms[2]
        if actions.is_valid() and actions.added:
            found.append((ACTIONS, f"“{actions.added['name']}” is described, but not added yet"))
        return found

    @property
    def given(self) -> PlanRequest:
        """The valid answers as planning takes them."""
        dates, means, actions = self.forms
        given = actions.cleaned_data
        return PlanRequest(
            start=dates.begins,
            target=dates.cleaned_data["target"],
            hours_per_week=means.cleaned_data["hours_per_week"],
            budget_usd=means.cleaned_data["budget_usd"],
            blocked_weeks=frozenset(dates.cleaned_data["blocked_weeks"]),
            open_to=means.open_to,
            done=frozenset(given.get("done", ())),
            pinned=frozenset(given["pinned"]) | {row["id"] for row in self.own if row.get("pinned", True)},
            excluded=frozenset(given["excluded"]),
            running=(),
        )

    @property
    def own_rows(self) -> list[dict[str, Any]]:
        """The own actions as a plan keeps them."""
        return [{name: value for name, value in row.items() if name != "pinned"} for row in self.own]

    def own_row(self, added: Mapping[str, Any]) -> dict[str, Any]:
        """An own action with its key; the same one described twice has one key."""
        namespace = self.place.plan.pk if self.place.plan else self.place.result.attempt_id
        said = {name: value for name, value in added.items() if name != "skill" or value}
        row = {"id": f"own-{uuid5(namespace, str(sorted(said.items()))).hex[:12]}", **said}
        if added["skill"]:
            row |= {"from": self.levels[added["skill"]], "to": self.levels[added["skill"]] + 1}
        return row

    @property
    def _kept(self) -> Fields:
        fields: Fields = self.draft.entered.get("fields", {}) if self.draft else {}
        return fields

    @cached_property
    def limits(self) -> dict[str, Any]:
        """What the plan was given, empty for a new plan."""
        return proposals.limits(self.place.plan) if self.place.plan else {}

    @cached_property
    def _base(self) -> tuple[Fields, list[dict[str, Any]]]:
        if self.limits:
            return answers.from_limits(self.limits), answers.own_of(self.limits)
        return answers.from_profile(self.profile, self.today), []

    def _make(self, step: str, data: QueryDict | None, initial: dict[str, Any], asks_own: bool) -> Form:
        is_new = self.place.plan is None
        if step == DATES:
            return DatesForm(data, today=self.today, has_start=is_new, initial=initial)
        if step == MEANS:
            return MeansForm(data, moves=[move.id for move in self.moves], initial=initial)
        return ActionsForm(
            data,
            actions=self.choices,
            conditions=asking.to_arrange(self.catalogue),
            skills=self.skills,
            own=len(self.own),
            has_done=is_new,
            asks_own=asks_own,
            initial=initial,
        )


def opened(place: Place, today: date, asked: Fields | None = None) -> Builder:
    """The builder at that place; reads the profile and the draft."""
    return Builder(place, profile_of(place.user), draft_of(place), today, asked or {})
