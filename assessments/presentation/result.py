"""A frozen result as its page shows it; every number in a heading comes from the rows of the charts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessments.presentation.catalogue import Catalogue
from assessments.presentation.gates import GateRow, gate_rows, gates_title
from assessments.presentation.gauge import READY, Gauge, gauge
from assessments.presentation.levers import LeverRow, lever_rows
from assessments.presentation.partial import Partial, partial
from assessments.presentation.standing import DomainRow, SkillRow, domain_rows, skill_rows, unrated
from assessments.presentation.terms import (
    BANDS,
    NOT_ASKED,
    STATUSES,
    between,
    named,
    span,
    whole,
    within,
)
from assessments.presentation.words import count, sentence

SHOWN_GAPS = 6
NAMED_GAPS = 2


@dataclass(frozen=True, slots=True)
class ResultPage:
    """What the result's template prints."""

    score: int
    range_words: str
    sure: str
    band: str
    headline: str
    lede: str
    gauge: Gauge
    gauge_label: str
    domains: tuple[DomainRow, ...]
    domains_title: str
    domains_missing: str
    skills: tuple[SkillRow, ...]
    counts: Mapping[str, int]
    levers: tuple[LeverRow, ...]
    levers_title: str
    gates: tuple[GateRow, ...]
    gates_title: str
    gates_asked: bool
    answered: Mapping[str, int]
    partial: Partial | None

    @property
    def asked(self) -> int:
        """How many skills somebody rated; only these can be met, a gap or unsure."""
        return len(self.skills) - self.counts[NOT_ASKED]

    @property
    def gaps(self) -> tuple[SkillRow, ...]:
        """The skills that clearly fall short, the costliest first."""
        return _of_status(self.skills, "gap")

    @property
    def first_gaps(self) -> tuple[SkillRow, ...]:
        """The gaps that the page explains; the table holds all."""
        return self.gaps[:SHOWN_GAPS]


def result_page(document: Mapping[str, Any], catalogue: Catalogue) -> ResultPage:
    """The page of a result document and the catalogue document that it was scored with."""
    report = document["report"]
    readiness = report["readiness"]
    skills = skill_rows(report, catalogue, unrated(document))
    domains = domain_rows(report, catalogue, skills)
    levers = lever_rows(report, skills)
    gates = gate_rows(report, catalogue, document["gates_asked"])
    low, high = whole(readiness["low"]), whole(readiness["high"])
    return ResultPage(
        score=whole(readiness["score"]),
        range_words=span(low, high),
        sure=_sure(low, high),
        band=BANDS[readiness["band"]],
        headline=_headline(skills),
        lede=_lede(readiness["score"], skills),
        gauge=gauge(readiness["score"], readiness["low"], readiness["high"]),
        gauge_label=_gauge_label(whole(readiness["score"]), low, high, BANDS[readiness["band"]]),
        domains=domains,
        domains_title=_domains_title(domains),
        domains_missing=_domains_missing(report, catalogue),
        skills=skills,
        counts={status: len(_of_status(skills, status)) for status in STATUSES},
        levers=levers,
        levers_title=_levers_title(whole(readiness["score"]), levers),
        gates=gates,
        gates_title=gates_title(gates, document["gates_asked"]),
        gates_asked=document["gates_asked"],
        answered=document["answered"],
        partial=partial(document, catalogue),
    )


def _of_status(skills: Sequence[SkillRow], status: str) -> tuple[SkillRow, ...]:
    return tuple(skill for skill in skills if skill.status == status)


def _headline(skills: Sequence[SkillRow]) -> str:
    gaps, unsure = _of_status(skills, "gap"), _of_status(skills, "unsure")
    if len(gaps) >= NAMED_GAPS:
        return f"Two gaps matter most: {named([gap.name for gap in gaps[:NAMED_GAPS]])}"
    if gaps:
        return f"One gap matters most: {within(gaps[0].name)}"
    if unsure:
        return f"No skill falls clearly short; {count(len(unsure), 'is', 'are')} still unsure"
    return f"You meet the requirement in all {len(_asked(skills))} skills{_that_were_asked(skills)}"


def _lede(score: float, skills: Sequence[SkillRow]) -> str:
    met = _met(len(_of_status(skills, "met")), f"{len(_asked(skills))} skills{_that_were_asked(skills)}")
    named_gaps = _of_status(skills, "gap")[:NAMED_GAPS]
    if named_gaps:
        these = "Closing this gap" if len(named_gaps) == 1 else "Closing these two"
        return f"{met} {these} {_moves(whole(score), whole(score + sum(gap.points for gap in named_gaps)))}."
    return f"{met} What is unsure narrows with an example or a scenario." if _of_status(skills, "unsure") else met


def _met(met: int, skills: str) -> str:
    if not met:
        return f"None of the {skills} is clearly met yet."
    return f"You already meet {met} of {skills}."


def _asked(skills: Sequence[SkillRow]) -> list[SkillRow]:
    return [skill for skill in skills if skill.status != NOT_ASKED]


def _that_were_asked(skills: Sequence[SkillRow]) -> str:
    return "" if len(_asked(skills)) == len(skills) else " that were asked"


def _moves(score: int, after: int) -> str:
    return f"would move you from {score} to about {after}" if after > score else "would move you by less than a point"


def _sure(low: int, high: int) -> str:
    if low == high:
        return f"The chance is 8 in 10 that your score lies close to {low}."
    return f"The chance is 8 in 10 that your score lies {between(low, high)}, a range of {count(high - low, 'point')}."


def _gauge_label(score: int, low: int, high: int, band: str) -> str:
    return f"Readiness {score} out of 100: {within(band)}. Likely {between(low, high)}. Ready begins at {READY}."


def _domains_title(domains: Sequence[DomainRow]) -> str:
    if not domains:
        return "No domain has enough rated skills to be shown"
    if len(domains) == 1:
        return f"Only {within(domains[0].name)} has enough rated skills to be shown"
    if domains[0].score == domains[-1].score:
        return "All domains stand equally far from the requirement"
    return f"{domains[0].name} is furthest from the requirement; {within(domains[-1].name)} is nearest"


def _domains_missing(report: Mapping[str, Any], catalogue: Catalogue) -> str:
    """The domains of which too few skills are rated, in a sentence; empty where all have a score."""
    names = [catalogue.domains[row["id"]]["name"] for row in report["domains"] if row["score"] is None]
    if not names:
        return ""
    return f"Without a score, because fewer than three fifths of their skills were rated: {named(names)}."


def _levers_title(score: int, levers: Sequence[LeverRow]) -> str:
    if not levers:
        return "Nothing would move your readiness further"
    what = sentence(count(len(levers), "change"))
    return f"{what} {_moves(score, levers[-1].after)}"
