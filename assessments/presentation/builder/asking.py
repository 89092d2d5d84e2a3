"""What the plan builder asks: the big moves that could help, and the catalogue's actions in groups."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from assessments.domain.instrument import Action, Instrument
from assessments.presentation import terms, words
from assessments.presentation.catalogue import KINDS, Catalogue

MOST_NAMED = 3
ROLE = "role"
YEAR = 52
"""Weeks from which a span reads better in years."""


@dataclass(frozen=True, slots=True)
class Move:
    """A big move as a question, with what it takes and what it would lift."""

    id: str
    question: str
    hint: str


@dataclass(frozen=True, slots=True)
class ActionGroup:
    """Actions of one kind, by name."""

    name: str
    actions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A list of actions to tick: those that are ticked by key and name, and the others in groups."""

    chosen: tuple[tuple[str, str], ...]
    groups: tuple[ActionGroup, ...]

    @property
    def size(self) -> int:
        """How many are not ticked."""
        return sum(len(group.actions) for group in self.groups)


def moves(
    instrument: Instrument, levels: Mapping[str, int], open_gates: Collection[str], also: Collection[str] = ()
) -> tuple[Move, ...]:
    """The big moves that lift a skill below its requirement, open a gate or meet a condition of other actions.

    - also: keys of moves that are asked whatever they bring, because they were opened or asked for before
    """
    return tuple(
        Move(action.id, _question(action), _hint(action, instrument, levels))
        for action in instrument.actions
        if action.big_move and (action.id in also or _helps(action, instrument, levels, open_gates))
    )


def action_groups(catalogue: Catalogue, without: Collection[str] = ()) -> tuple[ActionGroup, ...]:
    """Every action of the catalogue but those named, kind by kind."""
    return tuple(group for kind in KINDS if (group := _group(catalogue, kind, without)).actions)


def offer(catalogue: Catalogue, ticked: Collection[str], without: Collection[str]) -> Offer:
    """The catalogue's actions but those named, the ticked ones first, so that they are found again among many."""
    names = {key: row["name"] for key, row in catalogue.actions.items() if key in ticked and key not in without}
    chosen = tuple(sorted(names.items(), key=lambda row: row[1].casefold()))
    return Offer(chosen, action_groups(catalogue, without={*without, *ticked}))


def to_arrange(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """The organization's conditions by key."""
    return tuple((key, row["name"]) for key, row in catalogue.conditions.items() if row["scope"] == "organization")


def _group(catalogue: Catalogue, kind: str, without: Collection[str]) -> ActionGroup:
    rows = [(key, row["name"]) for key, row in catalogue.actions.items() if row["kind"] == kind and key not in without]
    return ActionGroup(KINDS[kind], tuple(sorted(rows, key=lambda row: row[1].casefold())))


def _helps(action: Action, instrument: Instrument, levels: Mapping[str, int], open_gates: Collection[str]) -> bool:
    meets_others = any(action.id in condition.met_by_actions for condition in instrument.conditions)
    opens = any(action.id in gate.satisfied_by for gate in instrument.gates if gate.id in open_gates)
    return meets_others or opens or any(_lifted(action, instrument, levels))


def _lifted(action: Action, instrument: Instrument, levels: Mapping[str, int]) -> Iterator[str]:
    skills = {skill.id: skill for skill in instrument.skills}
    for lift in action.lifts:
        level = levels.get(lift.skill)
        if level is not None and level < min(lift.high, skills[lift.skill].required):
            yield skills[lift.skill].name


def _question(action: Action) -> str:
    name = terms.within(action.name)
    post = " post" if action.kind == ROLE and "post" not in name.split() else ""
    return f"Would you consider {words.article(name)}{post}?"


def _hint(action: Action, instrument: Instrument, levels: Mapping[str, int]) -> str:
    return f"{_effort(action)}. {_cost(action)}. {_use(list(_lifted(action, instrument, levels)))}"


def _effort(action: Action) -> str:
    weeks = _span(action.weeks_min, action.weeks_max)
    if action.paid_time:
        return f"{weeks}, worked inside a paid post"
    return f"{_range(action.hours_min, action.hours_max, 'hour')} of your own over {weeks}"


def _range(low: float, high: float, noun: str) -> str:
    return words.figures(high, noun) if low == high else f"{words.amount(low)} to {words.figures(high, noun)}"


def _span(low: int, high: int) -> str:
    if high < YEAR:
        return _range(low, high, "week")
    if low < YEAR:
        return f"{words.figures(low, 'week')} to {words.figures(high / YEAR, 'year')}"
    return _range(low / YEAR, high / YEAR, "year")


def _cost(action: Action) -> str:
    if not action.cost_max_usd:
        return "Costs nothing"
    if not action.cost_min_usd:
        return f"Costs up to {words.usd(action.cost_max_usd)}"
    if action.cost_min_usd == action.cost_max_usd:
        return f"Costs {words.usd(action.cost_max_usd)}"
    return f"Costs {words.usd(action.cost_min_usd)} to {words.usd(action.cost_max_usd)}"


def _use(names: list[str]) -> str:
    if not names:
        return "Lifts no skill by itself, but opens what other actions or employers ask for."
    if len(names) <= MOST_NAMED:
        return f"Could lift {terms.named(names)}."
    rest = words.count(len(names) - MOST_NAMED, "more skill")
    return f"Could lift {', '.join(terms.within(name) for name in names[:MOST_NAMED])}, and {rest}."
