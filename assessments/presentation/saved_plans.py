"""A plan's rows as the pages about it take them."""

from datetime import date

from assessments import snapshots
from assessments.models import Plan, Revision
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.plan import Saved
from assessments.services.proposals import NEWER_RESULT


def saved(plan: Plan, revision: Revision | None = None) -> Saved:
    """A revision of a plan, by default the current one; a `plan` of `Plan.objects.whole()` needs no query for that."""
    shown = revision or plan.current
    return Saved(
        document=shown.document,
        request=shown.request,
        rows=shown.actions,
        catalogue=Catalogue(snapshots.plan_document(shown.schedule)),
        instrument=snapshots.plan_instrument(shown.schedule, plan.result.attempt.level),
        progress=shown.following,
        result_day=_result_day(plan, shown),
        number=shown.number,
    )


def _result_day(plan: Plan, shown: Revision) -> date:
    """The day of the result that it starts from: the plan's own, or a newer one that was taken up."""
    newer = shown.request.get("extras", {}).get(NEWER_RESULT)
    return date.fromisoformat(newer["day"]) if newer else plan.result.created_at.date()
