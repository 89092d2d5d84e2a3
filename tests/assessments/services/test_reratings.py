"""A skill is rated again beside a result that stays: kept once, refused where another page was faster, counted once."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User

from assessments import snapshots
from assessments.domain.scoring import Answers, Rating, score
from assessments.models import Attempt, Plan, Rerating, ScenarioAnswer
from assessments.services import attempts, evidence, reratings
from assessments.services.answers import AnswerChanged, Sent
from assessments.services.revisions import Drawn, begin
from tests import journeys
from tests.assessments.runs import LATER, all_rows, publish_another

pytestmark = pytest.mark.django_db
A_MINUTE = timedelta(minutes=1)
SKILL = "cds"


@pytest.fixture
def attempt(alice: User) -> Attempt:
    open_one = journeys.rate(journeys.started(alice))
    open_one.scenario_answers.create(item="ehr-conversion-plan", choice=ScenarioAnswer.UNSURE, saved_at=journeys.NOW)
    return open_one


@pytest.fixture
def plan(attempt: Attempt) -> Plan:
    return followed(attempt)


def followed(attempt: Attempt) -> Plan:
    """A plan without actions for what comes of the attempt."""
    result = attempts.submit(attempt=attempt, at=journeys.NOW)
    assert attempt.user
    plan = Plan.objects.create(user=attempt.user, result=result, created_at=journeys.NOW)
    drawn = Drawn(attempt.version_id, {}, {"actions": []})
    begin(plan=plan, drawn=drawn, words="Built the plan", at=journeys.NOW)
    return Plan.objects.whole().get(pk=plan.pk)


def rated(plan: Plan, level: int, skill: str = SKILL, **changes: Any) -> Rerating:
    """A rating that comes from a new page unless told otherwise."""
    values: dict[str, Any] = {"low_confidence": False, "sent": Sent(uuid4()), "at": LATER} | changes
    return reratings.save(plan=plan, skill=skill, level=level, **values)


def given(plan: Plan) -> Answers:
    return snapshots.answers(Attempt.objects.select_related("result").get(pk=plan.result.attempt_id))


def expected(plan: Plan, **again: Rating) -> float:
    """Readiness worked out the other way: from all answers, with these instead of the user's own."""
    before = given(plan)
    instrument = snapshots.instrument(plan.result.attempt.version_id, plan.result.attempt.level)
    after = Answers({**before.ratings, **again}, before.mentor_ratings, before.scenarios)
    return round(score(instrument, after).overall.score, 2)


def now(plan: Plan) -> float:
    found = reratings.standing(plan).now
    assert found
    return float(found["readiness"]["score"])


def with_evidence(user: User, *skills: str) -> None:
    entry = evidence.Entry("Cut overrides", skills=skills)
    evidence.save(user=user, id=uuid4(), page=evidence.Page(uuid4(), 0), entry=entry, at=LATER)


def test_the_same_page_sent_twice_is_one_row(plan: Plan) -> None:
    sent = Sent(uuid4())
    first, again = (rated(plan, 4, sent=sent, at=LATER + wait) for wait in (timedelta(), A_MINUTE))
    assert (first, again.revision, again.saved_at) == (Rerating.objects.get(), 1, LATER)


def test_an_older_turn_that_arrives_late_changes_nothing(plan: Plan) -> None:
    key = uuid4()
    rated(plan, 4, sent=Sent(key, turn=2))
    rated(plan, 1, sent=Sent(key, turn=1))
    assert Rerating.objects.get().level == 4


def test_a_page_that_did_not_see_the_rating_is_refused_and_told_of_it(plan: Plan) -> None:
    rated(plan, 4)
    with pytest.raises(AnswerChanged) as refusal:
        rated(plan, 2)
    assert refusal.value.saved == Rerating.objects.get()
    assert rated(plan, 2, sent=Sent(uuid4(), seen=1)).revision == 2


def test_a_rating_taken_back_is_gone_unless_another_page_changed_it(plan: Plan) -> None:
    rated(plan, 4)
    rated(plan, 3, sent=Sent(uuid4(), seen=1))
    with pytest.raises(AnswerChanged):
        reratings.withdraw(plan=plan, skill=SKILL, sent=Sent(uuid4(), seen=1))
    for _ in range(2):
        reratings.withdraw(plan=plan, skill=SKILL, sent=Sent(uuid4(), seen=2))
    assert not Rerating.objects.exists()
    assert now(plan) == plan.result.document["report"]["readiness"]["score"]


def test_nothing_is_kept_for_a_plan_that_is_gone(plan: Plan) -> None:
    Plan.objects.all().delete()
    with pytest.raises(Plan.DoesNotExist):
        rated(plan, 4)


def test_a_new_rating_takes_the_place_of_the_own_one_and_nothing_else_changes(plan: Plan) -> None:
    before = {name: rows for name, rows in all_rows().items() if name != "Rerating"}
    assert now(plan) == plan.result.document["report"]["readiness"]["score"]
    rated(plan, 4)
    found = reratings.standing(plan)
    assert found.now
    assert found.now["readiness"]["score"] == expected(plan, cds=Rating(4))
    assert (found.then, found.last, set(found.counted), found.is_retaken) == (plan.result, plan.result, {SKILL}, False)
    assert {name: rows for name, rows in all_rows().items() if name != "Rerating"} == before


def test_being_unsure_of_it_counts(plan: Plan) -> None:
    rated(plan, 4, low_confidence=True)
    assert now(plan) == expected(plan, cds=Rating(4, low_confidence=True)) != expected(plan, cds=Rating(4))


def test_evidence_added_since_backs_what_is_rated_again_and_nothing_else(plan: Plan, alice: User) -> None:
    with_evidence(alice, SKILL, "communication")
    assert now(plan) == plan.result.document["report"]["readiness"]["score"]
    rated(plan, 4)
    assert now(plan) == expected(plan, cds=Rating(4, evidence=True)) != expected(plan, cds=Rating(4))


def test_what_backed_the_earlier_rating_backs_the_new_one_but_never_no_chance(attempt: Attempt) -> None:
    attempt.ratings.filter(skill=SKILL).update(evidence="Led the clean-up")
    plan = followed(attempt)
    rated(plan, 3)
    assert now(plan) == expected(plan, cds=Rating(3, evidence=True))
    rated(plan, 0, sent=Sent(uuid4(), seen=1))
    assert now(plan) == expected(plan, cds=Rating(0))


def test_a_newer_result_is_what_stands_now_and_overtakes_earlier_ratings(plan: Plan, alice: User) -> None:
    rated(plan, 5)
    newer = journeys.submitted(alice, 3, at=LATER + A_MINUTE)
    found = reratings.standing(plan)
    assert (found.last, found.is_retaken, found.again) == (newer.result, True, {})
    assert found.now == newer.result.document["report"]
    rated(plan, 5, "ethics", at=LATER + 2 * A_MINUTE)
    assert reratings.standing(plan).counted == {"ethics"}


def test_a_result_for_another_level_or_of_somebody_else_says_nothing_here(
    plan: Plan, alice: User, charlie: User
) -> None:
    journeys.submitted(alice, 5, level="deputy", at=LATER)
    journeys.submitted(charlie, 5, at=LATER)
    assert not reratings.standing(plan).is_retaken


def test_a_quick_check_overtakes_no_full_assessment(plan: Plan, alice: User) -> None:
    quick = journeys.submitted(alice, 5, at=LATER)
    Attempt.objects.filter(pk=quick.pk).update(form=Attempt.Form.QUICK)
    assert not reratings.standing(plan).is_retaken
    Attempt.objects.filter(pk=plan.result.attempt_id).update(form=Attempt.Form.QUICK)
    assert reratings.standing(Plan.objects.whole().get(pk=plan.pk)).is_retaken


def test_a_skill_that_the_results_version_does_not_have_is_not_counted(plan: Plan) -> None:
    rated(plan, 5, "a-later-skill")
    found = reratings.standing(plan)
    assert (set(found.later), found.counted) == ({"a-later-skill"}, frozenset())
    assert found.now == plan.result.document["report"]


def test_a_result_scored_in_another_way_is_not_set_beside_a_new_rating(plan: Plan) -> None:
    report = plan.result.document["report"]
    report["readiness"]["score"] += 1
    plan.result.save()
    assert reratings.standing(plan).now == report
    rated(plan, 4)
    assert reratings.standing(plan).now is None


def test_a_republished_catalogue_leaves_the_result_beside_its_own_version(plan: Plan) -> None:
    rated(plan, 4)
    before = now(plan)
    publish_another()
    assert now(plan) == before
