"""Very different people who plan with the published catalogue; each plan is built once."""

from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from assessments.domain.situation import Running
from tests.assessments.domain.planning.builders import Case, planned, situation
from tests.content import catalogue

DOCUMENT = catalogue()
SKILLS = [row["id"] for row in DOCUMENT["competencies"]["skills"]]
MOVES = frozenset(row["id"] for row in DOCUMENT["actions"]["actions"] if row["big_move"])
PHYSICIAN: dict[str, Any] = {
    "profession": "physician",
    "conditions": {"md-do", "licence-unrestricted", "primary-board", "residency-done", "clinical-privileges"},
    "gates": {"medical_degree": "met", "residency": "met", "licence": "met", "primary_board": "met"},
}
START, TARGET = date(2026, 12, 7), date(2029, 12, 31)
EVERY_THIRD_WEEK = frozenset(START + timedelta(days=21 * place + 9) for place in range(40))


def rated(number: int, low: int, high: int) -> dict[str, int]:
    """A level for every skill, always the same for the same number."""
    chance = Random(number)
    return {skill: chance.randint(low, high) for skill in SKILLS}


def person(levels: dict[str, int], **given: Any) -> dict[str, Any]:
    """Somebody with six hours a week and 15,000 USD for three years, unless it is said otherwise."""
    usual = {"start": START, "target": TARGET, "hours_per_week": 6, "budget_usd": 15000}
    return {"levels": levels, **usual, **given}


PEOPLE: dict[str, dict[str, Any]] = {
    "a nurse with two hours a week and no money": person(
        rated(1, 0, 3), hours_per_week=2, budget_usd=0, conditions={"bachelors"}
    ),
    "a physician with time and money": person(
        rated(2, 1, 3), hours_per_week=12, budget_usd=40000, target=date(2031, 12, 31), **PHYSICIAN
    ),
    "somebody who has arrived": person(dict.fromkeys(SKILLS, 5), **PHYSICIAN),
    "somebody whose every third week is blocked": person(rated(3, 1, 4), blocked_weeks=EVERY_THIRD_WEEK, **PHYSICIAN),
    "a pharmacist in the middle of it": person(
        rated(4, 0, 4),
        profession="pharmacist",
        running=(Running("sql-course", date(2026, 11, 30), 6), Running("journal-club", date(2027, 1, 4), 30)),
        done={"amia-membership"},
        pinned={"exec-sponsor"},
        excluded={"himss-conf"},
        unavailable={"data-access"},
    ),
    "somebody with three months": person(rated(5, 1, 3), target=date(2027, 3, 7), **PHYSICIAN),
    "somebody open to every move": person(
        rated(6, 1, 4), hours_per_week=8, budget_usd=60000, target=date(2032, 11, 30), open_to=MOVES, **PHYSICIAN
    ),
    "somebody who rated half of the skills": person(dict.fromkeys(SKILLS[:15], 2), hours_per_week=3, budget_usd=2000),
}
LEVELS = {"somebody open to every move": "senior", "a nurse with two hours a week and no money": "deputy"}


@cache
def plan_of(name: str) -> Case:
    """The plan of one of the people."""
    return planned(DOCUMENT, situation(**PEOPLE[name]), LEVELS.get(name, "cmio"))
