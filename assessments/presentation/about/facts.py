"""What the live instrument holds, counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import mode
from typing import Any

from assessments.domain import form, quick
from assessments.domain.instrument import Instrument
from assessments.domain.scoring import Answers
from assessments.presentation.terms import span

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class References:
    """How many scenarios rest on a source that was opened, on one confirmed elsewhere, and on one nobody opened yet."""

    opened: int
    confirmed: int
    unopened: int


@dataclass(frozen=True, slots=True)
class Facts:
    """Counts of one version; `sources` are those that its skills rest on, `open_points` what its authors leave open."""

    version: int
    levels: tuple[str, ...]
    domains: int
    skills: int
    scenarios: int
    options: int
    sources: int
    references: References
    open_points: tuple[str, ...]
    full: str
    quick: int
    minutes: int
    heaviest: int
    high_rating: int


def facts(document: Document, instruments: Sequence[Instrument]) -> Facts:
    """The counts of a published catalogue as its levels see it; there is at least one."""
    competencies, one = document["competencies"], instruments[0]
    cited = {source for skill in competencies["skills"] for source in skill["sources"]}
    return Facts(
        version=one.version,
        levels=tuple(row["name"] for row in competencies["career_levels"]),
        domains=len(one.domains),
        skills=len(one.skills),
        scenarios=len(one.items),
        options=mode(len(item.options) for item in one.items),
        sources=len(cited),
        references=_references(document["actions"]),
        open_points=tuple(competencies["uncertainties"]),
        full=_questions(instruments),
        quick=quick.QUESTIONS,
        minutes=quick.MINUTES,
        heaviest=form.HEAVIEST,
        high_rating=form.HIGH_RATING,
    )


def _questions(instruments: Sequence[Instrument]) -> str:
    """The fewest and the most questions of a full form: every scenario is asked where every rating is high."""
    nothing = Answers({}, {}, {})
    fewest = min(form.build(instrument, nothing).total for instrument in instruments)
    return span(fewest, len(instruments[0].skills) + len(instruments[0].items))


def _references(actions: Document) -> References:
    check = actions["meta"].get("reference_check", {})
    items = {row["id"] for row in actions["knowledge_items"]}
    opened, confirmed = (items & {*check.get(name, ())} for name in ("page_seen", "fact_confirmed_elsewhere"))
    return References(len(opened), len(confirmed - opened), len(items - opened - confirmed))
