"""What came out since the reader's last visit."""

from dataclasses import dataclass

from assessments.models import GuideVisit
from assessments.presentation.words import day


@dataclass(frozen=True, slots=True)
class News:
    """The earlier visit and the edition that is live now."""

    since: str
    earlier: int
    edition: int


def news(visit: GuideVisit) -> News | None:
    """What the visit before did not see; nothing where the guide is as it was."""
    if visit.earlier_edition is None or visit.earlier_day is None or not visit.missed:
        return None
    return News(day(visit.earlier_day), visit.earlier_edition, visit.edition)
