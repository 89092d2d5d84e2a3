"""Each revision becomes a schedule with the progress on its actions; ticks become progress of the current one."""

import uuid

from django.db import migrations


def fill(apps, schema_editor):
    Plan = apps.get_model("assessments", "Plan")
    Schedule = apps.get_model("assessments", "Schedule")
    plans = Plan.objects.select_related("result__attempt").prefetch_related("revisions", "progress")
    for plan in plans.iterator(chunk_size=100):
        revisions = sorted(plan.revisions.all(), key=lambda revision: revision.number)
        earlier = None
        for revision in revisions:
            revision.schedule = Schedule.objects.create(
                plan=plan,
                version_id=plan.result.attempt.version_id,
                request=_request(revision.request),
                document=revision.document,
                created_at=revision.created_at,
            )
            revision.key = uuid.uuid4()
            revision.before = earlier
            revision.change = "replanned" if earlier else "built"
            if revision is revisions[-1]:
                revision.progress = _progress(plan)
            revision.save()
            earlier = revision.number
        if revisions:
            plan.current_revision = revisions[-1]
            plan.save(update_fields=["current_revision"])


def _request(request):
    """Running actions name their action by `action`, as everything else that is kept of a situation does."""
    running = [{"action": row.get("action", row.get("id")), **row} for row in request.get("running", [])]
    return {**request, "running": running}


def _progress(plan):
    found = {}
    for row in plan.progress.all():
        day = row.done_at and row.done_at.date().isoformat()
        if day:
            found[row.action] = {
                "state": "done", "reason": "", "started": day, "ended": day, "logged": [], "spent_usd": None,
            }
    return dict(sorted(found.items()))


class Migration(migrations.Migration):

    dependencies = [
        ("assessments", "0006_followed_plans"),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=False),
    ]
