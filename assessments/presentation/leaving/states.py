"""How a step stands, in the words of calendars and paper."""

from assessments.domain.following.progress import BLOCKED, DOING, DONE, NOT_STARTED, SKIPPED
from assessments.presentation.steps import LATE, Step

WORDS = {NOT_STARTED: "Not started", DOING: "Under way", BLOCKED: "Blocked", DONE: "Done", SKIPPED: "Skipped"}


def state_word(step: Step) -> str:
    """The word for a step on the day on which it was read: late where its weeks are over and it is not done."""
    return "Late" if step.state == LATE else WORDS[step.progress.state]
