"""An open attempt as a task list: counts by domain, the way on, and nothing once it is submitted."""

from collections import Counter

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests import journeys, markup

pytestmark = pytest.mark.django_db
FIRST_DOMAIN = ["ehr_optimisation", "workflow_redesign", "usability_burden"]


def tasks(client: Client, path: str) -> dict[str, markup.Element]:
    page = markup.read(client.get(path))
    return {
        entry.all("a")[0].text: entry for entry in page.all("li") if entry.parent and entry.parent["class"] == "tasks"
    }


def state(entry: markup.Element) -> str:
    return entry.one("div", class_="st").text


def test_a_fresh_attempt_counts_every_domain_and_the_scenarios(as_alice: Client, alice: User) -> None:
    attempt = journeys.started(alice)
    found = tasks(as_alice, journeys.address(attempt))
    rows = journeys.catalogue(attempt)
    sizes = Counter(rows.domains[row["domain"]]["name"] for row in rows.skills.values())
    assert len(sizes) == 9
    assert {name: state(entry) for name, entry in found.items()} == {
        name: f"0 of {size} answered Not started" for name, size in sizes.items()
    } | {"Short situations": f"0 of {len(journeys.items(attempt))} answered Not started"}


def test_each_answer_is_counted_in_its_domain_only(as_alice: Client, alice: User) -> None:
    attempt = journeys.rate(journeys.started(alice), only=[*FIRST_DOMAIN, "cds"])
    found = tasks(as_alice, journeys.address(attempt))
    states = [state(entry) for entry in found.values()]
    assert states[:3] == ["3 of 3 answered Done", "1 of 3 answered In progress", "0 of 5 answered Not started"]


def test_a_domain_leads_to_its_first_open_skill_or_to_the_check(as_alice: Client, alice: User) -> None:
    attempt = journeys.rate(journeys.started(alice), only=[*FIRST_DOMAIN, "cds"])
    links = [entry.all("a")[0]["href"] for entry in tasks(as_alice, journeys.address(attempt)).values()]
    assert links[0] == journeys.address(attempt, "check/#ehr_workflow")
    assert links[1] == journeys.address(attempt, "ai_governance/")
    assert links[-1] == journeys.address(attempt, f"scenarios/{journeys.items(attempt)[0]}/")


@pytest.mark.parametrize(
    ("rated", "words", "next_page"),
    [
        (0, "Start with EHR implementation and optimization", "ehr_optimisation/"),
        (1, "Continue with clinical workflow analysis and redesign", "workflow_redesign/"),
        (31, "Continue with the scenarios", "scenarios/ehr-upgrade-short-testing/"),
    ],
)
def test_the_button_resumes_at_the_first_open_question(
    as_alice: Client, alice: User, rated: int, words: str, next_page: str
) -> None:
    attempt = journeys.started(alice)
    journeys.rate(attempt, only=journeys.skills(attempt)[:rated])
    page = markup.read(as_alice.get(journeys.address(attempt)))
    button = page.one("a", class_="btn")
    assert page.one("h1").text == f"{rated} of 31 skills answered"
    assert page.one("svg", class_="segbar")["aria-label"] == f"{rated} of 31 skills answered"
    assert (button.text, button["href"]) == (words, journeys.address(attempt, next_page))


def test_a_skipped_question_is_where_it_resumes(as_alice: Client, alice: User) -> None:
    attempt = journeys.started(alice)
    journeys.rate(attempt, only=[skill for skill in journeys.skills(attempt) if skill != "workflow_redesign"])
    button = markup.read(as_alice.get(journeys.address(attempt))).one("a", class_="btn")
    assert button["href"] == journeys.address(attempt, "workflow_redesign/")


def test_with_every_answer_given_the_button_checks_them(as_alice: Client, alice: User) -> None:
    attempt = journeys.choose(journeys.rate(journeys.started(alice)))
    button = markup.read(as_alice.get(journeys.address(attempt))).one("a", class_="btn")
    assert (button.text, button["href"]) == ("Check your answers", journeys.address(attempt, "check/"))


def test_a_submitted_attempt_leads_to_its_result(as_alice: Client, alice: User) -> None:
    attempt = journeys.submitted(alice)
    result = journeys.address(attempt, "result/")
    assert as_alice.get(journeys.address(attempt))["Location"] == result
    assert as_alice.get(journeys.address(attempt), headers={"HX-Request": "true"})["HX-Redirect"] == result
