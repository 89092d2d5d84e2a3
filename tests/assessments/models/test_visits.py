"""What a visit to a guide is, and what the database itself keeps true about it."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User

from assessments.models import GuideVisit
from tests.assessments.models.refusals import refused

DAY = date(2027, 3, 3)
NEXT = DAY + timedelta(days=1)


@pytest.mark.django_db
def test_there_is_one_row_for_each_user_and_career(alice: User, charlie: User) -> None:
    given = {"edition": 1, "day": DAY}
    GuideVisit.objects.create(user=alice, career="cmio", **given)
    refused(lambda: GuideVisit.objects.create(user=alice, career="cmio", **given), "visit_once_per_user_and_career")
    assert GuideVisit.objects.create(user=alice, career="cnio", **given).pk
    assert GuideVisit.objects.create(user=charlie, career="cmio", **given).pk


@pytest.mark.django_db
def test_it_goes_with_its_user(alice: User) -> None:
    GuideVisit.objects.create(user=alice, career="cmio", edition=1, day=DAY)
    alice.delete()
    assert not GuideVisit.objects.exists()


@pytest.mark.parametrize(
    ("edition", "on", "over"),
    [(2, DAY, False), (2, NEXT, True), (3, DAY, True), (3, NEXT, True), (2, DAY - timedelta(days=1), False)],
)
def test_a_later_day_or_another_edition_is_another_visit(edition: int, on: date, over: bool) -> None:
    assert GuideVisit(edition=2, day=DAY).is_over(edition=edition, on=on) is over


def test_moving_on_makes_the_present_visit_the_earlier_one() -> None:
    visit = GuideVisit(edition=2, day=DAY)
    assert not visit.missed
    visit.move_on(edition=3, on=NEXT)
    assert (visit.earlier_edition, visit.earlier_day, visit.edition, visit.day) == (2, DAY, 3, NEXT)
    assert visit.missed
    visit.move_on(edition=3, on=NEXT + timedelta(days=1))
    assert not visit.missed
