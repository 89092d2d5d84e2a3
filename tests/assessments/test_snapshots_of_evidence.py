"""Evidence backs the ratings of its skills as the locker is now, and in a result as it was when that was made."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments import snapshots
from assessments.domain.report import readiness_report
from assessments.domain.scoring import Answers, score
from assessments.domain.scoring import Rating as Given
from assessments.models import Attempt, Evidence, Rating
from assessments.services import attempts
from assessments.services.evidence import Entry, Page, save
from tests.assessments.runs import LATER, NOW, newest, rate_all, started

pytestmark = pytest.mark.django_db


def entry(user: User, title: str, *skills: str) -> Evidence:
    return save(user=user, id=uuid4(), page=Page(uuid4(), 0), entry=Entry(title, skills=skills), at=NOW)


def rated(attempt: Attempt, **levels: int) -> dict[str, Given]:
    """What the ratings of these levels are read as."""
    rows = [Rating(attempt=attempt, skill=skill, level=level, saved_at=NOW) for skill, level in levels.items()]
    Rating.objects.bulk_create(rows)
    return dict(snapshots.answers(attempt).ratings)


def test_a_skill_with_evidence_counts_for_more_but_not_one_without_a_chance(alice: User, charlie: User) -> None:
    entry(alice, "Led it", "cds", "ethics")
    entry(charlie, "Theirs", "communication")
    assert rated(started(alice), cds=3, ethics=0, communication=2) == {
        "cds": Given(3, evidence=True),
        "ethics": Given(0),
        "communication": Given(2),
    }


def test_an_attempt_that_nobody_claimed_has_no_evidence(alice: User) -> None:
    entry(alice, "Led it", "cds")
    tried = Attempt.objects.create(version=newest(), level="cmio", started_at=NOW)
    with CaptureQueriesContext(connection) as asked:
        assert snapshots.backing(tried) == {}
    assert len(asked) == 0
    assert rated(tried, cds=3) == {"cds": Given(3)}


def test_a_result_keeps_what_counted_and_nothing_changes_it(alice: User) -> None:
    first, second = entry(alice, "Led it", "cds", "ethics"), entry(alice, "Published it", "cds")
    entry(alice, "No skill of ours", "gone")
    attempt = started(alice)
    rate_all(attempt, but=("ethics",))
    rated(attempt, ethics=0)
    result = attempts.submit(attempt=attempt, at=NOW)
    counted = [{"id": str(first.pk), "title": "Led it"}, {"id": str(second.pk), "title": "Published it"}]
    assert result.document["evidence"] == {"cds": counted}
    assert result.document["answered"]["with_example"] == 1
    frozen = result.document["report"]["readiness"]
    instrument = snapshots.instrument(attempt.version_id, "cmio")
    bare = {
        skill.id: Given(0 if skill.id == "ethics" else 2, evidence=skill.id == "cds") for skill in instrument.skills
    }
    assert frozen == readiness_report(instrument, score(instrument, Answers(bare, {}, {})), ())["readiness"]
    Evidence.objects.all().delete()
    entry(alice, "Later", "communication")
    again = Attempt.objects.for_user(alice).get(pk=attempt.pk)
    assert attempts.submit(attempt=again, at=LATER).document == result.document
    assert {skill for skill, given in snapshots.answers(again).ratings.items() if given.evidence} == {"cds"}
    assert snapshots.backing(again) == {"cds": counted}


def test_a_result_from_before_there_was_evidence_has_none(alice: User) -> None:
    entry(alice, "Led it", "cds")
    attempt = started(alice)
    rate_all(attempt)
    result = attempts.submit(attempt=attempt, at=NOW)
    del result.document["evidence"]
    result.save()
    again = Attempt.objects.for_user(alice).get(pk=attempt.pk)
    assert snapshots.backing(again) == {}
    assert snapshots.answers(again).ratings["cds"] == Given(2)
