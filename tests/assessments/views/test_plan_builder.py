"""The page that builds a plan: filled in from the profile, kept when something is wrong, one plan for one form."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.forms import plans as words
from assessments.forms.amounts import BUDGET_WRONG
from assessments.models import Attempt, Plan, Profile, Revision
from tests import journeys, markup

pytestmark = pytest.mark.django_db
NEW = "/plans/new/"
SMALL = {"target": "2027-02-28", "hours_per_week": "1", "budget_usd": "$1,000", "blocked_weeks": "2026-12-21"}
PINNED = "mixed-audience-talks"


@pytest.fixture
def attempt(alice: User, monkeypatch: pytest.MonkeyPatch) -> Attempt:
    """Submitted by a physician with a whole profile."""
    journeys.stop_clock(monkeypatch)
    return journeys.submitted(journeys.physician(alice))


def opened(client: Client, path: str = NEW) -> markup.Element:
    answer = client.get(path)
    assert answer.status_code == 200
    return markup.read(answer)


def filled(client: Client, **given: Any) -> dict[str, Any]:
    """The form as it was drawn, with small limits and these changes."""
    return {**markup.typed(opened(client)), **SMALL, **given}


def test_somebody_without_a_result_is_led_to_the_assessment(as_alice: Client) -> None:
    for answer in (as_alice.get(NEW), as_alice.post(NEW, {"start": "2026-12-07"})):
        page = markup.read(answer)
        assert page.one("h1").text == "A plan starts from a result"
        assert page.one("a", class_="btn")["href"] == "/assessments/"


def test_the_form_starts_with_what_the_profile_says(as_alice: Client, attempt: Attempt) -> None:
    page = opened(as_alice)
    sent = markup.typed(page)
    names = ("start", "target", "hours_per_week", "budget_usd", "blocked_weeks", "unavailable")
    assert [sent[name] for name in names] == [
        ["2026-12-07"],
        ["2027-12-31"],
        ["3"],
        ["3,000"],
        ["2027-07-05 to 2027-07-11"],
        ["data-access"],
    ]
    assert {name: sent[name] for name in sent if name.startswith("move-")} == {
        group.one("input", value="no")["name"]: ["no"] for group in page.all("fieldset", class_="ask")
    }
    assert not {"done", "pinned", "excluded"} & sent.keys()


def test_without_a_profile_nothing_is_assumed(as_alice: Client, alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    journeys.stop_clock(monkeypatch)
    journeys.submitted(alice)
    page = opened(as_alice)
    sent = markup.typed(page)
    assert [sent[name] for name in ("target", "hours_per_week", "budget_usd", "blocked_weeks")] == [[""]] * 4
    assert "Your profession is not known" in page.one("aside").text
    assert not Profile.objects.exists()


def test_it_builds_from_the_newest_result_or_from_the_one_named(
    as_alice: Client, alice: User, attempt: Attempt
) -> None:
    newer = journeys.submitted(alice, 3, at=journeys.NOW.replace(hour=23))
    for path, source in ((NEW, newer), (f"{NEW}?attempt={attempt.pk}", attempt)):
        page = opened(as_alice, path)
        assert page.one("form")["action"] == f"{NEW}?attempt={source.pk}"
        assert page.one("a", class_="back")["href"] == journeys.address(source, "result/")


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_attempt_that_is_not_a_result_of_ones_own_is_missing(
    as_alice: Client, alice: User, charlie: User, attempt: Attempt, method: str
) -> None:
    named = [str(journeys.submitted(charlie).pk), str(journeys.started(alice).pk), str(uuid4()), "1", "", "\u00b2"]
    answers = [as_alice.generic(method, f"{NEW}?attempt={name}") for name in named]
    assert [answer.status_code for answer in answers] == [404] * 6
    assert len({answer.content for answer in answers}) == 1


def test_sending_the_form_builds_the_plan_that_was_asked_for(as_alice: Client, alice: User, attempt: Attempt) -> None:
    form = filled(as_alice)
    answer = as_alice.post(f"{NEW}?attempt={attempt.pk}", form)
    plan = Plan.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/plans/{plan.pk}/")
    assert (plan.user, plan.result.attempt, [str(plan.pk)]) == (alice, attempt, form["id"])
    request = plan.current.request
    asked = ("start", "target", "hours_per_week", "budget_usd", "unavailable", "profession")
    assert [request[name] for name in asked] == ["2026-12-07", "2027-02-28", 1.0, 1000, ["data-access"], "physician"]
    assert request["blocked_weeks"] == ["2026-12-21"]
    assert (request["gates"]["licence"], "bachelors" in request["conditions"]) == ("met", True)


def test_sending_the_same_form_twice_makes_one_plan(as_alice: Client, attempt: Attempt) -> None:
    form = filled(as_alice)
    assert as_alice.post(NEW, form)["Location"] == as_alice.post(NEW, form)["Location"]
    assert (Plan.objects.count(), Revision.objects.count()) == (1, 1)


def test_going_back_and_asking_for_something_else_makes_a_second_plan(as_alice: Client, attempt: Attempt) -> None:
    form = filled(as_alice)
    first = as_alice.post(NEW, form)["Location"]
    assert as_alice.post(NEW, form | {"hours_per_week": "0.5"})["Location"] != first
    assert sorted(plan.current.request["hours_per_week"] for plan in Plan.objects.all()) == [0.5, 1.0]


def test_the_id_of_a_strangers_plan_gives_a_plan_of_ones_own(as_alice: Client, charlie: User, attempt: Attempt) -> None:
    foreign = journeys.planned(journeys.submitted(charlie))
    before = foreign.current.request
    answer = as_alice.post(NEW, filled(as_alice, id=str(foreign.pk)))
    assert answer["Location"] == f"/plans/{Plan.objects.get(user=attempt.user).pk}/"
    assert (Plan.objects.get(pk=foreign.pk).user, Plan.objects.get(pk=foreign.pk).current.request) == (charlie, before)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"start": "tomorrow"}, words.START_WRONG),
        ({"target": ""}, words.TARGET_WRONG),
        ({"target": "2026-12-01"}, words.TARGET_EARLY),
        ({"hours_per_week": "0"}, words.HOURS_WRONG),
        ({"hours_per_week": "NaN"}, words.HOURS_WRONG),
        ({"budget_usd": "-1"}, BUDGET_WRONG),
        ({"blocked_weeks": "2026-12-07 to 2027-02-28"}, words.ALL_BLOCKED),
        ({"pinned": [PINNED], "excluded": [PINNED]}, words.CONTRADICTION),
        ({"done": ["no-such-action"]}, words.UNKNOWN),
        ({"unavailable": ["no-such-condition"]}, words.UNKNOWN),
        ({"move-medical-director-informatics": "perhaps"}, words.YES_OR_NO),
    ],
)
def test_a_mistake_is_explained_at_its_field_and_everything_typed_is_kept(
    as_alice: Client, attempt: Attempt, wrong: dict[str, Any], message: str
) -> None:
    form = filled(as_alice, done=["sql-course"], hours_per_week="2.5", budget_usd="<b>") | wrong
    form["budget_usd"] = wrong.get("budget_usd", "1,500")
    answer = as_alice.post(NEW, form)
    page = markup.read(answer)
    assert (answer.status_code, Plan.objects.count()) == (422, 0)
    assert markup.title(page) == "Error: Build a plan – CMIO Coach"
    link, field = page.one("div", class_="error-summary").one("a"), next(iter(wrong))
    target, beside = page.one(id=link["href"].removeprefix("#")), page.one(id=f"id_{field}_error")
    assert (link.text, beside.text) == (message, f"Error: {message}")
    assert target is beside or target["name"] == field
    kept = markup.typed(page)
    unknown = {"no-such-action", "no-such-condition", "perhaps"}
    for name in (
        "id",
        "start",
        "target",
        "hours_per_week",
        "budget_usd",
        "blocked_weeks",
        "done",
        "pinned",
        "excluded",
    ):
        given = form.get(name, [])
        assert kept.get(name, []) == [
            value for value in ([given] if isinstance(given, str) else given) if value not in unknown
        ]


def test_a_pin_that_cannot_fit_says_which_and_why(as_alice: Client, attempt: Attempt) -> None:
    answer = as_alice.post(NEW, filled(as_alice, pinned=["programme-lead"], hours_per_week="1"))
    page, name = markup.read(answer), journeys.catalogue(attempt).actions["programme-lead"]["name"]
    said = page.one("div", class_="nofit")
    assert (answer.status_code, Plan.objects.count()) == (422, 0)
    assert markup.title(page).startswith("Error: ")
    reason = said.all("p")[0].text.removeprefix(f"“{name}” ")
    assert reason != said.all("p")[0].text
    assert len(reason.split(". ")[0]) > 10
    assert page.one(id=said.one("a")["href"].removeprefix("#")).all("input", value="programme-lead")[0]["checked"] == ""
    assert markup.typed(page)["pinned"] == ["programme-lead"]


def test_nothing_else_of_a_plan_can_be_set(as_alice: Client, charlie: User, attempt: Attempt) -> None:
    as_alice.post(
        NEW, filled(as_alice) | {"user": charlie.pk, "user_id": charlie.pk, "result": "1", "created_at": "2020-01-01"}
    )
    plan = Plan.objects.get()
    assert (plan.user, plan.result, plan.created_at) == (attempt.user, attempt.result, journeys.NOW)
