"""The quick check: one question after the other, each chosen by the answers before it, and what it leaves out."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.domain.quick import QUESTIONS
from assessments.models import Attempt, Result
from assessments.services import attempts
from tests import journeys, markup

pytestmark = pytest.mark.django_db
PATH = "/assessments/"


@pytest.fixture
def attempt(as_alice: Client, monkeypatch: pytest.MonkeyPatch) -> Attempt:
    journeys.stop_clock(monkeypatch)
    form = markup.typed(markup.read(as_alice.get(PATH)).one("form")) | {"level": "cmio", "form": "quick"}
    as_alice.post(PATH, form)
    return Attempt.objects.get()


def answered(client: Client, attempt: Attempt, questions: int) -> str:
    """The address that the last of so many answers leads to."""
    address = journeys.address(attempt)
    address = markup.read(client.get(address)).one("a", class_="btn")["href"]
    for _ in range(questions):
        page = markup.read(client.get(address))
        sent: dict[str, Any] = markup.typed(page.one("form")) | {"level": "3", "answer": "unsure", "go": "1"}
        address = client.post(address, sent)["Location"]
    return address


def test_every_answer_leads_to_the_next_question_and_the_last_to_the_check(as_alice: Client, attempt: Attempt) -> None:
    page = markup.read(as_alice.get(answered(as_alice, attempt, 9)))
    assert page.one("div", class_="qprog").one("strong").text == "Question 10 of 36"
    assert len({skill.domain for skill in attempts.form_of(attempt).skills}) == 9
    assert answered(as_alice, attempt, QUESTIONS - 9) == journeys.address(attempt, "check/")
    assert attempt.ratings.count() + attempt.scenario_answers.count() == QUESTIONS


def test_it_can_be_submitted_once_every_domain_has_an_answer(as_alice: Client, attempt: Attempt) -> None:
    answered(as_alice, attempt, 8)
    refused = as_alice.post(journeys.address(attempt, "check/"))
    assert refused.status_code == 422
    assert "Answer at least one question of each domain" in markup.read(refused).text
    assert not Result.objects.exists()
    answered(as_alice, attempt, 1)
    check = markup.read(as_alice.get(journeys.address(attempt, "check/"))).text
    left_out = attempts.form_of(attempt).left_out
    assert f"22 skills and {len(left_out.items)} scenarios of the full assessment would be left out" in check
    assert as_alice.post(journeys.address(attempt, "check/"))["Location"] == journeys.address(attempt, "result/")
    document = Result.objects.get().document
    assert (document["form"], document["report"]["readiness"]["complete"]) == ("quick", False)
    assert document["left_out"] == {
        "skills": [skill.id for skill in left_out.skills],
        "items": [item.id for item in left_out.items],
    }


def test_a_whole_check_gives_a_result(as_alice: Client, attempt: Attempt) -> None:
    answered(as_alice, attempt, QUESTIONS)
    as_alice.post(journeys.address(attempt, "check/"))
    assert as_alice.get(journeys.address(attempt, "result/")).status_code == 200
    assert Result.objects.get().document["report"]["readiness"]["complete"]


def test_back_goes_through_what_was_asked(as_alice: Client, attempt: Attempt) -> None:
    third = answered(as_alice, attempt, 2)
    second = markup.read(as_alice.get(third)).one("a", class_="back")["href"]
    page = markup.read(as_alice.get(second))
    assert page.one("div", class_="qprog").one("strong").text == "Question 2 of 36"
    assert "checked" in page.one(id="level_2")


def test_an_answer_to_a_question_that_another_tab_made_moot_is_kept(as_alice: Client, attempt: Attempt) -> None:
    skill, item = "external_influence", journeys.catalogue(attempt).items
    path = journeys.address(attempt, f"{skill}/")
    assert as_alice.get(path).status_code == 404
    assert as_alice.post(path, {"level": "2"}).status_code == 302
    scenario = next(key for key, row in item.items() if row["skill"] == skill)
    assert as_alice.post(journeys.address(attempt, f"scenarios/{scenario}/"), {"answer": "A"}).status_code == 302
    assert (attempt.ratings.get().skill, attempt.scenario_answers.get().item) == (skill, scenario)
    assert "2 of 36 questions answered" in markup.read(as_alice.get(journeys.address(attempt))).text


def test_the_list_names_it(as_alice: Client, attempt: Attempt, alice: User) -> None:
    journeys.started(alice)
    rows = [entry.text for entry in markup.read(as_alice.get(PATH)).one("ul", class_="tasks").all("li")]
    assert sum("CMIO, quick check, started" in row for row in rows) == 1
