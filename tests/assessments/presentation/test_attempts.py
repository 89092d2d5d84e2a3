"""The list of attempts: open ones with how far they are, submitted ones with their readiness."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest

from assessments.presentation.attempts import AttemptRow, attempt_row
from tests.assessments.presentation.builders import document, report


@dataclass
class Frozen:
    document: dict[str, Any]


@dataclass
class Attempt:
    """An attempt as the list reads it; without a result it is open."""

    result: Any
    submitted_at: datetime | None
    level: str = "cmio"
    form: str = "full"
    started_at: datetime = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)

    def get_absolute_url(self) -> str:
        return "/assessments/one/"


def row(*readiness: Any, answered: int = 3) -> AttemptRow:
    if not readiness:
        return attempt_row(Attempt(None, None), answered, document())
    frozen = Frozen({"report": report(*readiness)})
    return attempt_row(Attempt(frozen, datetime(2026, 12, 24, 18, 0, tzinfo=UTC)), answered, document())


@pytest.mark.parametrize("answered", [0, 2, 3])
def test_an_open_attempt_says_how_far_it_is(answered: int) -> None:
    found = row(answered=answered)
    assert (found.url, found.level_name, found.started) == ("/assessments/one/", "CMIO", "1 December 2026")
    assert (found.answered, found.is_quick) == (answered, False)
    assert (found.submitted, found.score, found.band, found.range_words) == ("", None, "", "")


@pytest.mark.parametrize(
    ("readiness", "score", "band", "range_words"),
    [
        ((58.4, 51.2, 65.6, "building"), 58, "Building", "51 to 66"),
        ((74.99, 70.0, 79.98, "close"), 74, "Close to ready", "70 to 80"),
        ((75.0, 75.0, 75.0, "ready"), 75, "Ready", "75"),
        ((0.0, 0.0, 6.5, "starting"), 0, "Starting out", "0 to 7"),
        ((100.0, 99.9, 100.0, "ready"), 100, "Ready", "100"),
    ],
)
def test_a_submitted_attempt_says_its_readiness_with_its_range(
    readiness: tuple[Any, ...], score: int, band: str, range_words: str
) -> None:
    found = row(*readiness)
    assert (found.score, found.band, found.range_words) == (score, band, range_words)
    assert found.submitted == "24 December 2026"
