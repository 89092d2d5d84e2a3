"""Very different people who plan with the shipped catalogue, from three months to ten years."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from assessments.domain import instrument as instruments
from assessments.domain.instrument import Instrument
from assessments.domain.situation import Running, Situation

FOLDER = Path(__file__).resolve().parent.parent / "fixtures" / "catalogue"
START = date(2026, 12, 7)
NO_ONE: frozenset[str] = frozenset()
PHYSICIAN: dict[str, Any] = {
    "profession": "physician",
    "conditions": frozenset(
        {"md-do", "licence-unrestricted", "primary-board", "residency-done", "clinical-privileges"}
    ),
    "gates": {"medical_degree": "met", "residency": "met", "licence": "met", "primary_board": "met"},
}
EVERY_THIRD_WEEK = frozenset(START + timedelta(days=21 * place + 9) for place in range(40))
UNDER_WAY = (Running("sql-course", date(2026, 11, 30), 6), Running("journal-club", date(2027, 1, 4), 30))
PINS: dict[str, Any] = {
    "profession": "pharmacist",
    "running": UNDER_WAY,
    "done": frozenset({"amia-membership"}),
    "pinned": frozenset({"exec-sponsor"}),
    "excluded": frozenset({"himss-conf"}),
    "unavailable": frozenset({"data-access"}),
}

PROFILES: dict[str, dict[str, Any]] = {
    # seed and span of the levels, years, hours a week, USD, and what differs
    "nurse, 2 h, no money": {"rated": (1, 0, 3), "years": 3, "hours": 2, "usd": 0, "level": "deputy"},
    "physician, time and money": {"rated": (2, 1, 3), "years": 5, "hours": 12, "usd": 40_000, **PHYSICIAN},
    "arrived, only gates open": {"rated": (3, 5, 5), "years": 3, "hours": 6, "usd": 15_000, **PHYSICIAN},
    "every third week blocked": {
        "rated": (3, 1, 4),
        "years": 3,
        "hours": 6,
        "usd": 15_000,
        "blocked_weeks": EVERY_THIRD_WEEK,
        **PHYSICIAN,
    },
    "pharmacist in the middle": {"rated": (4, 0, 4), "years": 3, "hours": 6, "usd": 15_000, **PINS},
    "three months": {"rated": (5, 1, 3), "years": 0.25, "hours": 6, "usd": 15_000, **PHYSICIAN},
    "every move open, 6 years": {
        "rated": (6, 1, 4),
        "years": 6,
        "hours": 8,
        "usd": 60_000,
        "level": "senior",
        "open_to": None,
        **PHYSICIAN,
    },
    "one hour, ten years": {"rated": (11, 0, 2), "years": 10, "hours": 1, "usd": 1_000, **PHYSICIAN},
    "everything, ten years": {
        "rated": (12, 0, 2),
        "years": 10,
        "hours": 20,
        "usd": 100_000,
        "level": "senior",
        "open_to": None,
        **PHYSICIAN,
    },
    "from zero, moves open": {
        "rated": (13, 0, 0),
        "years": 6,
        "hours": 5,
        "usd": 20_000,
        "level": "senior",
        "open_to": None,
        **PHYSICIAN,
    },
    "nurse from zero": {"rated": (14, 0, 1), "years": 3, "hours": 4, "usd": 3_000},
    "six months, 1 h": {"rated": (15, 0, 3), "years": 0.5, "hours": 1, "usd": 500, **PHYSICIAN},
    "six months, 10 h": {"rated": (16, 0, 3), "years": 0.5, "hours": 10, "usd": 5_000, **PHYSICIAN},
    "one year, 3 h": {"rated": (17, 0, 3), "years": 1, "hours": 3, "usd": 2_500, **PHYSICIAN},
    "five years, 2.5 h": {"rated": (18, 0, 3), "years": 5, "hours": 2.5, "usd": 8_000, **PHYSICIAN},
    "four years, moves open": {
        "rated": (19, 1, 3),
        "years": 4,
        "hours": 5,
        "usd": 10_000,
        "level": "senior",
        "open_to": None,
        **PHYSICIAN,
    },
    "IT analyst, 6 h": {"rated": (21, 0, 4), "years": 3, "hours": 6, "usd": 15_000, "profession": "it_analyst"},
}


@cache
def instrument(level: str) -> Instrument:
    """The shipped catalogue as seen from a level."""
    document = {
        part: yaml.load((FOLDER / f"{part}.yaml").read_text("utf-8"), yaml.CSafeLoader)
        for part in ("competencies", "actions")
    }
    return instruments.read(document, version=1, career="chief-medical-information-officer", level=level)


def read(name: str) -> tuple[Instrument, Situation]:
    """One of the people and what they plan with."""
    given = dict(PROFILES[name])
    found = instrument(given.pop("level", "cmio"))
    seed, low, high = given.pop("rated")
    chance = Random(seed)
    if given.get("open_to", ()) is None:
        given["open_to"] = frozenset(action.id for action in found.actions if action.big_move)
    usual = {"profession": "nurse", "gates": {}, "blocked_weeks": frozenset[date](), "running": ()}
    sets = dict.fromkeys(("conditions", "unavailable", "open_to", "done", "pinned", "excluded"), NO_ONE)
    situation = Situation(
        levels={skill.id: chance.randint(low, high) for skill in found.skills},
        start=START,
        target=START + timedelta(days=round(365.25 * given.pop("years"))),
        hours_per_week=given.pop("hours"),
        budget_usd=given.pop("usd"),
        **{**usual, **sets, **given},
    )
    return found, situation
