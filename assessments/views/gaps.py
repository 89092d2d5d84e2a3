"""The page of one skill of a result."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from assessments import snapshots
from assessments.domain.scoring import Observation, observations
from assessments.presentation.computed import Computed, computed
from assessments.presentation.gap import gap_page
from assessments.presentation.proof import OwnRating, proof
from assessments.presentation.references import references
from assessments.presentation.result import result_page
from assessments.presentation.review import reviewed
from assessments.views.builder.adding import planned
from assessments.views.own import UserRequest
from assessments.views.submitted import Submitted, submitted_attempt
from careers.models import ToolkitEdition


@submitted_attempt
def gap(request: UserRequest, found: Submitted, skill: str) -> HttpResponse:
    """One skill, whether it is a gap or not; a skill that the version does not have is missing."""
    if skill not in found.catalogue.skills:
        raise Http404
    catalogue, attempt = found.catalogue, found.attempt
    levels, page = snapshots.levels(attempt.version_id), result_page(found.document, catalogue)
    row = next(row for row in page.skills if row.id == skill)
    shown = gap_page(page, found.document["report"], row, found.instrument, levels, catalogue)
    scenarios = reviewed(catalogue, found.answers.scenarios, skill)
    seen = observations(found.instrument, found.answers)[skill]
    career = attempt.version.catalogue.career.slug
    context = {
        "attempt": attempt,
        "career": career,
        "level_name": levels[attempt.level],
        "page": shown,
        "planned": planned(request, attempt),
        "proof": proof(
            _own(found, skill), found.document.get("evidence", {}).get(skill, ()), seen, scenarios, catalogue
        ),
        "scenarios": scenarios,
        "computed": _computed(found, skill, seen) if found.agrees else None,
        "questions": _questions(career, skill),
        "references": references(catalogue, skill, [step.id for step in shown.closing.steps]),
    }
    return render(request, "assessments/gap.html", context)


def _own(found: Submitted, skill: str) -> OwnRating | None:
    rows = [row for row in found.attempt.ratings.all() if row.skill == skill]
    return OwnRating(rows[0].level, rows[0].evidence, rows[0].low_confidence) if rows else None


def _computed(found: Submitted, skill: str, seen: Sequence[Observation]) -> Computed:
    asked = next(one for one in found.instrument.skills if one.id == skill)
    score = next(one for one in found.readiness.skills if one.id == skill)
    return computed(asked, seen, found.answers.ratings.get(skill), score, found.catalogue)


def _questions(career: str, skill: str) -> Sequence[dict[str, Any]]:
    """The interview questions that name the skill, in the toolkit's order."""
    edition = ToolkitEdition.objects.filter(career__slug=career, kind="interview").live(timezone.now()).first()
    return [row for row in edition.document["questions"] if skill in row["skills"]] if edition else []
