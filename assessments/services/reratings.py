"""Skills that are rated again beside a plan: writes on them, and what they come to beside the frozen result."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from assessments import snapshots
from assessments.domain.agreement import agrees
from assessments.domain.following.since import rated_again
from assessments.domain.report import readiness_report
from assessments.domain.scoring import Answers, Rating, score
from assessments.models import Attempt, Plan, Rerating, Result
from assessments.services.answers import AnswerChanged, Sent, keep


@dataclass(frozen=True, slots=True)
class Standing:
    """The result that a plan was built from beside how things stand now.

    - then, last: that result, and the newest one of the same person against the same level, often the same
    - again: what was rated again since the newest one, by skill
    - later: those of its skills that the newest result's version does not have, so that they cannot count
    - now: the newest result's report with those ratings, None where the way of scoring changed meanwhile
    """

    then: Result
    last: Result
    again: Mapping[str, Rerating]
    later: frozenset[str]
    now: Mapping[str, Any] | None

    @property
    def is_retaken(self) -> bool:
        """Whether there is a result newer than the one that the plan was built from."""
        return self.last.pk != self.then.pk

    @property
    def counted(self) -> frozenset[str]:
        """The skills whose new rating counts in `now`."""
        return frozenset(self.again) - self.later


@transaction.atomic
def save(*, plan: Plan, skill: str, level: int, low_confidence: bool, sent: Sent, at: datetime) -> Rerating:
    """Keep a new rating of a skill; AnswerChanged where another page was faster, Plan.DoesNotExist once it is gone."""
    Plan.objects.select_for_update().get(pk=plan.pk)
    rows, new = plan.reratings.filter(skill=skill), Rerating(plan=plan, skill=skill)
    return keep(rows, new, {"level": level, "low_confidence": low_confidence}, sent, at)


@transaction.atomic
def withdraw(*, plan: Plan, skill: str, sent: Sent) -> None:
    """Take a rating back, so that the one before it counts again; AnswerChanged where it is another one by now."""
    Plan.objects.select_for_update().get(pk=plan.pk)
    saved = plan.reratings.filter(skill=skill).first()
    if saved is None:
        return
    if saved.revision != sent.seen and saved.key != sent.key:
        raise AnswerChanged(saved)
    saved.delete()


def standing(plan: Plan) -> Standing:
    """How the user of a plan stands now, in two queries, and three more once something was rated again."""
    last = _last(plan)
    version_id, level = last.attempt.version_id, last.attempt.level
    known = {skill.id for skill in snapshots.instrument(version_id, level).skills}
    rows = plan.reratings.filter(saved_at__gt=last.created_at).order_by("saved_at", "pk")
    again = {row.skill: row for row in rows}
    counted = {skill: row for skill, row in again.items() if skill in known}
    return Standing(plan.result, last, again, frozenset(again) - known, _now(plan, last, counted))


def _last(plan: Plan) -> Result:
    attempt = plan.result.attempt
    newer = Result.objects.filter(
        attempt__user=plan.user_id,
        attempt__level=attempt.level,
        # A quick check asks too little to stand beside a full assessment.
        attempt__form__in={Attempt.Form.FULL, attempt.form},
        attempt__version__catalogue=attempt.version.catalogue_id,
        created_at__gt=plan.result.created_at,
    )
    return newer.select_related("attempt").order_by("-created_at").first() or plan.result


def _now(plan: Plan, last: Result, again: Mapping[str, Rerating]) -> Mapping[str, Any] | None:
    frozen: Mapping[str, Any] = last.document["report"]
    if not again:
        return frozen
    instrument = snapshots.instrument(last.attempt.version_id, last.attempt.level)
    before = snapshots.answers(last.attempt)
    if not agrees(frozen, readiness_report(instrument, score(instrument, before), ())):
        return None
    after = rated_again(before, _ratings(before, again, snapshots.locker(plan.user_id)))
    return readiness_report(instrument, score(instrument, after), ())


def _ratings(before: Answers, again: Mapping[str, Rerating], locker: snapshots.Backing) -> dict[str, Rating]:
    """The new ratings: what backed the earlier one of a skill backs it still, and so does evidence added since."""
    backed = {skill for skill, rating in before.ratings.items() if rating.evidence} | locker.keys()
    return {
        skill: Rating(row.level, row.low_confidence, evidence=row.level > 0 and skill in backed)
        for skill, row in again.items()
    }
