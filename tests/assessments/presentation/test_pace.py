"""The time left: at 20 seconds a question until there is a pace of one's own, then at the median."""

import pytest

from assessments.presentation.pace import minutes


@pytest.mark.parametrize(
    ("questions", "seconds", "words"),
    [
        (36, (), "About 12 minutes left"),
        (36, (60, 60), "About 12 minutes left"),
        (36, (60, 60, 1000), "About 36 minutes left"),
        (3, (5, 10, 20, 30), "About 1 minute left"),
        (1, (), "About 1 minute left"),
        (0, (60, 60, 60), ""),
    ],
)
def test_it_is_rounded_up_to_whole_minutes(questions: int, seconds: tuple[int, ...], words: str) -> None:
    assert minutes(questions, seconds) == words
