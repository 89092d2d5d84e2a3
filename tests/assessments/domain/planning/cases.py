"""Generated cases: small catalogues with every kind of law, and people who plan with them, each told by a number."""

from datetime import timedelta
from random import Random

from hypothesis import strategies as st

from assessments.domain.situation import Situation
from tests.assessments.domain.planning.builders import (
    Case,
    Document,
    Row,
    action,
    catalogue,
    condition,
    gate,
    monday,
    planned,
    running,
    situation,
    skill,
    sunday,
)

SKILLS = "abc"
WINDOWS = [("01-20", "02-10")], [("02-01", "02-14")], [("12-20", "01-15"), ("02-01", "02-07")]


def cases(least: int = 2, most: int = 6, longest: int = 3, weeks: int = 7) -> st.SearchStrategy[Case]:
    """Plans of people with so many actions to choose from, up to so long, in up to so many weeks."""
    numbers = st.integers(0, 2**32 - 1)
    return numbers.map(lambda number: case(Random(number), least, most, longest, weeks))


def case(chance: Random, least: int, most: int, longest: int, weeks: int) -> Case:
    """A catalogue, somebody, and the plan that was made for them."""
    made = document(chance, chance.randint(least, most), longest)
    return planned(made, somebody(chance, made, chance.randint((weeks + 1) // 2, weeks)))


def document(chance: Random, count: int, longest: int) -> Document:
    """A catalogue with three skills, conditions of every kind and gates of every necessity."""
    ids = [f"x{place}" for place in range(count)]
    return catalogue(
        [_action(chance, id, ids[:place], longest) for place, id in enumerate(ids)],
        skills=[skill("a", chance.choice([2, 4]), 40), skill("b", 4, 40), skill("c", chance.choice([1, 2]), 20)],
        conditions=[
            condition("own"),
            condition("held"),
            condition("earned", by=_some(chance, ids, 1, 2)),
            condition("office", "organization", by=_some(chance, ids, 0.5, 1)),
        ],
        gates=[
            gate("must", "required", by=_some(chance, ids, 0.7, 2)),
            gate("may", "helpful", by=_some(chance, ids, 0.7, 2)),
            gate("years", "expected", by=_some(chance, ids, 0.5, 1), years=5),
        ],
    )


def somebody(chance: Random, made: Document, weeks: int) -> Situation:
    """Somebody who plans with a catalogue."""
    ids = [row["id"] for row in made["actions"]["actions"]]
    settled, pinned = _some(chance, ids, 0.2, 2), frozenset(_some(chance, ids, 0.15, 2))
    levels = {name: chance.choice([0, 0, 0, 1, 2]) for name in SKILLS if chance.random() < 0.95}
    blocked = [monday(0) + timedelta(days=chance.randint(0, 7 * weeks)) for _ in range(chance.choice([0, 0, 1, 2]))]
    return situation(
        levels or {"a": 0},
        weeks,
        start=monday(0) - timedelta(days=chance.choice([0, 0, 1, 6])),
        target=sunday(weeks - 1) + timedelta(days=chance.choice([0, 0, 1, 6])),
        hours_per_week=chance.choice([1, 2, 3, 4, 5.5]),
        budget_usd=chance.choice([0, 300, 1000, 1000]),
        blocked_weeks=set(blocked),
        conditions=chance.choice([{"held"}, {"held"}, {"held", "own"}]),
        unavailable=chance.choice([set(), set(), set(), {"office"}]),
        gates=chance.choice([{}, {}, {"must": "met"}, {"may": "not_applicable", "years": "in_progress"}]),
        profession=chance.choice(["nurse", "nurse", "physician"]),
        open_to=frozenset(ids if chance.random() < 0.8 else ()),
        done=frozenset(_some(chance, ids, 0.15, 1)) - set(settled),
        running=tuple(running(id, chance.randint(-2, 3), chance.randint(1, 4)) for id in settled),
        pinned=pinned,
        excluded=frozenset(_some(chance, ids, 0.15, 1)) - pinned,
    )


def _action(chance: Random, id: str, others: list[str], longest: int) -> Row:
    """An action that may need one of those before it."""
    shortest, hours = chance.randint(1, longest), chance.randint(1, 8)
    starts = {name: chance.choice([0, 0, 0, 1, 2]) for name in chance.sample(SKILLS, chance.choice([0, 1, 1, 1, 2]))}
    return action(
        id,
        *((name, low, chance.randint(low + 1, 4)) for name, low in starts.items()),
        weeks=(shortest, chance.randint(shortest, longest)),
        hours=(hours, hours + chance.choice([0, 0, 1, 4])),
        cost=chance.choice([0, 0, 100, 300]),
        needs=_some(chance, others, 0.2, 1),
        conditions=_some(chance, ["own", "held", "earned", "earned", "office"], 0.25, 1),
        paid=chance.random() < 0.15,
        big=chance.random() < 0.2,
        windows=chance.choice(WINDOWS) if chance.random() < 0.1 else (),
        on=chance.choice(["start", "end"]),
    )


def _some(chance: Random, ids: list[str], likely: float, most: int) -> list[str]:
    """At times one or a few of the ids, else none."""
    if not ids or chance.random() >= likely:
        return []
    return sorted(chance.sample(sorted(set(ids)), min(len(set(ids)), chance.randint(1, most))))
