"""There is news only where an edition came out since the visit before."""

from datetime import date

import pytest

from assessments.models import GuideVisit
from assessments.presentation.guide.news import News, news

TODAY, MARCH = date(2027, 4, 1), date(2027, 3, 3)


def test_it_names_the_day_and_both_editions() -> None:
    visit = GuideVisit(edition=3, day=TODAY, earlier_edition=1, earlier_day=MARCH)
    assert news(visit) == News("3 March 2027", 1, 3)


@pytest.mark.parametrize(("edition", "earlier", "day"), [(1, None, None), (3, 3, MARCH), (2, 3, MARCH)])
def test_without_a_newer_edition_there_is_none(edition: int, earlier: int | None, day: date | None) -> None:
    assert news(GuideVisit(edition=edition, day=TODAY, earlier_edition=earlier, earlier_day=day)) is None
