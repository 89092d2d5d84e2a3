"""Submitting scores an attempt once; nothing that happens afterwards changes what was shown."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User

from assessments import snapshots
from assessments.domain.report import readiness_report
from assessments.domain.scoring import Answers, gate_statuses, score
from assessments.domain.scoring import Rating as Given
from assessments.models import Attempt, Evidence, EvidenceSkill, Rating, Result, ScenarioAnswer
from assessments.services import attempts as services
from assessments.services import profiles
from tests.assessments.runs import LATER, NOW, publish_another, rate_all, started, submitted

pytestmark = pytest.mark.django_db
GATES = {"medical_degree": "met", "licence": "in_progress", "ci_board": "not_met"}


def work(user: User, profession: str) -> None:
    profiles.save_work(user=user, profession=profession, country="", ehr="")


def kept(result: Result) -> Any:
    return Result.objects.get(pk=result.pk).document


def statuses(document: Any) -> dict[str, str]:
    return {gate["id"]: gate["status"] for gate in document["report"]["gates"]}


def quick_check(user: User) -> Attempt:
    """One of which every question is answered."""
    attempt = started(user)
    attempt.form = "quick"
    attempt.save()
    while step := services.form_of(attempt).first_open():
        if step.kind == "skill":
            Rating.objects.create(attempt=attempt, skill=step.id, level=3, saved_at=NOW)
        else:
            ScenarioAnswer.objects.create(attempt=attempt, item=step.id, choice="A", saved_at=NOW)
    return attempt


def test_an_attempt_with_open_skills_is_not_scored(alice: User) -> None:
    attempt = started(alice)
    rate_all(attempt, but=("ethics", "cds"))
    with pytest.raises(services.SkillsOpen) as caught:
        services.submit(attempt=attempt, at=NOW)
    assert [skill.id for skill in caught.value.skills] == ["cds", "ethics"]
    attempt.refresh_from_db()
    assert attempt.submitted_at is None
    assert not Result.objects.exists()


def test_scenarios_may_stay_open(alice: User) -> None:
    answered = submitted(alice).document["answered"]
    assert answered["scenarios"] >= 20
    assert (answered["scenarios_answered"], answered["scenarios_right"]) == (0, 0)


def test_the_result_is_what_the_model_says_of_the_answers(alice: User) -> None:
    attempt = started(alice)
    rate_all(attempt, but=("cds",))
    ratings = {rating.skill: Given(2) for rating in attempt.ratings.all()}
    Rating.objects.create(attempt=attempt, skill="cds", level=3, low_confidence=True, evidence="x", saved_at=NOW)
    for item, choice in (("cds-silent-run", "A"), ("ethics-vendor-shares", "unsure")):
        ScenarioAnswer.objects.create(attempt=attempt, item=item, choice=choice, saved_at=NOW)
    report = services.submit(attempt=attempt, at=NOW).document["report"]
    instrument = snapshots.instrument(attempt.version_id, "cmio")
    scenarios = {"cds-silent-run": "A", "ethics-vendor-shares": "unsure"}
    readiness = score(instrument, Answers(ratings | {"cds": Given(3, True, True)}, {}, scenarios))
    assert report == readiness_report(instrument, readiness, gate_statuses(instrument, "", {}))
    assert report["readiness"]["complete"]


def test_what_was_answered_is_counted(alice: User) -> None:
    attempt = started(alice)
    rate_all(attempt, but=("cds", "ethics", "cybersecurity"))
    for skill, values in (("cds", {"evidence": "Led it"}), ("ethics", {"low_confidence": True}), ("cybersecurity", {})):
        Rating.objects.create(attempt=attempt, skill=skill, level=0, saved_at=NOW, **values)
    items = services.form_of(attempt).items
    for item, choice in zip(items, (items[0].key, "unsure", *"AB"), strict=False):
        ScenarioAnswer.objects.create(attempt=attempt, item=item.id, choice=choice, saved_at=NOW)
    answered = services.submit(attempt=attempt, at=NOW).document["answered"]
    right = 1 + sum(item.key == choice for item, choice in zip(items[2:], "AB", strict=False))
    assert answered == {
        "skills": 31,
        "with_example": 1,
        "low_confidence": 1,
        "no_chance": 3,
        "scenarios": len(items),
        "scenarios_answered": 4,
        "scenarios_right": right,
    }


def test_a_second_submit_gives_the_first_result(alice: User) -> None:
    attempt = started(alice)
    rate_all(attempt)
    first = services.submit(attempt=attempt, at=NOW)
    document = kept(first)
    Rating.objects.update(level=5)
    again = services.submit(attempt=attempt, at=LATER)
    assert (again.pk, again.created_at, again.document) == (first.pk, NOW, document)
    assert Attempt.objects.get().submitted_at == NOW


def test_nothing_that_changes_afterwards_changes_the_result(alice: User) -> None:
    work(alice, "physician")
    result = submitted(alice)
    document = kept(result)
    work(alice, "nurse")
    profiles.save_gates(user=alice, states=dict.fromkeys(GATES, "met"))
    Rating.objects.update(level=5, evidence="Now with an example")
    publish_another()
    snapshots.forget()
    assert services.submit(attempt=result.attempt, at=LATER).document == kept(result) == document
    later = submitted(alice, at=LATER).document["report"]
    assert (document["report"]["instrument"], later["instrument"]) == (1, 2)
    assert later["readiness"] != document["report"]["readiness"]


@pytest.mark.parametrize("states", [{}, GATES, dict.fromkeys(GATES, "met"), dict.fromkeys(GATES, "not_applicable")])
def test_gates_never_enter_the_score(alice: User, charlie: User, states: dict[str, str]) -> None:
    plain = submitted(charlie).document["report"]
    work(alice, "physician")
    profiles.save_gates(user=alice, states=states)
    report = submitted(alice).document["report"]
    for part in ("readiness", "domains", "skills", "levers"):
        assert report[part] == plain[part]


def test_gates_stand_beside_the_score_as_the_profile_has_them(alice: User) -> None:
    work(alice, "physician")
    profiles.save_gates(user=alice, states=GATES)
    document = submitted(alice).document
    assert (document["profession"], document["gates_asked"]) == ("physician", True)
    assert statuses(document).items() >= GATES.items()
    assert statuses(document)["residency"] == "not_met"


def test_gates_of_other_professions_do_not_apply(alice: User) -> None:
    work(alice, "nurse")
    profiles.save_gates(user=alice, states=GATES)
    found = statuses(submitted(alice).document)
    assert (found["medical_degree"], found["licence"], found["ci_board"]) == ("met", "not_applicable", "not_applicable")


def test_without_a_profile_no_gate_was_asked_for(alice: User) -> None:
    document = submitted(alice).document
    assert (document["profession"], document["gates_asked"]) == ("", False)
    assert set(statuses(document).values()) == {"not_applicable"}


def test_a_clock_that_was_set_back_costs_nobody_the_result(alice: User) -> None:
    attempt = started(alice, at=NOW)
    rate_all(attempt)
    result = services.submit(attempt=attempt, at=NOW - timedelta(hours=1))
    attempt.refresh_from_db()
    assert attempt.submitted_at == result.created_at == NOW


@pytest.mark.parametrize(("rating", "low", "high"), [(0, 0, 40), (5, 75, 100)])
def test_the_score_follows_the_ratings(alice: User, rating: int, low: float, high: float) -> None:
    assert low <= submitted(alice, rating).document["report"]["readiness"]["score"] <= high


def test_evidence_changes_nothing_of_what_a_quick_check_says_it_asked(alice: User) -> None:
    attempt = quick_check(alice)
    backed = Evidence.objects.create(user=alice, title="Cut overrides", created_at=NOW, updated_at=NOW)
    EvidenceSkill.objects.bulk_create(
        EvidenceSkill(evidence=backed, skill=rating.skill) for rating in attempt.ratings.all()
    )
    asked = len(services.form_of(attempt).items)
    answered = services.submit(attempt=attempt, at=NOW).document["answered"]
    assert (answered["scenarios"], answered["scenarios_answered"]) == (asked, asked)
