"""A plan's rows as the pages about it take them."""

from assessments import snapshots
from assessments.models import Plan
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.plan import Saved


def saved(plan: Plan) -> Saved:
    """The current revision with its ticks; `plan` comes from `Plan.objects.for_user`, so that nothing is queried."""
    attempt, revision = plan.result.attempt, plan.current
    return Saved(
        document=revision.document,
        request=revision.request,
        catalogue=Catalogue(snapshots.catalogue(attempt.version_id)),
        instrument=snapshots.instrument(attempt.version_id, attempt.level),
        done={row.action: row.done_at for row in plan.progress.all() if row.done_at},
        result_day=plan.result.created_at.date(),
    )
