"""Each part of a profile is saved whole, for one user, however often it is sent."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from assessments import snapshots
from assessments.models import GateState, Profile, ProfileGate
from assessments.services import profiles as services

pytestmark = pytest.mark.django_db
MONDAYS = [date(2027, 1, 4), date(2027, 1, 11)]
SAVES: list[tuple[Any, dict[str, Any]]] = [
    (services.save_work, {"profession": "nurse", "country": "US", "ehr": "epic"}),
    (services.save_gates, {"states": {"licence": "met", "residency": ""}}),
    (services.save_conditions, {"held": ["bachelors"], "ruled_out": ["org-sponsor"]}),
    (services.save_target, {"target_level": "cmio", "target_date": date(2029, 12, 31)}),
    (services.save_time, {"hours_per_week": Decimal("4.5"), "budget_usd": 5000, "blocked_weeks": MONDAYS}),
]
NAMES = [save.__name__ for save, _ in SAVES]


def written(user: User) -> dict[str, Any]:
    """Everything that is kept of a user, without the keys of rows."""
    profile = Profile.objects.whole().get(user=user)
    own = {name: value for name, value in vars(profile).items() if not name.startswith("_") and name != "id"}
    gates, blocked = snapshots.gate_states(profile), profile.blocked
    conditions = {row.condition: row.ruled_out for row in profile.conditions.all()}
    return own | {"gates": gates, "blocked": blocked, "conditions": conditions}


def test_a_new_user_has_an_empty_profile_without_a_row(alice: User) -> None:
    profile = services.profile_of(alice)
    assert profile.pk is None
    assert (profile.user, profile.profession, profile.blocked) == (alice, "", [])
    assert not Profile.objects.exists()


@pytest.mark.parametrize(("save", "values"), SAVES, ids=NAMES)
def test_the_first_part_makes_the_profile(alice: User, save: Any, values: dict[str, Any]) -> None:
    save(user=alice, **values)
    assert services.profile_of(alice).pk == Profile.objects.get().pk


@pytest.mark.parametrize(("save", "values"), SAVES, ids=NAMES)
def test_sending_a_part_twice_is_sending_it_once(alice: User, save: Any, values: dict[str, Any]) -> None:
    save(user=alice, **values)
    once = written(alice)
    save(user=alice, **values)
    assert written(alice) == once


@pytest.mark.parametrize(("save", "values"), SAVES, ids=NAMES)
def test_a_part_leaves_the_others_and_other_users_alone(
    alice: User, charlie: User, save: Any, values: dict[str, Any]
) -> None:
    for other, other_values in SAVES:
        other(user=alice, **other_values)
        other(user=charlie, **other_values)
    of_charlie, of_alice = written(charlie), written(alice)
    save(user=alice, **values)
    assert written(charlie) == of_charlie
    assert written(alice) == of_alice | {"gates_answered": of_alice["gates_answered"]}


@pytest.mark.parametrize(("save", "values"), SAVES[1:3] + SAVES[4:], ids=[*NAMES[1:3], NAMES[4]])
def test_a_part_is_kept_whole_or_not_at_all(
    alice: User, save: Any, values: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    save(user=alice, **values)
    before = written(alice)

    def fail(*args: Any, **kwargs: Any) -> None:
        raise DatabaseError

    monkeypatch.setattr(Profile, "save", fail)
    emptied = {name: type(value)() if isinstance(value, list | dict) else value for name, value in values.items()}
    with pytest.raises(DatabaseError):
        save(user=alice, **emptied)
    assert written(alice) == before


def test_another_profession_asks_for_a_look_at_the_gates_again(alice: User) -> None:
    services.save_work(user=alice, profession="physician", country="", ehr="")
    services.save_gates(user=alice, states={"licence": "met"})
    services.save_work(user=alice, profession="physician", country="US", ehr="")
    assert Profile.objects.get().gates_answered
    services.save_work(user=alice, profession="nurse", country="US", ehr="")
    assert not Profile.objects.get().gates_answered
    assert ProfileGate.objects.get().gate == "licence"


def test_gates_that_were_not_asked_for_stay(alice: User) -> None:
    services.save_gates(user=alice, states={"licence": "met", "residency": "in_progress"})
    services.save_gates(user=alice, states={"advanced_degree": "not_met", "residency": "met"})
    assert written(alice)["gates"] == {"licence": "met", "advanced_degree": "not_met", "residency": "met"}


def test_an_answer_on_a_gate_can_be_taken_back(alice: User) -> None:
    services.save_gates(user=alice, states={"licence": GateState.MET})
    services.save_gates(user=alice, states={"licence": ""})
    assert written(alice)["gates"] == {}
    assert not Profile.objects.get().gates_answered


def test_conditions_replace_those_before(alice: User) -> None:
    services.save_conditions(user=alice, held=["bachelors", "society-member"], ruled_out=["org-sponsor"])
    services.save_conditions(user=alice, held=["org-sponsor"], ruled_out=[])
    assert written(alice)["conditions"] == {"org-sponsor": False}


def test_no_condition_is_an_answer_too(alice: User) -> None:
    services.save_conditions(user=alice, held=[], ruled_out=[])
    assert Profile.objects.get().conditions_answered


def test_repeated_values_are_kept_once(alice: User) -> None:
    services.save_time(user=alice, hours_per_week=None, budget_usd=None, blocked_weeks=[*MONDAYS, *MONDAYS])
    services.save_conditions(user=alice, held=["bachelors", "bachelors"], ruled_out=["bachelors"])
    assert written(alice)["blocked"] == MONDAYS
    assert written(alice)["conditions"] == {"bachelors": True}


@pytest.mark.parametrize("weeks", [1, 20, 200])
def test_saving_time_takes_as_many_queries_for_many_weeks(alice: User, weeks: int) -> None:
    mondays = [date.fromordinal(MONDAYS[0].toordinal() + 7 * number) for number in range(weeks)]
    services.save_time(user=alice, hours_per_week=None, budget_usd=None, blocked_weeks=mondays)
    with CaptureQueriesContext(connection) as queries:
        services.save_time(user=alice, hours_per_week=None, budget_usd=None, blocked_weeks=mondays)
    assert len(queries) <= 9
