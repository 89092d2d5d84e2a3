"""What the database itself keeps true about profiles."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments.models import BlockedWeek, GateState, HeldCondition, Profile, ProfileGate
from tests.assessments.models.refusals import refused

pytestmark = pytest.mark.django_db
MONDAY = date(2027, 1, 4)


@pytest.fixture
def profile(alice: User) -> Profile:
    return Profile.objects.create(user=alice)


@pytest.mark.parametrize("hours", ["0.5", "4", "80", None])
def test_hours_from_a_half_to_eighty_are_kept(alice: User, hours: str | None) -> None:
    value = None if hours is None else Decimal(hours)
    profile = Profile.objects.create(user=alice, hours_per_week=value)
    profile.refresh_from_db()
    assert profile.hours_per_week == value


@pytest.mark.parametrize("hours", ["0", "0.4", "80.1", "-4"])
def test_other_hours_are_refused(alice: User, hours: str) -> None:
    refused(
        lambda: Profile.objects.create(user=alice, hours_per_week=Decimal(hours)),
        "profile_hours_half_to_eighty",
    )


def test_a_user_has_one_profile(profile: Profile) -> None:
    refused(lambda: Profile.objects.create(user=profile.user), "user_id")


def test_a_gate_has_one_state_in_a_profile(profile: Profile, charlie: User) -> None:
    ProfileGate.objects.create(profile=profile, gate="licence", state=GateState.MET)
    refused(lambda: ProfileGate.objects.create(profile=profile, gate="licence", state="met"), "gate_once_per_profile")
    other = Profile.objects.create(user=charlie)
    assert ProfileGate.objects.create(profile=other, gate="licence", state=GateState.MET).pk


def test_a_condition_stands_once_in_a_profile(profile: Profile) -> None:
    HeldCondition.objects.create(profile=profile, condition="bachelors")
    refused(
        lambda: HeldCondition.objects.create(profile=profile, condition="bachelors", ruled_out=True),
        "condition_once_per_profile",
    )


def test_a_week_is_blocked_once(profile: Profile) -> None:
    BlockedWeek.objects.create(profile=profile, monday=MONDAY)
    refused(lambda: BlockedWeek.objects.create(profile=profile, monday=MONDAY), "blocked_week_once_per_profile")


@pytest.mark.parametrize("day", range(5, 11))
def test_a_blocked_week_is_named_by_its_monday(profile: Profile, day: int) -> None:
    refused(
        lambda: BlockedWeek.objects.create(profile=profile, monday=MONDAY.replace(day=day)),
        "blocked_week_is_a_monday",
    )


def test_blocked_weeks_come_in_order_and_none_before_saving(profile: Profile) -> None:
    for day in (18, 4, 11):
        BlockedWeek.objects.create(profile=profile, monday=MONDAY.replace(day=day))
    assert [monday.day for monday in profile.blocked] == [4, 11, 18]
    assert Profile().blocked == []


@pytest.mark.parametrize("rows", [1, 20])
def test_a_whole_profile_takes_four_queries(profile: Profile, rows: int) -> None:
    for number in range(rows):
        BlockedWeek.objects.create(profile=profile, monday=date.fromordinal(MONDAY.toordinal() + 7 * number))
        ProfileGate.objects.create(profile=profile, gate=f"gate-{number}", state=GateState.MET)
        HeldCondition.objects.create(profile=profile, condition=f"condition-{number}")
    with CaptureQueriesContext(connection) as queries:
        whole = Profile.objects.whole().get(user=profile.user)
        assert len(whole.blocked) == len(whole.gates.all()) == len(whole.conditions.all()) == rows
    assert len(queries) == 4


def test_a_profile_goes_with_its_user(profile: Profile) -> None:
    BlockedWeek.objects.create(profile=profile, monday=MONDAY)
    profile.user.delete()
    assert not Profile.objects.exists()
    assert not BlockedWeek.objects.exists()


def test_rows_name_themselves_without_saying_whose_they_are(profile: Profile) -> None:
    assert str(profile) == f"Profile {profile.pk}"
    assert str(ProfileGate(profile=profile, gate="licence", state="met")) == "licence: met"
    assert str(HeldCondition(profile=profile, condition="bachelors")) == "bachelors"
    assert str(BlockedWeek(profile=profile, monday=MONDAY)) == "2027-01-04"
