"""Four steps to a plan: filled in from the profile, kept whatever is wrong, one plan for one set of answers."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.forms.amounts import BUDGET_WRONG
from assessments.forms.builder import actions, dates, means
from assessments.forms.builder.fields import UNKNOWN
from assessments.models import Attempt, Calculation, Draft, Plan, Profile, Revision
from tests import journeys, markup
from tests.assessments.views.builder.walks import NEW, PINNED, created, filled, opened, sent, step_of, typed, work

pytestmark = pytest.mark.django_db
OWN = {"own_name": "Shadow our CMIO", "own_hours": "12", "own_weeks": "4", "own_cost": "200", "own_skill": "cds"}


@pytest.fixture
def attempt(alice: User, monkeypatch: pytest.MonkeyPatch) -> Attempt:
    """Submitted by a physician with a whole profile."""
    journeys.stop_clock(monkeypatch)
    return journeys.submitted(journeys.physician(alice))


def test_somebody_without_a_result_is_led_to_the_assessment(as_alice: Client) -> None:
    for answer in (as_alice.get(NEW), as_alice.post(NEW, {"start": "2026-12-07"})):
        page = markup.read(answer)
        assert page.one("h1").text == "A plan starts from a result"
        assert page.one("a", class_="btn")["href"] == "/assessments/"


def test_the_steps_start_with_what_the_profile_says(as_alice: Client, attempt: Attempt) -> None:
    drawn = {name: values for step in "123" for name, values in typed(opened(as_alice, NEW, step)).items()}
    names = ("start", "target", "hours_per_week", "budget_usd", "blocked_weeks", "unavailable")
    assert [drawn[name] for name in names] == [
        ["2026-12-07"],
        ["2027-12-31"],
        ["3"],
        ["3,000"],
        ["2027-07-05 to 2027-07-11"],
        ["data-access"],
    ]
    groups = opened(as_alice, NEW, "2").all("fieldset", class_="ask")
    assert groups
    assert all(drawn[group.one("input", value="no")["name"]] == ["no"] for group in groups)
    assert all(group.one("legend").text.startswith("Would you consider a") for group in groups)
    assert not {"done", "pinned", "excluded"} & drawn.keys()
    assert not Draft.objects.exists()


def test_without_a_profile_nothing_is_assumed(as_alice: Client, alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    journeys.stop_clock(monkeypatch)
    journeys.submitted(alice)
    page = opened(as_alice, NEW)
    drawn = {**typed(page), **typed(opened(as_alice, NEW, "2"))}
    assert [drawn[name] for name in ("target", "hours_per_week", "budget_usd", "blocked_weeks")] == [[""]] * 4
    assert "Your profession is not known" in page.one("aside").text
    assert not page.all("div", class_="error-summary")
    assert not Profile.objects.exists()


@pytest.mark.parametrize("step", ["1", "2", "3", "4"])
def test_each_step_says_where_one_is_and_leads_back(as_alice: Client, attempt: Attempt, step: str) -> None:
    page = opened(as_alice, NEW, step)
    stages = page.one("ol", class_="stages")
    assert stages["aria-label"] == f"Step {step} of 4"
    assert stages.one("li", aria_current="step").text.startswith(f"{step} .")
    assert [button["value"] for button in stages.all("button")] == [str(number) for number in range(1, int(step))]
    assert len(page.all("h1")) == 1
    assert f"step {step} of 4" in markup.title(page)


def test_it_starts_from_the_newest_result_or_from_the_one_named(
    as_alice: Client, alice: User, attempt: Attempt
) -> None:
    newer = journeys.submitted(alice, 3, at=journeys.NOW.replace(hour=23))
    for path, source in ((NEW, newer), (f"{NEW}?attempt={attempt.pk}", attempt)):
        page = opened(as_alice, path)
        assert page.one(id="answers")["action"] == f"{NEW}?attempt={source.pk}&step=1"
        assert page.one("a", class_="back")["href"] == journeys.address(source, "result/")


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_attempt_that_is_not_a_result_of_ones_own_is_missing(
    as_alice: Client, alice: User, charlie: User, attempt: Attempt, method: str
) -> None:
    named = [str(journeys.submitted(charlie).pk), str(journeys.started(alice).pk), str(uuid4()), "1", "", "\u00b2"]
    answers = [as_alice.generic(method, f"{NEW}?attempt={name}") for name in named]
    assert [answer.status_code for answer in answers] == [404] * 6
    assert len({answer.content for answer in answers}) == 1


@pytest.mark.parametrize("step", ["0", "5", "", "x", "01", "\u0661"])
def test_a_step_that_there_is_not_is_missing(as_alice: Client, attempt: Attempt, step: str) -> None:
    assert as_alice.get(step_of(NEW, step)).status_code == 404
    assert as_alice.post(step_of(NEW, step)).status_code == 404


def test_the_answers_lead_to_the_plan_that_was_asked_for(as_alice: Client, alice: User, attempt: Attempt) -> None:
    filled(as_alice, f"{NEW}?attempt={attempt.pk}", pinned=[PINNED])
    said = opened(as_alice, NEW, "4").one("dl", class_="sumlist").text
    assert "28 February 2027" in said
    assert journeys.catalogue(attempt).actions[PINNED]["name"] in said
    asked = created(as_alice)
    assert not Plan.objects.exists()
    work()
    plan = Plan.objects.get()
    assert as_alice.get(asked.get_absolute_url())["Location"] == plan.get_absolute_url()
    assert (plan.user, plan.result.attempt) == (alice, attempt)
    request = plan.current.request
    named = ("start", "target", "hours_per_week", "budget_usd", "unavailable", "profession", "pinned")
    assert [request[name] for name in named] == [
        *("2026-12-07", "2027-02-28", 4.0, 1000),
        *(["data-access"], "physician", [PINNED]),
    ]
    assert request["blocked_weeks"] == ["2026-12-21"]
    assert (request["gates"]["licence"], "bachelors" in request["conditions"]) == ("met", True)


def test_asking_twice_for_the_same_makes_one_plan_and_for_something_else_a_second(
    as_alice: Client, attempt: Attempt
) -> None:
    filled(as_alice)
    assert created(as_alice) == created(as_alice)
    work()
    assert created(as_alice).plan == Plan.objects.get()
    sent(as_alice, "2", hours_per_week="0.5")
    created(as_alice)
    work()
    assert sorted(plan.current.request["hours_per_week"] for plan in Plan.objects.all()) == [0.5, 4.0]
    assert Revision.objects.count() == 2


@pytest.mark.parametrize(
    ("step", "wrong", "message"),
    [
        ("1", {"start": "tomorrow"}, dates.START_WRONG),
        ("1", {"target": ""}, dates.TARGET_WRONG),
        ("1", {"target": "2026-12-01"}, dates.TARGET_PAST.format("2029-11-30")),
        ("1", {"target": "2026-12-02"}, dates.TARGET_EARLY.format("2029-12-06")),
        ("1", {"target": "2050-01-01"}, dates.TARGET_FAR.format("2041-12-18")),
        ("1", {"blocked_weeks": "2026-12-07 to 2028-01-31"}, dates.ALL_BLOCKED),
        ("2", {"hours_per_week": "0"}, means.HOURS_WRONG),
        ("2", {"hours_per_week": "200"}, means.HOURS_WRONG),
        ("2", {"hours_per_week": "NaN"}, means.HOURS_WRONG),
        ("2", {"budget_usd": "-1"}, BUDGET_WRONG),
        ("2", {"move-medical-director-informatics": "perhaps"}, means.YES_OR_NO),
        ("3", {"pinned": [PINNED], "excluded": [PINNED]}, actions.CONTRADICTION),
        ("3", {"done": ["no-such-action"]}, UNKNOWN),
        ("3", {"unavailable": ["no-such-condition"]}, UNKNOWN),
        ("3", OWN | {"own_hours": "0"}, actions.OWN_HOURS_WRONG),
        ("3", OWN | {"own_name": "x" * 10**6}, actions.NAME_WRONG),
    ],
)
def test_a_mistake_is_explained_at_its_field_and_everything_typed_is_kept(
    as_alice: Client, attempt: Attempt, step: str, wrong: dict[str, Any], message: str
) -> None:
    answer = sent(as_alice, step, **wrong)
    page = markup.read(answer)
    assert (answer.status_code, Calculation.objects.count()) == (422, 0)
    assert markup.title(page).startswith("Error: ")
    link = page.one("div", class_="error-summary").one("a")
    field = next(name for name in wrong if page.all(id=f"id_{name}_error"))
    target, beside = page.one(id=link["href"].removeprefix("#")), page.one(id=f"id_{field}_error")
    assert (link.text, beside.text) == (message, f"Error: {message}")
    assert target is beside or target["name"] == field
    unknown = {"no-such-action", "no-such-condition", "perhaps"}
    for kept in (typed(page), typed(opened(as_alice, NEW, step))):
        for name, value in wrong.items():
            shown = [text for text in ([value] if isinstance(value, str) else value) if text not in unknown]
            drawn = [text[:6000] for text in kept.get(name, [])]
            assert drawn == [text[:6000] for text in shown] or value == "perhaps"
    assert markup.read(as_alice.get(step_of(NEW, step))).all("div", class_="error-summary")


def test_going_back_keeps_what_is_wrong_and_says_nothing_of_it(as_alice: Client, attempt: Attempt) -> None:
    answer = sent(as_alice, "2", hours_per_week="lots", go="back")
    assert answer["Location"].endswith("&step=1")
    assert typed(opened(as_alice, NEW, "2"))["hours_per_week"] == ["lots"]
    assert sent(as_alice, "2", go="1")["Location"].endswith("&step=1")


def test_nothing_is_created_from_answers_that_are_wrong(as_alice: Client, attempt: Attempt) -> None:
    sent(as_alice, "2", hours_per_week="lots", go="back")
    answer = sent(as_alice, "4", go="create")
    page = markup.read(answer)
    assert (answer.status_code, Calculation.objects.count()) == (422, 0)
    link = page.one("div", class_="error-summary").one("a")
    assert (link.text, link["href"]) == (means.HOURS_WRONG, "#step-2")
    assert page.one(id="step-2").one("button")["value"] == "2"


def test_another_tab_that_saved_the_step_is_shown_beside_what_was_sent(as_alice: Client, attempt: Attempt) -> None:
    old = typed(opened(as_alice, NEW, "2"))
    sent(as_alice, "2", hours_per_week="6")
    answer = as_alice.post(step_of(NEW, "2"), {**old, "hours_per_week": "8"})
    page = markup.read(answer)
    assert answer.status_code == 409
    assert page.one("div", class_="nofit").rows == [["Hours a week", "8", "6"]]
    again = typed(page)
    assert again["hours_per_week"] == ["8"]
    assert as_alice.post(step_of(NEW, "2"), again).status_code == 302
    assert typed(opened(as_alice, NEW, "2"))["hours_per_week"] == ["8"]


def test_own_actions_are_added_kept_and_removed(as_alice: Client, attempt: Attempt) -> None:
    for _ in range(2):
        answer = sent(as_alice, "3", go="add", **OWN)
        assert answer["Location"].endswith("&step=3#own")
    page = opened(as_alice, NEW, "3")
    (line,) = page.one("ul", class_="ownacts").all("li")
    assert line.text.startswith("Shadow our CMIO (12 hours in 4 weeks)")
    assert typed(page)["own_name"] == [""]
    sent(as_alice, "3", remove=line.one("button")["value"])
    assert not opened(as_alice, NEW, "3").all("ul", class_="ownacts")


def test_an_own_action_is_in_the_plan_and_lifts_its_skill(as_alice: Client, attempt: Attempt) -> None:
    sent(as_alice, "3", **OWN)
    filled(as_alice)
    created(as_alice)
    work()
    plan = Plan.objects.get()
    (row,) = [row for row in plan.current.actions if row["id"].startswith("own-")]
    assert (row["hours"], row["weeks"], row["cost_max_usd"]) == (12.0, 4, 200)
    assert row["develops"] in ([], [{"skill": "cds", "from": 2, "to": 3}])
    assert as_alice.get(plan.get_absolute_url()).status_code == 200


def test_adding_an_own_action_needs_one(as_alice: Client, attempt: Attempt) -> None:
    answer = sent(as_alice, "3", go="add")
    assert answer.status_code == 422
    assert actions.NAME_WRONG in markup.read(answer).one("div", class_="error-summary").text


def test_one_that_was_described_and_not_added_is_not_forgotten(as_alice: Client, attempt: Attempt) -> None:
    filled(as_alice)
    sent(as_alice, "3", go="back", **OWN)
    answer = sent(as_alice, "4", go="create")
    assert answer.status_code == 422
    assert "“Shadow our CMIO” is described, but not added yet" in markup.read(answer).text


def test_starting_again_forgets_what_was_entered(as_alice: Client, attempt: Attempt) -> None:
    sent(as_alice, "2", hours_per_week="7")
    assert "Start again" in opened(as_alice, NEW, "2").text or "Start again" in opened(as_alice, NEW, "1").text
    assert sent(as_alice, "1", go="forget").status_code == 302
    assert typed(opened(as_alice, NEW, "2"))["hours_per_week"] == ["3"]


def test_a_link_can_fill_in_limits_and_keeps_nothing_by_itself(as_alice: Client, attempt: Attempt) -> None:
    page = markup.read(as_alice.get(f"{NEW}?hours=6&budget=5000"))
    assert [typed(page)[name] for name in ("hours_per_week", "budget_usd")] == [["6"], ["5000"]]
    assert typed(markup.read(as_alice.get(f"{NEW}?target=2030-06-30")))["target"] == ["2030-06-30"]
    assert as_alice.get(f"{NEW}?hours={'9' * 5000}").status_code == 200
    assert not Draft.objects.exists()


def test_nothing_else_of_a_plan_can_be_set(as_alice: Client, charlie: User, attempt: Attempt) -> None:
    filled(as_alice)
    sent(as_alice, "4", go="create", user=charlie.pk, user_id=charlie.pk, result="1", created_at="2020-01-01")
    work()
    plan = Plan.objects.get()
    assert (plan.user, plan.result, plan.created_at) == (attempt.user, attempt.result, journeys.NOW)


def test_too_many_open_questions_are_refused_in_words(
    as_alice: Client, attempt: Attempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assessments.services.calculations.MOST_OPEN", 0)
    filled(as_alice)
    answer = sent(as_alice, "4", go="create")
    assert answer.status_code == 429
    assert "try again in a minute" in markup.read(answer).one("div", class_="error-summary").text
