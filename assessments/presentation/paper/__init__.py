"""A result on paper: at most three pages, the range beside every score, the conditions apart."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from assessments.presentation.result import ResultPage
from assessments.presentation.standing import SkillRow
from assessments.presentation.sureness import Sureness
from assessments.presentation.terms import NOT_ASKED, named
from assessments.presentation.words import day
from careers import typeset

TEMPLATE = Path(__file__).parent / "result.typ"
PURPOSE = (
    "This result is for your own development. It is not a test for hiring or promotion, and no one should be chosen or "
    "turned down by it. Levels, weights and requirements are expert judgment that has not been validated on candidates."
)


def result(page: ResultPage, *, level_name: str, taken: date, version: int, sure: Sureness) -> dict[str, Any]:
    """All that the typesetter prints; equal results give equal data."""
    return {
        "title": f"Readiness for {level_name}",
        "taken": day(taken),
        "date": [taken.year, taken.month, taken.day],
        "about": _about(page, version),
        "headline": page.headline,
        "lede": page.lede,
        "score": page.score,
        "range": page.range_words,
        "band": page.band,
        "partial": f"{page.partial.title}. {page.partial.text}" if page.partial else "",
        "counts": _counts(page),
        "domains_title": page.domains_title,
        "domains": [[row.name, str(row.score), row.range_words, row.tag_word] for row in page.domains],
        "domains_missing": page.domains_missing,
        "gaps": [_gap(row) for row in page.first_gaps],
        "gates_title": page.gates_title,
        "gates": [[gate.name, gate.necessity, gate.state] for gate in page.gates],
        "sure": [f"{sure.word}. {sure.why} {page.sure}", *_ways(sure)],
        "purpose": PURPOSE,
    }


def pdf(data: dict[str, Any], made: datetime) -> bytes:
    """The printed result; `made` is the only time in it."""
    return typeset.pdf(data, made, TEMPLATE)


def _about(page: ResultPage, version: int) -> str:
    asked = page.answered["scenarios"]
    scenarios = f"{page.answered['scenarios_answered']} of {asked} scenarios" if asked else "no scenarios"
    return f"{page.asked} skills and {scenarios} · instrument version {version}"


def _counts(page: ResultPage) -> list[str]:
    counts = page.counts
    said = [f"Met: {counts['met']} of {page.asked} skills", f"Gaps: {counts['gap']}", f"Unsure: {counts['unsure']}"]
    return [*said, f"Not asked: {counts[NOT_ASKED]}"] if counts[NOT_ASKED] else said


def _gap(row: SkillRow) -> dict[str, str]:
    return {
        "name": row.name,
        "costs": row.points_text,
        "why": row.why,
        "now": f"{row.likely_word}. {row.now}",
        "then": f"{row.required_word}. {row.then}",
    }


def _ways(sure: Sureness) -> Iterable[str]:
    return [f"{way.sentence}: {named([name for _, name in way.skills])}." for way in sure.ways[:1]]
