"""The best plan by trying everything: each week, every way to start actions, at every length."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from tests.assessments.domain.planning.builders import Case
from tests.assessments.domain.planning.replay import DAY, WEEK, Replay, Row, Span, week_of

Value = tuple[float, float, float]
"""Points won, less waiting and money, less own hours: more is better, compared in this order."""

Lifts = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class State:
    """What counts for the rest of the weeks: levels, what was used and has ended, and what is under way until when."""

    levels: tuple[tuple[str, int], ...]
    used: frozenset[str]
    ended: frozenset[str]
    active: frozenset[tuple[str, int, int, Lifts]]


def best(case: Case) -> tuple[float, float, float] | None:
    """Points missing, waiting and money, and own hours of the best plan; None where there can be none."""
    search = _Search(case)
    found = search.rest(0, search.start)
    if found is None:
        return None
    return round(search.replay.missing - found[0], 2) + 0.0, round(-found[1], 6) + 0.0, round(-found[2], 6) + 0.0


class _Search:
    def __init__(self, case: Case) -> None:
        self.given = case.situation
        self.under_way = Replay(case.document, case.level, case.situation, []).running
        over = {span.id for span in self.under_way if span.end < week_of(case.situation.start + 6 * DAY)}
        before = tuple(entry for entry in case.situation.running if entry.action in over)
        self.replay = Replay(case.document, case.level, replace(case.situation, running=before), [])
        first, target = self.replay.first, case.situation.target
        weeks = (first + place * WEEK for place in range(max(0, ((target - first).days + 1) // 7)))
        self.mondays = [monday for monday in weeks if monday not in self.replay.blocked]
        self.actions = [row for row in self.replay.actions.values() if self._usable(row)]
        levels = tuple(sorted(self.replay.levels.items()))
        self.start = State(levels, frozenset(), case.situation.done | over, frozenset())
        self.rest = cache(self._rest)

    def _usable(self, row: Row) -> bool:
        settled = self.given.done | self.given.excluded | {entry.action for entry in self.given.running}
        asked = {row["id"]: row for row in self.replay.catalogue["conditions"]}
        ruled_out = any(id in self.given.unavailable for id in row["requires_conditions"] if asked[id])
        moves = row["big_move"] and row["id"] not in self.given.open_to
        return row["id"] not in settled and not ruled_out and not moves

    def _rest(self, week: int, state: State) -> Value | None:
        """The best that the weeks from this one on can bring."""
        if week == len(self.mondays):
            settled = state.used | self.given.done | {span.id for span in self.under_way}
            return (0.0, 0.0, 0.0) if self.given.pinned <= settled else None
        found: Value | None = None
        for later in self._starts(week, state, 0):
            if self._fits(week, later):
                found = _better(found, self._after(week, state, later))
        return found

    def _starts(self, week: int, state: State, place: int) -> Iterator[State]:
        if place == len(self.actions):
            yield self._with_running(week, state)
            return
        yield from self._starts(week, state, place + 1)
        row = self.actions[place]
        if row["id"] not in state.used and self._may_start(row, week, state):
            for weeks in range(row["weeks_min"], row["weeks_max"] + 1):
                end = week + weeks
                if end <= len(self.mondays) and self._dated(row, week, end):
                    yield from self._starts(week, self._begun(state, row, week, end), place + 1)

    def _begun(self, state: State, row: Row, week: int, end: int) -> State:
        begun = (row["id"], week, end, self._lifts(row, state))
        return replace(state, used=state.used | {row["id"]}, active=state.active | {begun})

    def _lifts(self, row: Row, state: State) -> Lifts:
        levels = dict(state.levels)
        return tuple(
            (lift["skill"], lift["to"])
            for lift in row["develops"]
            if lift["skill"] in levels and lift["from"] <= levels[lift["skill"]] < lift["to"]
        )

    def _with_running(self, week: int, state: State) -> State:
        """What runs already joins in the week in which it starts, or in the first one."""
        for span in self.under_way:
            weeks = [monday for monday in span.mondays if monday >= self.mondays[0]]
            if weeks and weeks[0] == self.mondays[week]:
                end = sum(monday <= span.end for monday in self.mondays)
                end = end if span.end <= self.given.target else len(self.mondays) + 1
                begun = (span.id, week, end, self._lifts(span.row, state))
                state = replace(state, active=state.active | {begun})
        return state

    def _may_start(self, row: Row, week: int, state: State) -> bool:
        asked = {row["id"]: row for row in self.replay.catalogue["conditions"]}
        own = [id for id in row["requires_conditions"] if asked[id]["scope"] == "profile"]
        cost = sum(self.replay.actions[id]["cost_max_usd"] for id in state.used) + row["cost_max_usd"]
        return (
            cost <= self.given.budget_usd
            and set(row["requires_actions"]) <= state.ended
            and all(id in self.given.conditions or state.ended & set(asked[id]["met_by_actions"]) for id in own)
        )

    def _dated(self, row: Row, week: int, end: int) -> bool:
        sunday = self.mondays[end - 1] + 6 * DAY
        day = (sunday if row.get("window_on") == "end" else self.mondays[week]).strftime("%m-%d")
        periods = [(period["start"], period["end"]) for period in row["fixed_windows"]]
        return not periods or any(
            low <= day <= high if low <= high else day >= low or day <= high for low, high in periods
        )

    def _fits(self, week: int, state: State) -> bool:
        """Whether the week holds the hours, and no more than one big move in paid time that is chosen."""
        spans = {span.id: span for span in self.under_way}
        rows = [self.replay.actions[id] for id, *_ in state.active]
        posts = [row["id"] for row in rows if row["big_move"] and row["paid_time"]]
        own = sum(self._pace(id, week, end, spans) for id, week, end, _ in state.active if id not in spans)
        both = own + sum(span.pace for span in self.under_way if self.mondays[week] in span.mondays)
        chosen_posts = [id for id in posts if id not in spans]
        return (own <= 1e-9 or both <= self.given.hours_per_week + 1e-9) and not (chosen_posts and len(posts) > 1)

    def _pace(self, id: str, week: int, end: int, spans: dict[str, Span]) -> float:
        row = self.replay.actions[id]
        return 0 if row["paid_time"] else (row["hours_min"] + row["hours_max"]) / 2 / (end - week)

    def _after(self, week: int, before: State, state: State) -> Value | None:
        """The week's own value and the best of the weeks after it."""
        ending = sorted(entry for entry in state.active if entry[2] == week + 1)
        elapsed = (self.mondays[week] - self.replay.first).days // 7 + 1
        levels, won = dict(state.levels), 0.0
        for id, *_, lifts in ending:
            for skill, to in lifts:
                won += self.replay.worth(skill, levels[skill], max(levels[skill], to))
                levels[skill] = max(levels[skill], to)
            won += self._gates_opened(id, state.ended)
            state = replace(state, ended=state.ended | {id}, active=frozenset(state.active - set(ending)))
        rest = self.rest(week + 1, replace(state, levels=tuple(sorted(levels.items()))))
        if rest is None:
            return None
        begun = [self.replay.actions[id] for id in state.used - before.used]
        cost = sum(row["cost_max_usd"] for row in begun) / 100
        own = sum((row["hours_min"] + row["hours_max"]) / 2 for row in begun if not row["paid_time"])
        return won + rest[0], rest[1] - won * elapsed - cost, rest[2] - own

    def _gates_opened(self, action: str, ended: frozenset[str]) -> float:
        gates = [gate for gate in self.replay.gates if not gate["typical_years"] and action in gate["satisfied_by"]]
        return sum(self.replay.points_of(gate) for gate in gates if not ended & set(gate["satisfied_by"]))


def _better(one: Value | None, other: Value | None) -> Value | None:
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda value: tuple(round(part, 6) for part in value))
