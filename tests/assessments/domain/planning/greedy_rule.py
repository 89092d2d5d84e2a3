"""The greedy plan as it is worded: again and again what gains most points per own hour and still fits."""

from collections.abc import Iterator
from datetime import date

from tests.assessments.domain.planning.builders import Case, Row
from tests.assessments.domain.planning.laws import broken_in_time
from tests.assessments.domain.planning.replay import DAY, WEEK, Replay

LEAST_HOURS = 0.5


def greedy_rows(case: Case) -> list[Row]:
    """The chosen actions with their weeks, as a plan lists them."""
    rows: list[Row] = []
    while True:
        better = [found for id in sorted(_actions(case)) if (found := _with(case, rows, id, ()))]
        gains = [(_gain(case, rows, more), more) for more in better]
        worth = [(gain / max(_hours(case, more) - _hours(case, rows), LEAST_HOURS), more) for gain, more in gains]
        rate, best = max(worth, key=lambda entry: entry[0], default=(0.0, rows))
        if rate < 1e-6:
            return rows
        rows = best


def _actions(case: Case) -> list[str]:
    settled = case.situation.done | {entry.action for entry in case.situation.running}
    return [row["id"] for row in case.document["actions"]["actions"] if row["id"] not in settled]


def _replay(case: Case, rows: list[Row]) -> Replay:
    return Replay(case.document, case.level, case.situation, rows)


def _gain(case: Case, rows: list[Row], more: list[Row]) -> float:
    return _replay(case, rows).missing - _replay(case, more).missing


def _hours(case: Case, rows: list[Row]) -> float:
    return _replay(case, rows).own_hours


def _with(case: Case, rows: list[Row], id: str, above: tuple[str, ...]) -> list[Row] | None:
    """The rows with one more action, and before it with what it needs; None where that does not fit."""
    if id in above or id in case.situation.excluded:
        return None
    if any(row["id"] == id for row in rows):
        return rows
    for before in _with_needs(case, rows, id, (*above, id)):
        for row in sorted(_slots(case, id), key=lambda row: (row["end"], row["start"])):
            if not broken_in_time(case.spoiled(actions=[*before, row])):
                return [*before, row]
    return None


def _with_needs(case: Case, rows: list[Row], id: str, above: tuple[str, ...]) -> Iterator[list[Row]]:
    """The rows as they are, then with every required action and one action for each condition."""
    yield rows
    action = _replay(case, []).actions[id]
    for needed in action["requires_actions"]:
        rows = (_with(case, rows, needed, above) or rows) if needed in _actions(case) else rows
    yield rows
    conditions = {row["id"]: row for row in case.document["actions"]["conditions"]}
    for asked in action["requires_conditions"]:
        for needed in conditions[asked]["met_by_actions"]:
            if needed in _actions(case):
                yield _with(case, rows, needed, above) or rows


def _slots(case: Case, id: str) -> Iterator[Row]:
    """Every run of open weeks that the action could take."""
    replay = _replay(case, [])
    row, first, target = replay.actions[id], replay.first, case.situation.target
    weeks = (first + place * WEEK for place in range(max(0, ((target - first).days + 1) // 7)))
    mondays: list[date] = [monday for monday in weeks if monday not in replay.blocked]
    for start in range(len(mondays)):
        for count in range(row["weeks_min"], row["weeks_max"] + 1):
            if start + count <= len(mondays):
                end = mondays[start + count - 1] + 6 * DAY
                yield {"id": id, "start": mondays[start].isoformat(), "end": end.isoformat(), "weeks": count}
