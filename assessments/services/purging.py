"""What planning leaves behind and nobody comes back for."""

from datetime import datetime, timedelta

from assessments.models import Calculation, Draft

ANSWERS_KEPT = timedelta(days=30)
DRAFTS_KEPT = timedelta(days=365)


def purge_calculations(*, at: datetime) -> int:
    """Delete calculations that ended 30 days ago or longer, without open proposals; how many. Their plans stay."""
    deleted, _ = Calculation.objects.over_since(at - ANSWERS_KEPT).delete()
    return deleted


def purge_drafts(*, at: datetime) -> int:
    """Delete what was entered in a builder and not touched for a year; how many that were."""
    deleted, _ = Draft.objects.filter(saved_at__lte=at - DRAFTS_KEPT).delete()
    return deleted
