"""What a profile says to scoring and planning."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments import snapshots
from assessments.models import Profile
from assessments.services import profiles as services
from tests.assessments.runs import newest

pytestmark = pytest.mark.django_db
ALL_MET = dict.fromkeys(("medical_degree", "licence", "primary_board", "residency", "informatics_years"), "met")


@pytest.fixture
def version(db: None) -> int:
    return newest().pk


def held(user: User, version: int) -> frozenset[str]:
    return snapshots.held_conditions(services.profile_of(user), version)


def test_an_unsaved_profile_says_nothing(alice: User, version: int) -> None:
    profile = Profile(user=alice)
    assert snapshots.gate_states(profile) == {}
    assert snapshots.held_conditions(profile, version) == snapshots.ruled_out(profile) == frozenset()


def test_gate_states_come_by_key(alice: User) -> None:
    services.save_gates(user=alice, states={"licence": "met", "residency": "not_applicable"})
    assert snapshots.gate_states(services.profile_of(alice)) == {"licence": "met", "residency": "not_applicable"}


def test_ticked_and_ruled_out_conditions_are_kept_apart(alice: User, version: int) -> None:
    services.save_conditions(user=alice, held=["bachelors"], ruled_out=["org-sponsor"])
    assert held(alice, version) == {"bachelors"}
    assert snapshots.ruled_out(services.profile_of(alice)) == {"org-sponsor"}


def test_a_met_gate_gives_its_condition(alice: User, version: int) -> None:
    services.save_work(user=alice, profession="physician", country="", ehr="")
    services.save_gates(user=alice, states=ALL_MET)
    expected = {"md-do", "licence-unrestricted", "primary-board", "residency-done", "informatics-years-3"}
    assert held(alice, version) == expected


@pytest.mark.parametrize("state", ["in_progress", "not_met", "not_applicable"])
def test_a_gate_in_any_other_state_gives_none(alice: User, version: int, state: str) -> None:
    services.save_work(user=alice, profession="physician", country="", ehr="")
    services.save_gates(user=alice, states=dict.fromkeys(ALL_MET, state))
    assert held(alice, version) == frozenset()


def test_gates_of_another_profession_do_not_count(alice: User, version: int) -> None:
    services.save_gates(user=alice, states=ALL_MET)
    services.save_work(user=alice, profession="nurse", country="", ehr="")
    assert held(alice, version) == {"md-do", "informatics-years-3"}


@pytest.mark.parametrize(("ehr", "expected"), [("epic", {"org-epic"}), ("oracle", set()), ("", set())])
def test_the_ehr_answers_its_condition(alice: User, version: int, ehr: str, expected: set[str]) -> None:
    services.save_work(user=alice, profession="", country="", ehr=ehr)
    assert held(alice, version) == expected


def test_it_all_comes_from_a_whole_profile_without_another_query(alice: User, version: int) -> None:
    services.save_conditions(user=alice, held=["bachelors"], ruled_out=["org-sponsor"])
    snapshots.catalogue(version)
    profile = services.profile_of(alice)
    with CaptureQueriesContext(connection) as queries:
        snapshots.held_conditions(profile, version)
        snapshots.ruled_out(profile)
        snapshots.ticked(profile)
    assert len(queries) == 0
