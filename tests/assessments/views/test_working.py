"""Every number of a result can be worked out again, and taken away as JSON or on paper."""

import json
import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Attempt
from tests import journeys, markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt(alice: User) -> Attempt:
    return journeys.submitted(journeys.physician(alice), 3)


def opened(client: Client, attempt: Attempt) -> markup.Element:
    answer = client.get(journeys.address(attempt, "result/working/"))
    assert answer.status_code == 200
    return markup.read(answer)


def test_the_table_adds_up_to_the_frozen_score_and_range(as_alice: Client, attempt: Attempt) -> None:
    page, readiness = opened(as_alice, attempt), attempt.result.document["report"]["readiness"]
    table = page.one("section", aria_labelledby="h-skills").one("table")
    rows = [[cell.text for cell in row.all("td")] for row in table.one("tbody").all("tr")]
    assert len(rows) == 31
    assert sum(float(row[2]) for row in rows) == pytest.approx(readiness["score"], abs=0.02)
    assert sum(float(row[3]) for row in rows) == pytest.approx(100 - readiness["score"], abs=0.02)
    spread = 1.2816 * sum(float(row[5]) for row in rows) ** 0.5
    assert readiness["score"] - spread == pytest.approx(readiness["low"], abs=0.02)
    assert f"{readiness['low']:.2f} to {readiness['high']:.2f}" in page.one("section", aria_labelledby="h-model").text


def test_each_skill_leads_to_its_answers_and_each_domain_has_its_score(as_alice: Client, attempt: Attempt) -> None:
    page, report = opened(as_alice, attempt), attempt.result.document["report"]
    links = [link["href"] for link in page.one("section", aria_labelledby="h-skills").all("a")]
    assert links == [journeys.address(attempt, f"gaps/{row['id']}/#computed") for row in report["skills"]]
    scores = [row[4] for row in page.one("section", aria_labelledby="h-by-domain").one("table").rows]
    assert scores == [f"{row['score']:.2f}" for row in report["domains"]]


def test_where_the_model_changed_since_the_frozen_table_stands_alone(as_alice: Client, attempt: Attempt) -> None:
    attempt.result.document["report"]["readiness"]["score"] += 1
    attempt.result.save()
    page = opened(as_alice, attempt)
    assert page.one("h2", id="h-frozen").text == "The model has changed since"
    assert len(page.one("table").rows) == 31
    assert "Σ" not in page.one("main").text


def test_the_json_is_the_frozen_document_with_what_it_belongs_to(as_alice: Client, attempt: Attempt) -> None:
    answer = as_alice.get(journeys.address(attempt, "result.json"))
    assert answer["Content-Disposition"] == 'attachment; filename="readiness.json"'
    assert answer["Cache-Control"] == "private, no-store"
    found = json.loads(answer.content)
    assert found["result"] == attempt.result.document
    assert (found["level"], found["level_name"], found["instrument"]) == ("cmio", "CMIO", attempt.version.number)
    assert found["submitted_at"].startswith("2026-12-01T09:30:00")
    assert set(found["result"]["report"]) == {
        "career",
        "level",
        "instrument",
        "readiness",
        "domains",
        "skills",
        "gates",
        "levers",
    }


def test_the_pdf_is_for_the_owner_and_of_at_most_three_pages(as_alice: Client, attempt: Attempt) -> None:
    answer = as_alice.get(journeys.address(attempt, "result.pdf"))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="readiness.pdf"'
    assert answer["Cache-Control"] == "private, no-store"
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", answer.content)) <= 3
    assert b"Readiness for CMIO, 1 December 2026" in answer.content
