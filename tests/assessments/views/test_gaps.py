"""The page of one skill: there for every skill of the version, with the answers and how they were scored."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from assessments import snapshots
from assessments.domain.instrument import LEVELS
from assessments.domain.report import readiness_report
from assessments.domain.scoring import score
from assessments.models import Attempt
from assessments.services import attempts, tries
from tests import journeys, markup

pytestmark = pytest.mark.django_db
SKILL, RIGHT, WRONG = "ai_governance", "ai-planned-retraining", "ai-cleared-tool-local-check"


@pytest.fixture
def attempt(alice: User) -> Attempt:
    """Submitted with one scenario of the skill right and one wrong, and an example."""
    attempt = journeys.started(alice)
    journeys.rate(attempt, 2, only=[SKILL])
    attempt.ratings.update(evidence="Checked <one> tool", low_confidence=True)
    journeys.rate(attempt, 3, only=[skill for skill in journeys.skills(attempt) if skill != SKILL])
    items = journeys.catalogue(attempt).items
    wrong = next(option["id"] for option in items[WRONG]["options"] if option["id"] != items[WRONG]["key"])
    for item, choice in ((RIGHT, items[RIGHT]["key"]), (WRONG, wrong)):
        attempt.scenario_answers.create(item=item, choice=choice, saved_at=journeys.NOW)
    attempts.submit(attempt=attempt, at=journeys.NOW)
    return Attempt.objects.for_user(alice).get()


def opened(client: Client, attempt: Attempt, skill: str = SKILL) -> markup.Element:
    answer = client.get(journeys.address(attempt, f"gaps/{skill}/"))
    assert answer.status_code == 200
    return markup.read(answer)


def frozen(attempt: Attempt, skill: str = SKILL) -> dict[str, float]:
    found: dict[str, float] = next(row for row in attempt.result.document["report"]["skills"] if row["id"] == skill)
    return found


def test_a_gap_says_where_it_stands_what_it_adds_and_what_it_takes(as_alice: Client, attempt: Attempt) -> None:
    page, row = opened(as_alice, attempt), frozen(attempt)
    now, then = (entry.text for entry in page.one("div", class_="anchors").all("p", class_="lv"))
    assert (now, then) == ("Level 2, supervised", "Level 4, leads")
    adds, takes, counts = (entry.text for entry in page.one("dl", class_="strip").all("dd", class_="big"))
    assert adds == f"{row['points_lost']:.1f} points"
    assert takes == "180 to 340 hours"
    assert counts == "6 of 100 for CMIO"
    steps = page.one("section", aria_labelledby="h-steps").one("ol", class_="acts").all("h3")
    assert [step.text for step in steps] == ["Silent local test of an AI tool", "Chair AI governance"]


def test_the_evidence_is_what_was_answered_and_leads_to_the_reasons(as_alice: Client, attempt: Attempt) -> None:
    section = opened(as_alice, attempt).one("section", aria_labelledby="h-proof")
    own, *scenes = (row.text for row in section.one("ul").all("li"))
    assert "You rated yourself, with an example" in own
    assert "Checked <one> tool" in own
    assert "You marked that you were not sure" in own
    assert sorted(text.split(" Read why")[0].split("’ ")[1] for text in scenes) == ["Not the best answer", "Right"]
    links = [link["href"].split("#")[1] for link in section.one("ul").all("a")]
    assert sorted(links) == sorted([f"scenario-{RIGHT}", f"scenario-{WRONG}"])
    assert section.all("a")[-1]["href"] == f"/evidence/new/?skill={SKILL}"


def test_what_counted_of_the_evidence_is_named(as_alice: Client, attempt: Attempt) -> None:
    attempt.result.document["evidence"] = {
        SKILL: [{"id": "x", "title": "A rollout"}],
        "cds": [{"id": "y", "title": "No"}],
    }
    attempt.result.save()
    text = opened(as_alice, attempt).one("section", aria_labelledby="h-proof").text
    assert "A rollout" in text
    assert "No" not in text.replace("Not", "")


def test_interview_questions_name_the_skill_and_lead_to_practice(as_alice: Client, attempt: Attempt) -> None:
    *links, practice = opened(as_alice, attempt).one("section", aria_labelledby="h-ask").all("a")
    assert practice["href"].endswith("/toolkit/interview/")
    assert len(links) == 4
    assert all("/toolkit/interview/#iq" in link["href"] for link in links)


def test_the_table_of_likelihoods_leads_to_the_frozen_figures(as_alice: Client, attempt: Attempt) -> None:
    section, row = opened(as_alice, attempt).one("section", aria_labelledby="computed"), frozen(attempt)
    table = section.one("table")
    assert len(table.one("tbody").all("tr")) == 3
    chances = [float(cell.text) for cell in table.one("tfoot").all("tr")[1].all("td")]
    assert sum(level * chance for level, chance in zip(LEVELS, chances, strict=True)) == pytest.approx(
        row["mean"], abs=0.01
    )
    assert sum(chances[4:]) == pytest.approx(row["meets"], abs=0.0002)
    assert section.all("li")[-1].text.endswith(f"= {row['points_lost']:.2f}.")


def test_scoring_the_locked_answers_again_gives_the_frozen_report(attempt: Attempt) -> None:
    instrument = snapshots.instrument(attempt.version_id, attempt.level)
    again = readiness_report(instrument, score(instrument, snapshots.answers(attempt)), ())
    report = attempt.result.document["report"]
    assert {**again, "gates": report["gates"]} == report


def test_where_the_model_changed_since_only_the_frozen_figures_are_shown(as_alice: Client, attempt: Attempt) -> None:
    row = frozen(attempt)
    row["points_lost"] = 5.5
    attempt.result.save()
    page = opened(as_alice, attempt)
    section = page.one("section", aria_labelledby="computed")
    assert "The model has changed since this result" in section.text
    assert section.all("table") == []
    assert page.one("dl", class_="strip").all("dd", class_="big")[0].text == "5.5 points"


@pytest.mark.parametrize("rating", [2, 5])
def test_every_skill_has_its_page_met_or_not(as_alice: Client, alice: User, rating: int) -> None:
    attempt = journeys.submitted(alice, rating)
    for skill in journeys.skills(attempt)[::6]:
        met = frozen(attempt, skill)
        page = opened(as_alice, attempt, skill)
        status = str(met["status"])
        assert page.one("p", class_="kicker").text.startswith("Gap" if status == "gap" else status.capitalize())
        assert ("nothing to close" in page.one("p", class_="lede").text) is (status == "met")


@pytest.mark.parametrize("skill", ["cds-silent-run", "nothing", "cmio"])
def test_another_key_is_missing(as_alice: Client, attempt: Attempt, skill: str) -> None:
    assert as_alice.get(journeys.address(attempt, f"gaps/{skill}/")).status_code == 404


@pytest.mark.parametrize("name", ["gap", "working", "result_pdf", "result_json"])
def test_before_submission_no_page_tells_what_is_required(as_alice: Client, alice: User, name: str) -> None:
    attempt = journeys.started(alice)
    address = reverse(f"assessments:{name}", args=[attempt.pk, *([SKILL] if name == "gap" else [])])
    answer = as_alice.get(address)
    assert (answer.status_code, answer["Location"]) == (302, journeys.address(attempt))


def test_a_stranger_sees_the_pages_of_their_own_try_without_what_needs_an_account(
    client: Client, attempt: Attempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    Attempt.objects.update(user=None)
    monkeypatch.setattr(tries, "of", lambda session: [attempt.pk])
    page = opened(client, attempt)
    assert page.all("a", href=f"/evidence/new/?skill={SKILL}") == []
    rests = ("result/", "result/working/", "result.pdf", "result.json")
    assert [client.get(journeys.address(attempt, rest)).status_code for rest in rests] == [200] * 4
