"""The actions of a saved plan as steps: named, with what each changes and how it stands today."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessments.domain.following import extras, progress
from assessments.domain.following.progress import UNTOUCHED, Progress
from assessments.presentation import words
from assessments.presentation.catalogue import Catalogue

DONE, SKIPPED, BLOCKED, LATE, DOING, NOW, NEXT = "done", "skipped", "blocked", "late", "doing", "now", "next"
CREDENTIALS = "Credentials and conditions"
OPENING = "Opens the way for other steps"
YOURS = "Steps of your own"
CHOSEN = "You chose its weeks."
WORDS = {
    DONE: "Done",
    SKIPPED: "Skipped",
    BLOCKED: "Blocked",
    LATE: "Late",
    DOING: "Under way",
    NOW: "To start",
    NEXT: "Scheduled",
}
TONES = {DONE: "good", BLOCKED: "gap", LATE: "gap", DOING: "you", NOW: "you"}
SETTLED = frozenset({DONE, SKIPPED})
TIMING = re.compile(r" ?\b(?P<when>It can start at once|It starts [^“”]*?|Its weeks [^“”]*?)\.(?= To arrange: |$)")
TO_ARRANGE = re.compile(r" To arrange: .*$")
"""The parts of a `why` sentence that say when, and what has to be arranged."""


@dataclass(frozen=True, slots=True)
class Change:
    """A skill that a step lifts from one level to another."""

    skill: str
    name: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Step:
    """A scheduled action; hours are likely hours, `own_hours` those that no post pays for, cost the high estimate.

    `marks` say what was done to it: added, moved, split or asked for by the user, or retired from the catalogue.
    """

    number: int
    id: str
    name: str
    summary: str
    evidence: str
    start: date
    end: date
    weeks: int
    hours: float
    own_hours: float
    cost: int
    group: str
    changes: tuple[Change, ...]
    gates: tuple[str, ...]
    why: str
    arrange: tuple[str, ...]
    state: str
    done_on: date | None
    progress: Progress = UNTOUCHED
    marks: tuple[str, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether it is ticked."""
        return self.state == DONE

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done for it."""
        return self.state not in SETTLED

    @property
    def word(self) -> str:
        """The word for how it stands."""
        return WORDS[self.state]

    @property
    def tone(self) -> str:
        """The class of the tag that carries the word."""
        return TONES.get(self.state, "")

    @property
    def paid(self) -> bool:
        """Whether its hours are worked inside a paid post."""
        return self.own_hours == 0 < self.hours

    @property
    def purpose(self) -> str:
        """What it is there for."""
        return TO_ARRANGE.sub("", TIMING.sub("", self.why)).strip()

    @property
    def why_then(self) -> str:
        """What decides its weeks; empty where nobody wrote it down."""
        if MOVED in self.marks:
            return CHOSEN
        found = TIMING.search(self.why)
        return f"{found['when']}." if found else ""

    @property
    def days(self) -> str:
        """Its first and last day."""
        return words.days(self.start, self.end)

    @property
    def when(self) -> str:
        """Its days with the number of its open weeks."""
        return f"{self.days}, {words.count(self.weeks, 'week')}"

    @property
    def to_arrange(self) -> tuple[str, ...]:
        """What has still to be arranged for it."""
        return self.arrange if self.is_open else ()

    @property
    def folded(self) -> str:
        """What is told of it where its row in a list is unfolded."""
        parts = {"why then": self.why_then, "what to arrange": self.to_arrange, "what it leaves": self.evidence}
        return words.sentence(words.listed([name for name, told in parts.items() if told]))

    @property
    def effort(self) -> str:
        """Its likely hours, and what they are a week; once hours are logged, how many of them."""
        if not self.hours:
            return f"{words.figures(self.progress.hours, 'hour')} logged" if self.progress.hours else "None"
        if self.progress.hours:
            return f"{words.amount(self.progress.hours)} logged of {words.amount(self.hours)} likely"
        if self.paid:
            return f"{words.amount(self.hours)}, in paid time"
        return f"{words.amount(self.hours)}, about {words.clock(self.own_hours_a_week)} a week"

    @property
    def money(self) -> str:
        """What was spent, where that was told, and the high estimate of cost."""
        if self.progress.spent_usd is not None:
            return f"{words.usd(self.progress.spent_usd)} spent of {words.usd(self.cost)} at most"
        return f"{words.usd(self.cost)} at most" if self.cost else "Nothing"

    @property
    def own_hours_a_week(self) -> float:
        """Own hours in each of its weeks."""
        return self.own_hours / self.weeks

    @property
    def hours_done(self) -> float:
        """Own hours that were worked: those logged, or the likely ones of a done step without a log."""
        return 0 if self.paid else self.progress.hours or (self.own_hours if self.is_done else 0)

    @property
    def spent(self) -> int:
        """USD spent, or the high estimate of what is done or under way where nothing was told."""
        if self.progress.spent_usd is not None:
            return self.progress.spent_usd
        return self.cost if self.is_guessed else 0

    @property
    def is_guessed(self) -> bool:
        """Whether money counts as spent that nobody told."""
        begun = self.is_done or self.progress.is_running
        return bool(self.cost) and self.progress.spent_usd is None and begun


MOVED, SPLIT, OWN, PINNED, RETIRED = "Moved by you", "Part of a split step", "Your own", "Pinned", "Retired"


def read(
    rows: Sequence[Mapping[str, Any]],
    catalogue: Catalogue,
    progress: Mapping[str, Progress],
    today: date,
    request: Mapping[str, Any] | None = None,
    live: Mapping[str, Any] | None = None,
) -> tuple[Step, ...]:
    """The steps of a plan in the order of their start, numbered from 1.

    - request: what the plan was asked for, for the marks; live: the catalogue that is live, to tell what it retired
    """
    return tuple(
        _step(number, row, catalogue, progress.get(row["id"], UNTOUCHED), today, marks(row["id"], request or {}, live))
        for number, row in enumerate(rows, 1)
    )


def marks(action: str, request: Mapping[str, Any], live: Mapping[str, Any] | None) -> tuple[str, ...]:
    """What the user did to an action, and whether the live catalogue no longer has it."""
    placed = request.get("extras", {}).get("placed", {})
    found = {
        OWN: action.startswith(extras.OWN),
        SPLIT: extras.PART in action,
        MOVED: action in placed,
        PINNED: action in request.get("pinned", ()) and not action.startswith(extras.OWN),
        RETIRED: live is not None and extras.is_retired(action, live),
    }
    return tuple(mark for mark, is_there in found.items() if is_there)


def _step(
    number: int, row: Mapping[str, Any], catalogue: Catalogue, entry: Progress, today: date, marked: tuple[str, ...]
) -> Step:
    action = catalogue.actions[row["id"]]
    start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
    changes = tuple(
        Change(lift["skill"], catalogue.skills[lift["skill"]]["name"], lift["from"], lift["to"])
        for lift in row["develops"]
    )
    return Step(
        number=number,
        id=row["id"],
        name=action["name"],
        summary=action["summary"],
        evidence=action["evidence"],
        start=start,
        end=end,
        weeks=row["weeks"],
        hours=row["hours"],
        own_hours=0 if action["paid_time"] else row["hours"],
        cost=row["cost_max_usd"],
        group=_group(row, changes, catalogue),
        changes=changes,
        gates=tuple(row["satisfies"]),
        why=row["why"],
        arrange=catalogue.to_arrange(row["id"]),
        state=_state(entry, start, end, today),
        done_on=entry.ended,
        progress=entry,
        marks=marked,
    )


def _group(row: Mapping[str, Any], changes: tuple[Change, ...], catalogue: Catalogue) -> str:
    if changes:
        return catalogue.domain_name(changes[0].skill)
    if row["id"].startswith(extras.OWN):
        return YOURS
    return CREDENTIALS if row["satisfies"] else OPENING


def _state(entry: Progress, start: date, end: date, today: date) -> str:
    if entry.state in {progress.DONE, progress.SKIPPED, progress.BLOCKED}:
        return {progress.DONE: DONE, progress.SKIPPED: SKIPPED, progress.BLOCKED: BLOCKED}[entry.state]
    if end < today:
        return LATE
    if entry.state == progress.DOING:
        return DOING
    return NOW if start <= today else NEXT
