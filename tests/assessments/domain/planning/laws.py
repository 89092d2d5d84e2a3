"""All laws of a plan, checked from the published document and the person alone, without the planner's own code."""

from collections.abc import Iterator
from typing import Any

from tests.assessments.domain.planning.builders import Case
from tests.assessments.domain.planning.replay import Replay
from tests.assessments.domain.planning.timetable_laws import TIMETABLE, Law, stranded

BINDING = {
    "no action exists",
    "condition",
    "hours",
    "money",
    "date",
    "a big move not opened",
    "better uses of the hours",
}


def broken(case: Case) -> list[str]:
    """Every law that the plan breaks, by name, with what breaks it."""
    return _faults(case, LAWS_WITHOUT_A_PLAN if case.plan["status"] == "infeasible" else LAWS)


def broken_in_time(case: Case) -> list[str]:
    """Every law of weeks, hours, money and order that the plan's actions break."""
    return _faults(case, TIMETABLE)


def _faults(case: Case, laws: tuple[Law, ...]) -> list[str]:
    replay = Replay(case.document, case.level, case.situation, case.plan["actions"])
    return [f"{law.__name__}: {fault}" for law in laws for fault in law(case, replay)]


def choice(case: Case, replay: Replay) -> Iterator[str]:
    """Each action once, none that is done, running or excluded, and every pinned one."""
    given, chosen = case.situation, case.chosen
    settled = given.done | {entry.action for entry in given.running}
    yield from (f"{id} is there twice" for id in set(chosen) if chosen.count(id) > 1)
    yield from (f"{id} may not be chosen" for id in set(chosen) & (settled | given.excluded))
    yield from (f"{id} is pinned but not there" for id in given.pinned - settled - set(chosen))


def develops(case: Case, replay: Replay) -> Iterator[str]:
    """Each action lists just the lifts that take effect."""
    for row in case.plan["actions"]:
        stated = sorted((lift["skill"], lift["from"], lift["to"]) for lift in row["develops"])
        found = [(gain.name, gain.low, gain.high) for gain in replay.lifts(row["id"])]
        if stated != found:
            yield f"{row['id']} states {stated}, not {found}"


def figures(case: Case, replay: Replay) -> Iterator[str]:
    """Hours, pace, cost and what an action counts towards are those of the catalogue."""
    for row, span in zip(case.plan["actions"], replay.chosen, strict=True):
        likely = (span.row["hours_min"] + span.row["hours_max"]) / 2
        pace = likely / max(1, len(span.mondays))
        if row["hours"] != likely or abs(row["hours_per_week"] - pace) > 0.0051:
            yield f"{span.id} takes {likely} hours, {pace} a week"
        if row["cost_max_usd"] != span.row["cost_max_usd"] or row["satisfies"] != span.row["satisfies"]:
            yield f"{span.id} states another cost or other gates"
        if not row["why"]:
            yield f"{span.id} does not say why it is there"


def points(case: Case, replay: Replay) -> Iterator[str]:
    """Points missing and the readiness then, gates by years among the missing."""
    totals = case.plan["totals"]
    if abs(totals["points_missing"] - replay.missing) > 0.0051:
        yield f"{replay.missing} points are missing, not {totals['points_missing']}"
    then = 100 - replay.missing_on_skills
    if abs(totals["readiness_then"] - then) > 0.0051:
        yield f"readiness is {then} then, not {totals['readiness_then']}"


def totals(case: Case, replay: Replay) -> Iterator[str]:
    """Sums of the rows, and a finish between its bounds."""
    rows, stated = case.plan["actions"], case.plan["totals"]
    if stated["hours"] != sum(row["hours"] for row in rows):
        yield "hours do not add up"
    if stated["cost_max_usd"] != sum(row["cost_max_usd"] for row in rows):
        yield "money does not add up"
    if stated["finish"] != max((row["end"] for row in rows), default=None):
        yield f"the last action does not end on {stated['finish']}"
    if rows and not stated["finish_low"] <= stated["finish"] <= stated["finish_high"]:
        yield "the finish lies outside its own bounds"


def unmet(case: Case, replay: Replay) -> Iterator[str]:
    """Every skill that stays short, the dearest first, with what binds; no other skill."""
    rows = case.plan["unmet"]
    short = {skill: level for skill, level in replay.levels.items() if level < replay.required(skill)}
    if sorted(row["skill"] for row in rows) != sorted(short):
        yield f"the skills that stay short are {sorted(short)}"
    if [row["points"] for row in rows] != sorted((row["points"] for row in rows), reverse=True):
        yield "the dearest does not come first"
    for row in rows:
        reached, required = short.get(row["skill"], 0), replay.required(row["skill"])
        if (row["reached"], row["required"]) != (reached, required):
            yield f"{row['skill']} reaches {reached} of {required}"
        if abs(row["points"] - replay.worth(row["skill"], reached, required)) > 0.0051:
            yield f"{row['skill']} does not cost {row['points']}"
        if row["binding"] not in BINDING:
            yield f"{row['skill']} is bound by {row['binding']!r}"


def left_out(case: Case, replay: Replay) -> Iterator[str]:
    """Unrated skills are listed; of a plan that exists, nothing else is."""
    unrated = [row["id"] for row in replay.competencies["skills"] if row["id"] not in case.situation.levels]
    if [row["id"] for row in case.plan["left_out"]] != unrated:
        yield f"not rated are {unrated}"


def bound(case: Case, replay: Replay) -> Iterator[str]:
    """No plan misses fewer points than the bound; a plan that meets it is optimal, any other is not."""
    least, status = case.plan["bound_points_missing"], case.plan["status"]
    if replay.missing < least - 0.0051:
        yield f"{replay.missing} points are missing, fewer than the bound of {least}"
    if (status == "optimal") is not (replay.missing <= least + 0.0051) or status not in {"optimal", "feasible"}:
        yield f"a plan with {replay.missing} points missing at a bound of {least} is called {status}"


def lean(case: Case, replay: Replay) -> Iterator[str]:
    """Leaving out any action, with what only it enables, makes the points, or the waiting and money, worse."""
    for id in set(case.chosen) - case.situation.pinned:
        rest = _without(case, replay, id)
        less = Replay(case.document, case.level, case.situation, rest)
        is_worse = (round(less.missing, 2), round(less.waiting, 5)) > (
            round(replay.missing, 2),
            round(replay.waiting, 5),
        )
        if not is_worse and case.situation.pinned & set(case.chosen) <= {row["id"] for row in rest}:
            yield f"{id} brings nothing"


def _without(case: Case, replay: Replay, id: str) -> list[Any]:
    rest = [row for row in case.plan["actions"] if row["id"] != id]
    while True:
        less = Replay(case.document, case.level, case.situation, rest)
        idle = {span.id for span in less.chosen if stranded(case, less, span)}
        if not idle:
            return rest
        rest = [row for row in rest if row["id"] not in idle]


def names_a_pin(case: Case, replay: Replay) -> Iterator[str]:
    """Where there can be no plan, nothing is planned, and a pin is named with the law that it breaks."""
    if case.plan["actions"]:
        yield "there are actions all the same"
    first = case.plan["left_out"][0] if case.plan["left_out"] else {"id": "", "why": ""}
    if first["id"] not in case.situation.pinned or not first["why"].startswith("is pinned, but "):
        yield f"no pin is named, but {first['id']!r}"


LAWS: tuple[Law, ...] = (*TIMETABLE, choice, develops, figures, points, totals, unmet, left_out, bound, lean)
LAWS_WITHOUT_A_PLAN: tuple[Law, ...] = (names_a_pin,)
