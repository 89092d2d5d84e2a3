"""The profile as a task list: what each part holds, in words, and what is still to say."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from assessments.models import GateState, Profile
from assessments.models.countries import COUNTRIES
from assessments.presentation.glyphs import Segment, segments
from assessments.presentation.words import amount, count, day, sentence, usd

NOT_STARTED, IN_PROGRESS, DONE = "Not started", "In progress", "Done"
ABOUT = {
    "work": "Sets which gates apply to you, and opens the actions that need your health record system",
    "gates": "Sets which requirements still stand between you and the post",
    "conditions": "Sets which actions are open to you, and which a plan leaves out",
    "target": "Fills in the level and the date when you start an assessment or a plan",
    "time": "Sets what a plan may ask of you in a week, and in all",
}
TITLES = {
    "work": "Profession and workplace",
    "gates": "Gates",
    "conditions": "Conditions",
    "target": "Target",
    "time": "Time and money",
}
GROUPS = {"Who you are": ("work", "gates", "conditions"), "What you aim at and can give": ("target", "time")}


@dataclass(frozen=True, slots=True)
class Row:
    """One part: its key, its title, what it holds or what it changes, and its state in words."""

    part: str
    title: str
    text: str
    state: str

    @property
    def done(self) -> bool:
        """Whether nothing is missing in it."""
        return self.state == DONE

    @property
    def started(self) -> bool:
        """Whether anything is said in it."""
        return self.state != NOT_STARTED


@dataclass(frozen=True, slots=True)
class TaskList:
    """The parts in groups, how many are done, and the first one that is not."""

    groups: tuple[tuple[str, tuple[Row, ...]], ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All parts in order."""
        return tuple(row for _, rows in self.groups for row in rows)

    @property
    def done(self) -> int:
        """How many parts are done."""
        return sum(row.done for row in self.rows)

    @property
    def next(self) -> Row | None:
        """The first part that is not done."""
        return next((row for row in self.rows if not row.done), None)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The progress bar: a part under way is half full."""
        filled = {DONE: 2, IN_PROGRESS: 1, NOT_STARTED: 0}
        return segments([(filled[row.state], 2) for row in self.rows])


def task_list(profile: Profile, gates: Collection[str], levels: Mapping[str, str]) -> TaskList:
    """The parts that can be answered: without gates and levels of a published catalogue, only those that need none."""
    answers = {"work": _work(profile), "time": _time(profile)}
    if levels:
        answers |= {"gates": _gates(profile, gates), "conditions": _conditions(profile)}
        answers |= {"target": _target(profile, levels)}
    return TaskList(
        tuple(
            (title, tuple(_row(part, *answers[part]) for part in parts if part in answers))
            for title, parts in GROUPS.items()
        )
    )


def _row(part: str, values: Collection[str], complete: bool) -> Row:
    state = (DONE if complete else IN_PROGRESS) if values else NOT_STARTED
    return Row(part, TITLES[part], sentence(", ".join(values)) or ABOUT[part], state)


def _work(profile: Profile) -> tuple[list[str], bool]:
    values = [profile.get_profession_display(), COUNTRIES.get(profile.country, ""), profile.get_ehr_display()]
    return [value for value in values if value], bool(profile.profession)


def _gates(profile: Profile, gates: Collection[str]) -> tuple[list[str], bool]:
    states = [row.state for row in profile.gates.all() if row.gate in gates] if profile.pk else []
    if not states:
        return [], False
    values = [f"{states.count(GateState.MET)} of {len(gates)} met"]
    if under_way := states.count(GateState.IN_PROGRESS):
        values.append(f"{under_way} in progress")
    if missing := len(gates) - len(states):
        values.append(f"{missing} not answered")
    return values, profile.gates_answered and not missing


def _conditions(profile: Profile) -> tuple[list[str], bool]:
    if not profile.conditions_answered:
        return [], False
    out = sum(row.ruled_out for row in profile.conditions.all())
    held = len(profile.conditions.all()) - out
    return [f"{count(held, 'condition')} held", f"{count(out, 'condition')} out of the question"], True


def _target(profile: Profile, levels: Mapping[str, str]) -> tuple[list[str], bool]:
    level = levels.get(profile.target_level, "")
    values = [level, f"by {day(profile.target_date)}" if profile.target_date else ""]
    return [value for value in values if value], all(values)


def _time(profile: Profile) -> tuple[list[str], bool]:
    hours, budget = profile.hours_per_week, profile.budget_usd
    blocked = len(profile.blocked)
    values = [
        "" if hours is None else f"{amount(float(hours))} {'hour' if hours == 1 else 'hours'} a week",
        "" if budget is None else usd(budget),
        f"{count(blocked, 'week')} blocked" if blocked else "",
    ]
    return [value for value in values if value], hours is not None and budget is not None
