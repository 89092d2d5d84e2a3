"""Visits to guides: what is new since the last one, at the price of one write a day."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction

from assessments.models import GuideVisit


def read(*, user: User, career: str, edition: int, on: date) -> GuideVisit:
    """The user's visit as of this day; what is not saved yet of it stays so."""
    visit = GuideVisit.objects.filter(user=user, career=career).first()
    visit = visit or GuideVisit(user=user, career=career, edition=edition, day=on)
    if visit.is_over(edition=edition, on=on):
        visit.move_on(edition=edition, on=on)
    return visit


def keep(*, user: User, career: str, edition: int, on: date) -> GuideVisit:
    """The user's visit as of this day, saved; it writes at most once for each day and edition."""
    visit = GuideVisit.objects.filter(user=user, career=career).first()
    if visit and not visit.is_over(edition=edition, on=on):
        return visit
    return _move_on(user=user, career=career, edition=edition, on=on)


@transaction.atomic
def _move_on(*, user: User, career: str, edition: int, on: date) -> GuideVisit:
    present = {"edition": edition, "day": on}
    GuideVisit.objects.get_or_create(user=user, career=career, defaults=present)
    # A second tab that is as early waits here, and then finds nothing left to write.
    visit = GuideVisit.objects.select_for_update().get(user=user, career=career)
    if visit.is_over(edition=edition, on=on):
        visit.move_on(edition=edition, on=on)
        visit.save(update_fields=["edition", "day", "earlier_edition", "earlier_day"])
    return visit
