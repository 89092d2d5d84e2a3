"""Building a plan twice makes one, what was asked for can be planned again, and what cannot be planned is named."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User

from assessments import snapshots
from assessments.domain.planning import plan as solve
from assessments.domain.situation import Situation
from assessments.models import Plan, Profile, Result
from assessments.services import plans as services
from assessments.services import profiles
from tests.assessments.runs import ACTION, LATER, NOW, built, request, submitted, without_planner

pytestmark = pytest.mark.django_db
DATES = ("start", "target")
SETS = ("conditions", "unavailable", "open_to", "done", "pinned", "excluded")


@pytest.fixture
def result(alice: User) -> Result:
    return submitted(alice)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Situation]:
    return without_planner(monkeypatch)


def situation_in(kept: dict[str, Any]) -> Situation:
    """What a revision keeps, read back without any help from the service."""
    values = kept | {name: date.fromisoformat(kept[name]) for name in DATES}
    values |= {name: frozenset(kept[name]) for name in SETS}
    blocked = frozenset(date.fromisoformat(day) for day in kept["blocked_weeks"])
    return Situation(**values | {"blocked_weeks": blocked, "running": tuple(kept["running"])})


def test_a_plan_is_kept_as_its_first_revision(result: Result) -> None:
    id = uuid4()
    plan = built(result, id=id, given=request(pinned=frozenset({ACTION})))
    assert (plan.pk, plan.user, plan.result, plan.created_at) == (id, result.attempt.user, result, NOW)
    (revision,) = plan.revisions.all()
    assert (revision.number, revision.created_at) == (1, NOW)
    assert ACTION in [action["id"] for action in revision.actions]


def test_what_a_revision_keeps_gives_the_same_plan_again(alice: User, result: Result) -> None:
    profiles.save_work(user=alice, profession="physician", country="", ehr="epic")
    profiles.save_gates(user=alice, states={"medical_degree": "met"})
    given = request(blocked_weeks=frozenset({date(2026, 12, 21), date(2027, 1, 4)}), done=frozenset({"sql-course"}))
    kept = Plan.objects.get(pk=built(result, given=given, unavailable=["data-access"]).pk).current
    instrument = snapshots.instrument(result.attempt.version_id, "cmio")
    assert solve(instrument, situation_in(kept.request)) == kept.document
    assert kept.request["blocked_weeks"] == ["2026-12-21", "2027-01-04"]
    assert kept.request["gates"] == {"medical_degree": "met"}
    assert kept.request["conditions"] == ["md-do", "org-epic"]
    assert kept.request["unavailable"] == ["data-access"]


def test_the_same_form_sent_twice_builds_once(result: Result, asked: list[Situation]) -> None:
    first = built(result, id=uuid4())
    again = built(result, id=first.pk, at=LATER)
    assert (again, again.created_at) == (first, NOW)
    assert len(asked) == Plan.objects.count() == 1


def test_the_same_id_with_other_answers_is_another_plan(result: Result, asked: list[Situation]) -> None:
    first = built(result, id=uuid4())
    other = built(result, id=first.pk, given=request(hours_per_week=5.0))
    assert other.pk != first.pk
    assert [plan.current.request["hours_per_week"] for plan in (first, other)] == [4.0, 5.0]


def test_anothers_id_gives_a_new_one(result: Result, charlie: User, asked: list[Situation]) -> None:
    first = built(result, id=uuid4())
    other = built(submitted(charlie), id=first.pk)
    assert other.pk != first.pk
    assert [plan.user for plan in Plan.objects.filter(pk__in=[first.pk, other.pk])].count(charlie) == 1
    assert Plan.objects.get(pk=first.pk).user == result.attempt.user


@pytest.mark.parametrize("whose", ["own", "another's"])
def test_a_plan_that_is_kept_under_the_id_while_this_one_is_planned_stays_apart(
    result: Result, charlie: User, monkeypatch: pytest.MonkeyPatch, whose: str
) -> None:
    id, theirs = uuid4(), submitted(charlie) if whose == "another's" else result

    def meanwhile(*_: object) -> dict[str, Any]:
        without_planner(monkeypatch)
        built(theirs, id=id, given=request(hours_per_week=8.0))
        return {"status": "optimal", "actions": []}

    monkeypatch.setattr(services, "solve", meanwhile)
    plan = built(result, id=id)
    assert plan.pk != id
    assert (plan.user, plan.current.request["hours_per_week"]) == (result.attempt.user, 4.0)


@pytest.mark.parametrize(
    ("id", "why"),
    [
        ("chcio", "is pinned, but it may cost 3,000 USD, more than the budget of 1,000"),
        ("target-search", "is pinned, but it is a big move that you are not open to"),
        ("qi-lead", "is pinned, but it takes longer than there is until the target date"),
    ],
)
def test_a_pin_that_cannot_fit_is_named_with_the_law_it_breaks(result: Result, id: str, why: str) -> None:
    some_rated = replace(services.standing(result, Profile()), levels={"cds": 2})
    with pytest.raises(services.Infeasible) as caught:
        built(result, standing=some_rated, given=request(pinned=frozenset({id, ACTION})))
    assert caught.value.broken == ({"id": id, "why": why},)
    assert str(caught.value) == f"{id} {why}"
    assert not Plan.objects.exists()


def test_a_refused_form_can_be_sent_again_under_its_id(result: Result) -> None:
    id = uuid4()
    with pytest.raises(services.Infeasible):
        built(result, id=id, given=request(pinned=frozenset({"chcio"})))
    assert built(result, id=id).pk == id


def test_a_plan_starts_from_the_likely_levels_and_the_profile_of_today(alice: User, result: Result) -> None:
    profiles.save_work(user=alice, profession="physician", country="", ehr="")
    profiles.save_gates(user=alice, states={"medical_degree": "met", "licence": "in_progress"})
    profiles.save_conditions(user=alice, held=["bachelors"], ruled_out=["data-access"])
    standing = services.standing(result, profiles.profile_of(alice))
    assert len(standing.levels) == 31
    assert set(standing.levels.values()) == {2}
    assert standing.profession == "physician"
    assert standing.gates == {"medical_degree": "met", "licence": "in_progress"}
    assert standing.conditions == {"md-do", "bachelors"}


def test_without_a_profile_nothing_is_held(alice: User, result: Result) -> None:
    standing = services.standing(result, profiles.profile_of(alice))
    assert (standing.profession, standing.gates, standing.conditions) == ("", {}, frozenset())


def test_a_plan_leaves_the_profile_and_the_result_alone(alice: User, result: Result) -> None:
    profiles.save_time(user=alice, hours_per_week=Decimal(6), budget_usd=5000, blocked_weeks=[])
    document = Result.objects.get().document
    built(result)
    assert profiles.profile_of(alice).hours_per_week == 6
    assert Result.objects.get().document == document
