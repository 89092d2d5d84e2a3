"""A persona against an instrument: every name known, every number in bounds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assessments.domain.instrument import Instrument
from assessments.domain.persona import fields
from assessments.domain.persona.errors import PersonaError
from assessments.domain.persona.request import PlanRequest, read_request
from assessments.domain.scoring import UNSURE, Answers, Rating, Readiness
from assessments.domain.situation import Situation

STATES = ("met", "in_progress", "not_met", "not_applicable")
FIELDS = ("career", "level", "profile", "ratings", "mentor_ratings", "scenarios", "plan")
PROFILE = ("profession", "country", "conditions", "unavailable", "gates")


@dataclass(frozen=True, slots=True)
class Persona:
    """Who somebody is, what they answered, and what they can give."""

    career: str
    level: str
    profession: str
    country: str
    conditions: frozenset[str]
    unavailable: frozenset[str]
    gates: Mapping[str, str]
    answers: Answers
    plan: PlanRequest | None


def target(data: Mapping[str, Any]) -> tuple[str, str]:
    """The career and the level that the persona aims at, not yet looked up."""
    for name in ("career", "level"):
        if not isinstance(data.get(name), str):
            raise PersonaError(name, "is missing" if name not in data else "has to be text")
    return data["career"], data["level"]


def read(data: dict[str, Any], instrument: Instrument) -> Persona:
    """The persona, with every field checked against the instrument."""
    _refuse_unknown(data)
    for name in ("profile", "ratings"):
        if name not in data:
            raise PersonaError(name, "is missing")
    profile = fields.an_object(data["profile"], "profile", PROFILE)
    career, level = target(data)
    return Persona(
        career=career,
        level=level,
        profession=_profession(profile, instrument),
        country=_country(profile.get("country", "")),
        conditions=_conditions(profile, "conditions", instrument, None),
        unavailable=_conditions(profile, "unavailable", instrument, "organization"),
        gates=_gates(profile.get("gates", {}), instrument),
        answers=_answers(data, instrument),
        plan=read_request(data["plan"], instrument) if "plan" in data else None,
    )


def situation(persona: Persona, readiness: Readiness) -> Situation:
    """What planning starts from; PersonaError where the persona says nothing about a plan."""
    if persona.plan is None:
        raise PersonaError("plan", "is missing; it says when to start, the target date, hours a week and the budget")
    rated = persona.answers.ratings
    given = persona.plan
    return Situation(
        levels={skill.id: skill.likely for skill in readiness.skills if skill.id in rated},
        profession=persona.profession,
        gates=persona.gates,
        conditions=persona.conditions,
        unavailable=persona.unavailable,
        start=given.start,
        target=given.target,
        hours_per_week=given.hours_per_week,
        budget_usd=given.budget_usd,
        blocked_weeks=given.blocked_weeks,
        open_to=given.open_to,
        done=given.done,
        running=given.running,
        pinned=given.pinned,
        excluded=given.excluded,
    )


def _refuse_unknown(data: dict[str, Any]) -> None:
    for key in data:
        if key not in FIELDS:
            raise PersonaError(key, "is not a field that this place can have")


def _profession(profile: Mapping[str, Any], instrument: Instrument) -> str:
    if "profession" not in profile:
        raise PersonaError("profile.profession", "is missing")
    return fields.one_of(profile["profession"], "profile.profession", instrument.professions, "a profession")


def _country(value: Any) -> str:
    is_code = isinstance(value, str) and len(value) == 2 and value.isascii() and value.isalpha() and value.isupper()
    if value != "" and not is_code:
        raise PersonaError("profile.country", "has to be a code of two capital letters, such as US")
    return str(value)


def _conditions(profile: Mapping[str, Any], name: str, instrument: Instrument, scope: str | None) -> frozenset[str]:
    known = [condition.id for condition in instrument.conditions if scope in (None, condition.scope)]
    noun = f"a condition of the {scope}" if scope else "a condition"
    return fields.names(profile.get(name, []), f"profile.{name}", known, noun)


def _gates(value: Any, instrument: Instrument) -> dict[str, str]:
    known = [gate.id for gate in instrument.gates]
    for gate, state in fields.an_object(value, "profile.gates").items():
        fields.one_of(gate, f"profile.gates.{gate}", known, "a gate")
        fields.one_of(state, f"profile.gates.{gate}", STATES, f"one of {', '.join(STATES)}")
    return dict(value)


def _answers(data: Mapping[str, Any], instrument: Instrument) -> Answers:
    skills = {skill.id for skill in instrument.skills}
    mentor = fields.an_object(data.get("mentor_ratings", {}), "mentor_ratings")
    for skill, level in mentor.items():
        fields.one_of(skill, f"mentor_ratings.{skill}", skills, "a skill")
        fields.whole(level, f"mentor_ratings.{skill}", 0, 5)
    ratings = fields.an_object(data["ratings"], "ratings")
    return Answers(
        ratings={skill: _rating(skill, value, skills) for skill, value in ratings.items()},
        mentor_ratings=dict(mentor),
        scenarios=_scenarios(data.get("scenarios", {}), instrument),
    )


def _rating(skill: str, value: Any, skills: set[str]) -> Rating:
    path = f"ratings.{skill}"
    fields.one_of(skill, path, skills, "a skill")
    rating = fields.an_object(value, path, ("level", "confidence", "evidence"))
    if "level" not in rating:
        raise PersonaError(f"{path}.level", "is missing")
    level = fields.whole(rating["level"], f"{path}.level", 0, 5)
    words = ("low", "normal", "high")
    confidence = fields.one_of(rating.get("confidence", "normal"), f"{path}.confidence", words, "low, normal or high")
    return Rating(level, confidence == "low", fields.yes_or_no(rating.get("evidence", False), f"{path}.evidence"))


def _scenarios(value: Any, instrument: Instrument) -> dict[str, str]:
    options = {item.id: item.options for item in instrument.items}
    for item, choice in fields.an_object(value, "scenarios").items():
        path = f"scenarios.{item}"
        fields.one_of(item, path, options, "a scenario item")
        fields.one_of(choice, path, (*options[item], UNSURE), f"an option of this item, or {UNSURE}")
    return dict(value)
