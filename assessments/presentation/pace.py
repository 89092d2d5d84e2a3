"""How long an attempt still takes, by the pace of whoever answers."""

from collections.abc import Sequence
from math import ceil
from statistics import median

from assessments.domain.form import Form
from assessments.domain.quick import SECONDS_A_QUESTION

ENOUGH = 3
"""From so many timed answers on there is a pace of one's own."""


def time_left(asked: Form, seconds: Sequence[int]) -> str:
    """The time for the open questions in words; `seconds` are what those answered took."""
    return minutes(asked.total - asked.answered(), seconds)


def minutes(questions: int, seconds: Sequence[int] = ()) -> str:
    """The time for so many questions in words: at the median pace, or at 20 seconds each before there is one."""
    if questions <= 0:
        return ""
    pace = median(seconds) if len(seconds) >= ENOUGH else SECONDS_A_QUESTION
    found = ceil(questions * pace / 60)
    return f"About {found} minute{'' if found == 1 else 's'} left"
