"""`demo` makes somebody whose pages are all there, twice the same, and nobody where others could sign in."""

import re
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from assessments.domain.following.progress import BLOCKED, DOING, DONE, NOT_STARTED
from assessments.domain.situation import Situation
from assessments.management import demonstration
from assessments.management.commands import demo
from assessments.models import Attempt, Plan, Profile, Result
from careers.models import InstrumentVersion
from tests.assessments.domain.builders import published
from tests.assessments.runs import all_rows, built, tick, without_planner

pytestmark = pytest.mark.django_db


def run() -> tuple[str, str, str]:
    """The address, the password and the plan's page that were printed."""
    out = StringIO()
    call_command("demo", stdout=out)
    found = re.fullmatch(
        r"E-mail:   (\S+)\nPassword: (\S+)\nLog in at /accounts/login/, then see (/plans/\S+/)\n", out.getvalue()
    )
    assert found
    return found[1], found[2], found[3]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Situation]:
    return without_planner(monkeypatch)


def test_it_makes_somebody_who_can_sign_in_and_whose_pages_open(client: Client) -> None:
    email, password, plan = run()
    attempt, result = Attempt.objects.get(), Result.objects.get()
    assert attempt.submitted_at
    assert result.document["answered"]["skills"] == 31
    assert 0 < result.document["answered"]["scenarios_right"] < result.document["answered"]["scenarios_answered"]
    followed(Plan.objects.whole().get())
    signed_in = client.post("/accounts/login/", {"login": email, "password": password})
    assert (signed_in.status_code, signed_in.headers["Location"]) == (302, "/")
    assert result.document["evidence"].keys() == {
        skill for done in demonstration.EVIDENCE.values() for skill in done.skills
    }
    for path in ("/", "/profile/", "/evidence/", "/assessments/", attempt.get_absolute_url(), "/plans/", plan):
        assert client.get(path).status_code == 200


def followed(plan: Plan) -> None:
    """It has a history: a step done with its hours, one under way, one blocked with a reason, notes and a mentor."""
    own = [entry for entry in plan.current.following.values() if entry.state != NOT_STARTED]
    assert sorted(entry.state for entry in own) == [BLOCKED, DOING, DONE]
    assert {entry.state: entry.hours > 0 for entry in own} == {BLOCKED: False, DOING: True, DONE: True}
    assert [entry.reason for entry in own if entry.reason] == [demonstration.BLOCKED_BY]
    made = [revision.created_at for revision in plan.revisions.all()]
    assert made == sorted(made)
    assert len(made) == plan.current.number > 5
    assert all(made[0] <= moment <= timezone.now() for moment in made)
    assert [note.mentor for note in plan.notes.all()] == [demonstration.MENTOR, ""]
    assert plan.shares.get().is_usable(timezone.now())


def test_what_somebody_did_with_the_plan_stays_theirs(client: Client) -> None:
    run()
    plan = Plan.objects.whole().get()
    plan.notes.all().delete()
    plan.shares.all().delete()
    tick(plan, plan.current.actions[-1]["id"], at=timezone.now())
    before = all_rows()
    run()
    assert all_rows() == before


def test_a_plan_that_somebody_made_is_left_alone(asked: list[Situation]) -> None:
    run()
    own = built(Result.objects.get())
    assert run()[2] == own.get_absolute_url()
    assert (own.revisions.count(), own.notes.count()) == (1, 0)


def test_a_second_run_sets_a_new_password_and_nothing_else(client: Client, asked: list[Situation]) -> None:
    email, old, page = run()
    before, plans = all_rows(), len(asked)
    again, new, same_page = run()
    assert (again, same_page, all_rows(), len(asked)) == (email, page, before, plans)
    assert not client.login(username=email, password=old)
    assert client.login(username=email, password=new)
    assert User.objects.count() == 1


def test_a_run_that_was_cut_off_is_finished_by_the_next(
    monkeypatch: pytest.MonkeyPatch, asked: list[Situation]
) -> None:
    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(demo, "_plan", cut_off)
        with pytest.raises(KeyboardInterrupt):
            run()
    result = Result.objects.get()
    run()
    assert Result.objects.get() == result
    assert Plan.objects.get().result == result


def test_it_plans_from_what_the_profile_says(asked: list[Situation]) -> None:
    run()
    profile = Profile.objects.whole().get()
    (situation,) = asked
    assert (situation.profession, situation.hours_per_week, situation.budget_usd) == ("physician", 5.0, 8000)
    assert situation.gates == {row.gate: row.state for row in profile.gates.all()}
    assert situation.blocked_weeks == set(profile.blocked)
    assert situation.target == profile.target_date
    assert situation.start.weekday() == 0
    assert situation.unavailable == {"data-access"}


def test_it_answers_every_skill_and_names_only_what_the_catalogue_has() -> None:
    instrument = published(demonstration.LEVEL)
    assert set(demonstration.ANSWERS) == {skill.id for skill in instrument.skills}
    assert {skill for done in demonstration.EVIDENCE.values() for skill in done.skills} <= set(demonstration.ANSWERS)
    assert {*demonstration.GATES_MET, *demonstration.GATES_IN_PROGRESS} <= {gate.id for gate in instrument.gates}
    held = {*demonstration.CONDITIONS, *demonstration.RULED_OUT}
    assert held <= {condition.id for condition in instrument.conditions}
    assert set(demonstration.OPEN_TO) <= {action.id for action in instrument.actions if action.big_move}


def test_it_makes_nobody_where_the_site_may_be_open_to_others(settings: Settings) -> None:
    settings.HTTPS = True
    with pytest.raises(CommandError, match="HTTPS is on, so this site may be open to others"):
        run()
    assert not User.objects.exists()


def test_it_takes_over_nobodys_own_account() -> None:
    own = User.objects.create_user("somebody", demonstration.EMAIL)
    EmailAddress.objects.create(user=own, email=demonstration.EMAIL, verified=True)
    with pytest.raises(CommandError, match="somebody's own account"):
        run()
    assert list(User.objects.all()) == [own]


def test_without_content_it_says_how_to_load_it() -> None:
    InstrumentVersion.objects.all().delete()
    with pytest.raises(CommandError, match=r"load the content first \(make content\)"):
        run()
    assert not User.objects.exists()
