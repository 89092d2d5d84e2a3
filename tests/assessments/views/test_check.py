"""Checking the answers, submitting them once, and that nothing changes them afterwards."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Attempt, Result
from assessments.services import answers
from assessments.services import attempts as services
from assessments.views.own import CLOSED
from tests import journeys, markup

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
OPEN = ["workflow_redesign", "ethics"]


@pytest.fixture
def attempt(alice: User, monkeypatch: pytest.MonkeyPatch) -> Attempt:
    """Two skills are open; the others are rated 2."""
    journeys.stop_clock(monkeypatch)
    attempt = journeys.started(alice)
    return journeys.rate(attempt, only=[skill for skill in journeys.skills(attempt) if skill not in OPEN])


def opened(client: Client, attempt: Attempt) -> markup.Element:
    answer = client.get(journeys.address(attempt, "check/"))
    assert answer.status_code == 200
    return markup.read(answer)


def lines(page: markup.Element, domain: str) -> list[markup.Element]:
    section = page.one("section", aria_labelledby=domain)
    return [entry for entry in section.one("dl", class_="answers").children if isinstance(entry, markup.Element)]


def names(attempt: Attempt, keys: list[str]) -> list[str]:
    return [journeys.catalogue(attempt).skills[key]["name"] for key in keys]


def frozen(attempt: Attempt) -> tuple[Any, ...]:
    """Everything that must not change once the attempt is submitted."""
    ratings = list(attempt.ratings.order_by("pk").values())
    choices = list(attempt.scenario_answers.order_by("pk").values())
    return (ratings, choices, list(Result.objects.filter(attempt=attempt).values()))


def test_what_is_open_comes_first_in_its_domain_and_can_be_answered(as_alice: Client, attempt: Attempt) -> None:
    found = lines(opened(as_alice, attempt), "ehr_workflow")
    order = ["workflow_redesign", "ehr_optimisation", "usability_burden"]
    assert [line.one("dt").text for line in found] == names(attempt, order)
    assert [line.one("a")["href"] for line in found] == [journeys.address(attempt, f"{skill}/") for skill in order]
    words = ["Answer", "Change", "Change"]
    expected = [f"{word} {name}" for word, name in zip(words, names(attempt, order), strict=True)]
    assert [line.one("a").text for line in found] == expected


def test_each_answer_is_shown_with_all_that_was_given(as_alice: Client, attempt: Attempt) -> None:
    seen = {"seen": "1", "key": str(uuid4())}
    whole = {"level": "3", "low_confidence": "on", "evidence": "Built <b>12</b> alerts"}
    as_alice.post(journeys.address(attempt, "cds/"), whole | seen)
    as_alice.post(journeys.address(attempt, "ai_governance/"), {"level": "0"} | seen)
    cds, governance, _ = lines(opened(as_alice, attempt), "cds_ai")
    anchor = journeys.catalogue(attempt).anchor("cds", 3)
    wanted = f"Independent {anchor} You are not sure about this answer Your example: Built <b>12</b> alerts"
    assert cds.one("dd", class_="tx").text == wanted
    assert governance.one("dd", class_="tx").text.startswith("Not had the chance")


def test_the_heading_counts_what_is_open_and_the_scenarios_may_stay(as_alice: Client, attempt: Attempt) -> None:
    page = opened(as_alice, attempt)
    assert page.one("h1").text == "2 of 31 skills are still open"
    assert "0 of 52 answered. You may leave them open" in page.one("section", aria_labelledby="scenarios").text
    assert page.all("a", class_="btn")[-1]["href"] == journeys.address(attempt, "workflow_redesign/")


def test_submitting_with_open_skills_names_each_of_them_and_stores_nothing(as_alice: Client, attempt: Attempt) -> None:
    answer = as_alice.post(journeys.address(attempt, "check/"))
    page = markup.read(answer)
    assert (answer.status_code, markup.title(page)) == (422, "Error: Check your answers – CMIO Coach")
    summary = page.one("div", class_="error-summary")
    assert summary.one("p").text == "Rate these 2 skills before you submit"
    assert [link.text for link in summary.all("a")] == names(attempt, OPEN)
    assert [link["href"] for link in summary.all("a")] == [journeys.address(attempt, f"{skill}/") for skill in OPEN]
    assert not Result.objects.exists()
    assert Attempt.objects.get().submitted_at is None


def test_the_last_open_skill_is_asked_for_alone(as_alice: Client, attempt: Attempt) -> None:
    journeys.rate(attempt, only=["ethics"])
    page = markup.read(as_alice.post(journeys.address(attempt, "check/")))
    assert page.one("h1").text == "1 of 31 skills is still open"
    assert page.one("div", class_="error-summary").one("p").text == "Rate this skill before you submit"


def test_submitting_makes_one_result_and_again_leads_to_the_same(as_alice: Client, attempt: Attempt) -> None:
    journeys.rate(attempt, only=OPEN)
    path, result = journeys.address(attempt, "check/"), journeys.address(attempt, "result/")
    assert opened(as_alice, attempt).one("h1").text == "Check your answers"
    assert as_alice.post(path)["Location"] == result
    before = frozen(attempt)
    assert as_alice.post(path)["Location"] == as_alice.get(path)["Location"] == result
    assert frozen(attempt) == before
    assert Attempt.objects.get().submitted_at == journeys.NOW


@pytest.mark.parametrize(
    ("rest", "given"), [("cds/", {"level": "5"}), ("scenarios/ehr-conversion-plan/", {"answer": "B"})]
)
@pytest.mark.parametrize("given_before", [True, False])
def test_after_submission_no_answer_changes(
    as_alice: Client, attempt: Attempt, rest: str, given: dict[str, str], given_before: bool
) -> None:
    journeys.rate(attempt, only=OPEN)
    if given_before:
        journeys.choose(attempt)
    as_alice.post(journeys.address(attempt, "check/"))
    path, result, before = journeys.address(attempt, rest), journeys.address(attempt, "result/"), frozen(attempt)
    shown = markup.without_tokens(as_alice.get(result).content)
    assert as_alice.post(path, given)["Location"] == as_alice.post(path, {})["Location"] == result
    assert as_alice.post(path, given, headers=HTMX)["HX-Redirect"] == result
    said = markup.read(as_alice.get(result)).one("div", role="status")
    assert [entry.text for entry in said.all("p")] == [CLOSED] * 3
    assert frozen(attempt) == before
    assert markup.without_tokens(as_alice.get(result).content) == shown


def test_looking_at_a_question_afterwards_leads_to_the_result_without_a_reproach(
    as_alice: Client, attempt: Attempt
) -> None:
    journeys.rate(attempt, only=OPEN)
    as_alice.post(journeys.address(attempt, "check/"))
    result = journeys.address(attempt, "result/")
    assert as_alice.get(journeys.address(attempt, "cds/"))["Location"] == result
    assert CLOSED not in as_alice.get(result).content.decode()


@pytest.mark.parametrize(
    ("service", "rest"), [("save_rating", "cds/"), ("save_choice", "scenarios/ehr-conversion-plan/")]
)
def test_an_answer_that_arrives_while_another_tab_submits_changes_nothing(
    as_alice: Client, attempt: Attempt, monkeypatch: pytest.MonkeyPatch, service: str, rest: str
) -> None:
    journeys.rate(attempt, only=OPEN)
    save = getattr(answers, service)

    def submit_first(**given: Any) -> Any:
        services.submit(attempt=attempt, at=journeys.NOW)
        return save(**given)

    monkeypatch.setattr(answers, service, submit_first)
    answer = as_alice.post(journeys.address(attempt, rest), {"level": "5", "answer": "A"})
    assert answer["Location"] == journeys.address(attempt, "result/")
    assert attempt.ratings.get(skill="cds").level == 2
    assert not attempt.scenario_answers.exists()
