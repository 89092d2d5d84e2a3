"""Visits to guides: what is new since the last one, at the price of one write a day."""

from datetime import date

from django.contrib.auth.models import User

from assessments.models import GuideVisit


def read(*, user: User, career: str, edition: int, on: date) -> GuideVisit:
    """The user's visit as of this day; what is not saved yet of it stays so."""
    visit = GuideVisit.objects.filter(user=user, career=career).first()
    visit = visit or GuideVisit(user=user, career=career, edition=edition, day=on)
    if visit.is_over(edition=edition, on=on):
        visit.move_on(edition=edition, on=on)
    return visit


def keep(*, user: User, career: str, edition: int, on: date) -> GuideVisit:
    """The user's visit as of this day, saved; it writes one row, at most once for each day and edition.

    Two tabs that are as early read the same row and write the same, so neither has to wait for the other.
    """
    visit = GuideVisit.objects.filter(user=user, career=career).first()
    if visit is None:
        first = {"edition": edition, "day": on}
        return GuideVisit.objects.get_or_create(user=user, career=career, defaults=first)[0]
    if visit.is_over(edition=edition, on=on):
        visit.move_on(edition=edition, on=on)
        visit.save(update_fields=["edition", "day", "earlier_edition", "earlier_day"])
    return visit
