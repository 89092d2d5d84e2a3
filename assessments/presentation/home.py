"""The signed-in home: one next step, decided from what there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from assessments.models import Calculation, Plan
from assessments.presentation import terms, words
from assessments.presentation.glyphs import Segment
from assessments.presentation.offers import Offers
from assessments.presentation.week import Week


@dataclass(frozen=True, slots=True)
class OpenAttempt:
    """An attempt that is not submitted: answered questions of all, the next one, when it was last saved or nothing.

    Told are skills, then scenarios; of a quick check both together, because the answers decide what it asks.
    """

    answered: int
    total: int
    next_name: str
    url: str
    saved: str
    segments: tuple[Segment, ...]
    noun: str = "skill"

    @property
    def label(self) -> str:
        """How far it is."""
        return f"{self.answered} of {self.total} {self.noun}s answered"


@dataclass(frozen=True, slots=True)
class LatestResult:
    """The newest result with its range and band, and whether a plan was built from it."""

    score: float
    low: float
    high: float
    band: str
    url: str
    plan_url: str
    has_plan: bool


@dataclass(frozen=True, slots=True)
class LatestPlan:
    """The newest plan: its address and what it asks this week."""

    url: str
    week: Week


@dataclass(frozen=True, slots=True)
class NextStep:
    """The heading, a line below it, and the one button."""

    title: str
    lede: str
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the next step depends on."""

    profile_url: str
    profile_filled: bool
    attempts_url: str
    open_attempt: OpenAttempt | None
    result: LatestResult | None
    plan: LatestPlan | None
    planning: NextStep | None = None


WORKING, NOTHING_FITS, FAILED = "working", "nothing fits", "failed"
RECENT = timedelta(days=7)
"""So long planning that came to nothing is worth a word."""

PLANNED = {
    WORKING: (
        "Your plan is being worked out",
        "This takes a few seconds, or a minute where much is asked for.",
        "See how far it is",
    ),
    NOTHING_FITS: (
        "No plan fits what you asked for",
        "Some of it cannot be had together. Changes that would work are ready for you to choose from.",
        "See what would help",
    ),
    FAILED: (
        "Your plan could not be worked out",
        "What you entered is kept. You can ask again.",
        "Ask again",
    ),
}
"""The heading, the line below it and the button, by how planning stands."""

STAYS = "Nothing has changed yet: your plan stays as it is until you take another one."


def followed(plans: Sequence[Plan]) -> Plan | None:
    """Of plans that are given newest first, the first with something left to do; else the newest."""
    return next((plan for plan in plans if not plan.current.is_over), plans[0] if plans else None)


def planning(asked: Calculation | None, offers: Offers | None, plans: Sequence[Plan], now: datetime) -> NextStep | None:
    """What waits for the user of planning that they asked for; None where nothing does.

    - asked: the plan that was asked for last; offers: those of the plan that is followed
    """
    if offers and offers.link:
        url, label = offers.link
        return NextStep(offers.note.rstrip("."), STAYS, label, url)
    standing = _standing_of(asked, plans, now) if asked else ""
    return NextStep(*PLANNED[standing], asked.get_absolute_url()) if asked and standing else None


def _standing_of(asked: Calculation, plans: Sequence[Plan], now: datetime) -> str:
    """Empty where it came to a plan, or where nobody waits for it any more."""
    if not asked.is_over:
        return WORKING
    if any(plan.created_at >= asked.created_at for plan in plans) or now - asked.created_at > RECENT:
        return ""
    return FAILED if asked.state == Calculation.State.FAILED else NOTHING_FITS


def next_step(facts: Facts) -> NextStep:
    """What to do now.

    - planning that was asked for is decided on first
    - then an assessment begun is finished
    - without any result: the profile, then the assessment
    - a result without a plan leads to one; a result newer than the plan is looked at first
    - then what the plan asks this week
    """
    if facts.planning:
        return facts.planning
    attempt = facts.open_attempt
    if attempt and (attempt.answered or attempt.saved):
        return _resume(attempt)
    if facts.result is None:
        return _begin(facts)
    if facts.plan is None:
        return _build(facts.result)
    if not facts.result.has_plan:
        return _look(facts.result)
    return _week(facts.plan)


def _resume(attempt: OpenAttempt) -> NextStep:
    saved = f" Your last answer was saved {attempt.saved}." if attempt.saved else ""
    if attempt.answered == attempt.total:
        lede = f"All {attempt.total} {attempt.noun}s are answered.{saved}"
        return NextStep("Check your answers and see your result", lede, "Check your answers", attempt.url)
    title = f"Pick up at {attempt.noun} {attempt.answered + 1} of {attempt.total}"
    return NextStep(title, f"Next: {terms.within(attempt.next_name)}.{saved}", "Continue the assessment", attempt.url)


def _begin(facts: Facts) -> NextStep:
    if not facts.profile_filled:
        lede = (
            "Your profession, what you hold and the time you have decide what a plan can use. You can change it later."
        )
        return NextStep("Say where you start from", lede, "Fill in your profile", facts.profile_url)
    if facts.open_attempt:
        lede = "One question a page. Each answer is saved, and you can stop at any time."
        title = f"Begin with the first of {facts.open_attempt.total} {facts.open_attempt.noun}s"
        return NextStep(title, lede, "Begin", facts.open_attempt.url)
    lede = "Rate each skill by what you have done. You get your readiness with its range, and the gaps that cost most."
    return NextStep("Find out how ready you are", lede, "Check how ready you are", facts.attempts_url)


def _build(result: LatestResult) -> NextStep:
    lede = f"{_standing(result)} Say what hours and money you have, and get the steps that raise it most."
    return NextStep("Build a plan from your result", lede, "Build a plan", result.plan_url)


def _look(result: LatestResult) -> NextStep:
    lede = f"{_standing(result)} Your plan was built from an earlier result."
    return NextStep("See what changed since your plan", lede, "See your new result", result.url)


def _week(plan: LatestPlan) -> NextStep:
    open_todos = [todo for todo in plan.week.todos if not todo.step.is_done]
    if not plan.week.todos:
        return _wait(plan)
    if not open_todos:
        return NextStep("This week is done", "Every step of this week’s list is ticked.", "Open your plan", plan.url)
    late = sum(todo.step.state == "late" for todo in open_todos)
    title = f"This week: {words.count(len(open_todos), 'step')}"
    overdue = f" {words.sentence(words.count(late, 'step is', 'steps are'))} late." if late else ""
    lede = f"{plan.week.about}.{overdue}"
    return NextStep(title, lede, "Open your plan", plan.url)


def _wait(plan: LatestPlan) -> NextStep:
    coming = plan.week.coming
    if not plan.week.has_steps:
        lede = "Build another one with other limits, or retake the assessment."
        return NextStep("Your plan has no steps", lede, "Open your plan", plan.url)
    if plan.week.resumes:
        return NextStep("Nothing to do this week", plan.week.empty, "Open your plan", plan.url)
    if coming is None:
        return NextStep(
            "Every step of your plan is done",
            "Retake the assessment to see what it brought.",
            "Open your plan",
            plan.url,
        )
    lede = f"It starts on {words.day(coming.start)}. Nothing is planned this week."
    return NextStep(f"Next: {coming.name}", lede, "Open your plan", plan.url)


def _standing(result: LatestResult) -> str:
    low, high = terms.whole(result.low), terms.whole(result.high)
    return f"{terms.BANDS[result.band]}: {terms.whole(result.score)} of 100, likely {terms.between(low, high)}."
