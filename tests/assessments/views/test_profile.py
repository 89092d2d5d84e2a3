"""The profile over HTTP: a task list, one page a part, back with a message."""

import html
import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments import snapshots
from assessments.models import BlockedWeek, HeldCondition, Profile, ProfileGate
from assessments.services import profiles as services
from careers.models import InstrumentVersion

pytestmark = pytest.mark.django_db
PARTS = ("work", "gates", "conditions", "target", "time")
WORK = {"profession": "physician", "country": "US", "ehr": "epic"}
TIME = {"hours_per_week": "4.5", "budget_usd": "5,000", "blocked_weeks": "2027-07-05 to 2027-07-18"}
SENT: dict[str, dict[str, Any]] = {
    "work": WORK,
    "gates": {"gate-licence": "met", "gate-residency": "in_progress"},
    "conditions": {"held": ["bachelors", "society-member"], "ruled_out": ["org-sponsor"]},
    "target": {"target_level": "cmio", "target_date": "2035-12-31"},
    "time": TIME,
}
WRONG: dict[str, dict[str, Any]] = {
    "work": {"profession": "surgeon", "country": "US"},
    "gates": {"gate-licence": "perhaps"},
    "conditions": {"held": ["md-do"]},
    "target": {"target_level": "emperor", "target_date": "2001-01-01"},
    "time": {"hours_per_week": "lots", "budget_usd": "-1", "blocked_weeks": "next week"},
}


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


@pytest.fixture
def physician(alice: User) -> User:
    services.save_work(user=alice, **WORK)
    return alice


def test_a_new_user_sees_every_part_not_started(as_alice: Client) -> None:
    shown = page(as_alice, "/profile/")
    assert shown.count("Not started") == 5
    assert "0 of 5 parts done" in shown
    assert all(f'href="/profile/{part}/"' in shown for part in PARTS)
    assert "Continue with profession and workplace" in shown


@pytest.mark.parametrize("path", ["/profile/", *(f"/profile/{part}/" for part in PARTS)])
def test_looking_writes_nothing(as_alice: Client, path: str) -> None:
    page(as_alice, path)
    assert as_alice.head(path).status_code == 200
    assert not Profile.objects.exists()


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_saved_and_shown_again(as_alice: Client, physician: User, part: str) -> None:
    answer = as_alice.post(f"/profile/{part}/", SENT[part])
    assert (answer.status_code, answer["Location"]) == (302, "/profile/")
    assert "<p>Saved</p>" in page(as_alice, "/profile/")
    shown = page(as_alice, f"/profile/{part}/")
    for value in (
        value for values in SENT[part].values() for value in ([values] if isinstance(values, str) else values)
    ):
        assert value in shown
    assert shown.count(" checked") + shown.count(" selected") >= {"time": 0}.get(part, 1)


def test_all_parts_together_fill_the_task_list(as_alice: Client) -> None:
    for part in PARTS:
        as_alice.post(f"/profile/{part}/", SENT[part])
    shown = page(as_alice, "/profile/")
    assert "Physician, United States, Epic" in shown
    assert "1 of 13 met, 1 in progress, 11 not answered" in shown
    assert "two conditions held, one condition out of the question" in shown.lower()
    assert "CMIO, by 31 December 2035" in shown
    assert "4.5 hours a week, $5,000, two weeks blocked" in shown
    assert "4 of 5 parts done" in shown


@pytest.mark.parametrize("part", PARTS)
def test_an_error_keeps_everything_typed_and_saves_nothing(as_alice: Client, physician: User, part: str) -> None:
    answer = as_alice.post(f"/profile/{part}/", WRONG[part])
    shown = html.unescape(answer.content.decode())
    assert answer.status_code == 422
    assert re.search(r"<title>Error: ", shown)
    assert "There is a problem" in shown
    if part == "time":
        assert all(
            f">{value}<" in shown or f'value="{value}"' in shown or value in shown for value in WRONG[part].values()
        )
    assert Profile.objects.get().profession == "physician"
    assert not ProfileGate.objects.exists()
    assert not HeldCondition.objects.exists()


@pytest.mark.parametrize("part", PARTS)
def test_each_line_of_the_summary_leads_to_a_field_of_the_page(as_alice: Client, physician: User, part: str) -> None:
    shown = as_alice.post(f"/profile/{part}/", WRONG[part]).content.decode()
    summary = shown[shown.index('class="error-summary"') :]
    targets = re.findall(r'<p><a href="#([^"]+)">', summary)
    assert len(targets) == shown.count('class="error-msg"')
    assert all(f'id="{target}"' in shown for target in targets)


def test_an_unknown_part_is_missing(as_alice: Client) -> None:
    assert as_alice.get("/profile/salary/").status_code == 404
    assert as_alice.post("/profile/salary/").status_code == 404


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_refused(as_alice: Client, method: str) -> None:
    assert getattr(as_alice, method)("/profile/time/").status_code == 405
    assert getattr(as_alice, method)("/profile/").status_code == 405
    assert as_alice.post("/profile/").status_code == 405


def test_gates_are_asked_for_the_profession_only(as_alice: Client, alice: User) -> None:
    assert "Say your profession first" in page(as_alice, "/profile/gates/")
    services.save_work(user=alice, profession="nurse", country="", ehr="")
    shown = page(as_alice, "/profile/gates/")
    assert "Medical degree (MD, DO or equivalent)" in shown
    assert "Completed residency" not in shown
    assert "A medical degree from an accredited school" in shown


def test_conditions_that_another_part_answers_are_not_asked_twice(as_alice: Client) -> None:
    shown = page(as_alice, "/profile/conditions/")
    for answered in (
        "md-do",
        "licence-unrestricted",
        "primary-board",
        "residency-done",
        "informatics-years-3",
        "org-epic",
    ):
        assert f'value="{answered}"' not in shown
    assert shown.count('name="held"') == 15 + 1
    assert shown.count('name="ruled_out"') == 4


def test_blocked_weeks_are_stored_as_mondays_and_shown_as_ranges(as_alice: Client) -> None:
    as_alice.post("/profile/time/", TIME | {"blocked_weeks": "2027-07-08\n2027-07-18"})
    assert [week.monday.isoformat() for week in BlockedWeek.objects.all()] == ["2027-07-05", "2027-07-12"]
    assert "2027-07-05 to 2027-07-18" in page(as_alice, "/profile/time/")


def test_everything_can_be_taken_back(as_alice: Client, physician: User) -> None:
    for part in PARTS:
        as_alice.post(f"/profile/{part}/", SENT[part])
    for part in reversed(PARTS):
        assert as_alice.post(f"/profile/{part}/", {}).status_code == 302
    profile = services.profile_of(physician)
    assert (profile.profession, profile.hours_per_week, profile.blocked) == ("", None, [])
    assert snapshots.ticked(profile) == snapshots.ruled_out(profile) == frozenset()
    assert snapshots.gate_states(profile) == {}


def test_a_profile_belongs_to_who_asks(as_alice: Client, as_charlie: Client) -> None:
    as_alice.post("/profile/time/", TIME | {"blocked_weeks": "2031-03-03"})
    assert "2031-03-03" not in page(as_charlie, "/profile/time/")
    as_charlie.post("/profile/time/", {"hours_per_week": "7", "user": "1", "user_id": "1", "id": "1"})
    assert "4.5 hours a week" in page(as_alice, "/profile/")
    assert "7 hours a week" in page(as_charlie, "/profile/")


@pytest.mark.parametrize("path", ["/profile/", *(f"/profile/{part}/" for part in PARTS)])
def test_strangers_are_asked_to_sign_in(client: Client, path: str) -> None:
    for answer in (client.get(path), client.post(path)):
        assert answer["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("part", PARTS)
def test_saving_needs_the_token_of_the_form(alice: User, part: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice)
    assert strict.post(f"/profile/{part}/", SENT[part]).status_code == 403


def test_the_way_to_the_account_is_there(as_alice: Client, alice: User) -> None:
    shown = page(as_alice, "/profile/")
    assert alice.email in shown
    assert 'href="/accounts/password/change/"' in shown
    assert 'href="/accounts/email/"' in shown
    assert '<form method="post" action="/accounts/logout/">' in shown


def test_without_a_published_catalogue_the_rest_still_works(as_alice: Client) -> None:
    InstrumentVersion.objects.all().delete()
    shown = page(as_alice, "/profile/")
    assert "0 of 2 parts done" in shown
    for part in ("gates", "conditions", "target"):
        assert as_alice.get(f"/profile/{part}/").status_code == 404
    assert as_alice.post("/profile/work/", WORK).status_code == 302
