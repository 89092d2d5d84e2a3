"""A link opens until it expires or is revoked, an answer is kept once, and a mentor is never instead of the user."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from pytest_django.fixtures import Settings

from assessments import snapshots
from assessments.domain.scoring import score
from assessments.models import Attempt, Invitation, MentorRating, Rating, Result
from assessments.services import attempts
from assessments.services import second as services
from assessments.services.answers import AnswerChanged, Sent
from tests.assessments.runs import NOW, all_rows, rate_all, started

pytestmark = pytest.mark.django_db
A_MINUTE = timedelta(minutes=1)


@pytest.fixture
def attempt(alice: User) -> Attempt:
    return started(alice)


def invited(attempt: Attempt, at: datetime = NOW, **changes: Any) -> Invitation:
    """A link for a mentor, from a form of its own."""
    values: dict[str, Any] = {"id": uuid4(), "mentor": "Dr. Lee Park", "asker": "Asha Rao"} | changes
    return services.invite(attempt=attempt, at=at, **values)


def rated(link: Invitation, level: int | None, skill: str = "cds", at: datetime = NOW, **sent: Any) -> MentorRating:
    """A mentor's answer that comes from a new page unless told otherwise."""
    return services.rate(invitation=link, skill=skill, level=level, sent=Sent(**({"key": uuid4()} | sent)), at=at)


def counting(attempt: Attempt) -> dict[str, int]:
    return dict(snapshots.answers(Attempt.objects.select_related("result").get(pk=attempt.pk)).mentor_ratings)


def test_a_link_is_made_once_and_opens_for_thirty_days(attempt: Attempt) -> None:
    id = uuid4()
    first, again = (invited(attempt, id=id, at=NOW + wait) for wait in (timedelta(), A_MINUTE))
    assert (Invitation.objects.get(), first.pk, again.pk) == (first, id, id)
    assert first.expires_at == again.expires_at == NOW + timedelta(days=30)
    assert first.is_usable(first.expires_at - A_MINUTE)
    assert not first.is_usable(first.expires_at)


def test_what_is_kept_of_a_link_does_not_open_it(attempt: Attempt, settings: Settings) -> None:
    link, other = invited(attempt), invited(attempt)
    assert link.token != other.token
    assert len(link.token) == 43
    assert Invitation.objects.with_token(link.token).get() == link
    kept = [str(value) for value in Invitation.objects.values_list().get(pk=link.pk)]
    assert link.token not in "".join(kept)
    assert not any(Invitation.objects.with_token(value).exists() for value in kept)
    # After a change of the key nobody can tell the link any more; those who have it are not locked out.
    token, settings.SECRET_KEY = link.token, "another"
    assert (link.token, Invitation.objects.with_token(token).get()) == ("", link)


def test_an_id_of_somebody_elses_link_is_replaced_and_theirs_stays(attempt: Attempt, charlie: User) -> None:
    theirs = invited(started(charlie))
    mine = invited(attempt, id=theirs.pk, mentor="Mine")
    assert mine.pk != theirs.pk
    theirs.refresh_from_db()
    assert (theirs.mentor, theirs.attempt.user) == ("Dr. Lee Park", charlie)


def test_five_links_can_be_open_and_a_closed_one_makes_room(attempt: Attempt) -> None:
    first, *_ = [invited(attempt) for _ in range(services.MOST_OPEN)]
    with pytest.raises(services.TooManyOpen):
        invited(attempt)
    services.revoke(invitation=first, at=NOW)
    invited(attempt)
    with pytest.raises(services.TooManyOpen):
        invited(attempt)
    assert invited(attempt, at=NOW + services.OPEN_FOR)


def test_an_answer_is_one_row_however_often_it_is_sent(attempt: Attempt) -> None:
    link, key = invited(attempt), uuid4()
    rated(link, 3, key=key, turn=2, shown_at=NOW - A_MINUTE)
    before = all_rows()
    rated(link, 3, key=key, turn=2, at=NOW + A_MINUTE)
    rated(link, 1, key=key, turn=1, at=NOW + A_MINUTE)
    assert all_rows() == before
    kept = rated(link, 4, key=key, turn=3, at=NOW + A_MINUTE)
    assert MentorRating.objects.get() == kept
    assert (kept.level, kept.revision, kept.seconds, kept.saved_at) == (4, 2, 60, NOW + A_MINUTE)


def test_saying_that_one_cannot_say_takes_the_rating_back_and_a_late_request_does_not_bring_it_again(
    attempt: Attempt,
) -> None:
    Rating.objects.create(attempt=attempt, skill="cds", level=2, saved_at=NOW)
    link, key = invited(attempt), uuid4()
    rated(link, 3, key=key, turn=1)
    assert counting(attempt) == {"cds": 3}
    rated(link, None, key=key, turn=2)
    rated(link, 3, key=key, turn=1)
    assert MentorRating.objects.get().level is None
    assert counting(attempt) == {}


def test_a_page_that_shows_an_older_answer_is_refused_and_told_the_newer(attempt: Attempt) -> None:
    link = invited(attempt)
    rated(link, 3)
    for level in (None, 1):
        with pytest.raises(AnswerChanged) as refused:
            rated(link, level)
        assert refused.value.saved == MentorRating.objects.get(level=3)
    assert rated(link, 1, seen=1).revision == 2


def test_nothing_is_rated_by_a_closed_link_and_what_was_stays(attempt: Attempt) -> None:
    expired, revoked, deleted = (invited(attempt) for _ in range(3))
    rated(expired, 3, at=expired.expires_at - A_MINUTE)
    rated(revoked, 4)
    for at in (NOW, NOW + A_MINUTE):
        services.revoke(invitation=revoked, at=at)
    Invitation.objects.filter(pk=deleted.pk).delete()
    before = all_rows()
    for link, at in ((expired, expired.expires_at), (revoked, NOW), (deleted, NOW)):
        with pytest.raises(services.LinkClosed):
            rated(link, 1, at=at)
        with pytest.raises(services.LinkClosed):
            services.finish(invitation=link, at=at)
    assert all_rows() == before
    revoked.refresh_from_db()
    assert revoked.revoked_at == NOW
    assert set(MentorRating.objects.values_list("level", flat=True)) == {3, 4}


def test_being_done_is_kept_once_and_closes_nothing(attempt: Attempt) -> None:
    link = invited(attempt)
    for at in (NOW, NOW + A_MINUTE):
        services.finish(invitation=link, at=at)
    link.refresh_from_db()
    assert link.finished_at == NOW
    assert rated(link, 5).level == 5


def test_the_last_mentor_of_a_skill_counts_and_none_without_an_own_rating(attempt: Attempt) -> None:
    Rating.objects.create(attempt=attempt, skill="cds", level=2, saved_at=NOW)
    one, two = invited(attempt), invited(attempt)
    rated(one, 1, at=NOW + A_MINUTE)
    rated(two, 4)
    rated(two, 4, skill="ethics")
    assert counting(attempt) == {"cds": 1}
    rated(two, 5, seen=1, at=NOW + 2 * A_MINUTE)
    assert counting(attempt) == {"cds": 5}
    rated(two, None, seen=2, at=NOW + 3 * A_MINUTE)
    assert counting(attempt) == {"cds": 1}


def test_a_result_freezes_the_ratings_that_counted_and_later_ones_never_change_it(attempt: Attempt) -> None:
    rate_all(attempt)
    link, instrument = invited(attempt), snapshots.instrument(attempt.version_id, "cmio")
    alone = score(instrument, snapshots.answers(attempt)).overall.score
    rated(link, 5)
    frozen = attempts.submit(attempt=attempt, at=NOW).document
    assert frozen["mentor_ratings"] == {"cds": 5}
    assert frozen["report"]["readiness"]["score"] > alone
    rated(link, 0, seen=1, at=NOW + A_MINUTE)
    rated(link, 0, skill="ethics", at=NOW + A_MINUTE)
    assert Result.objects.get().document == frozen
    assert counting(attempt) == {"cds": 5}
    again = Attempt.objects.select_related("result").get(pk=attempt.pk)
    assert score(instrument, snapshots.answers(again)).overall.score == pytest.approx(
        frozen["report"]["readiness"]["score"], abs=0.01
    )


def test_results_from_before_there_were_mentors_have_none(attempt: Attempt) -> None:
    rate_all(attempt)
    result = attempts.submit(attempt=attempt, at=NOW)
    del result.document["mentor_ratings"]
    result.save()
    rated(invited(attempt), 5)
    assert counting(attempt) == {}


@pytest.mark.parametrize("level", [-1, 6])
def test_the_database_itself_refuses_other_levels_and_a_second_row(attempt: Attempt, level: int) -> None:
    link = invited(attempt)
    rated(link, 3)
    for wrong in ({"skill": "ethics", "level": level}, {"skill": "cds", "level": 2}):
        with pytest.raises(IntegrityError), transaction.atomic():
            MentorRating.objects.create(invitation=link, saved_at=NOW, **wrong)
    assert MentorRating.objects.count() == 1
    attempt.delete()
    assert not Invitation.objects.exists()
