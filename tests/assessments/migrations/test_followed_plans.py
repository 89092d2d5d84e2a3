"""Plans that were kept before schedules and progress had rows of their own: nothing of them is lost on the way."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command

from assessments.models import Plan
from tests.migrating import empty_database, migrated

BEFORE, AFTER = "0005_second_ratings", "0008_revisions_point_to_schedules"
DAY = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
LATER = DAY + timedelta(days=40)
REQUEST: dict[str, Any] = {"hours_per_week": 4.0, "running": [{"action": "a", "start": "2026-11-30", "weeks": 2}]}
AS_PRINTED: dict[str, Any] = {"hours_per_week": 4.0, "running": [{"id": "a", "start": "2026-11-30", "weeks": 2}]}


def document(*actions: str) -> dict[str, Any]:
    return {
        "status": "optimal",
        "actions": [{"id": key, "start": "2026-12-07", "end": "2026-12-20"} for key in actions],
    }


@pytest.fixture
def empty(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with empty_database(tmp_path, monkeypatch):
        yield


def old_plan(apps: Any, user: Any, *revisions: dict[str, Any], **ticks: datetime | None) -> Any:
    """A plan as it was kept: its revisions, and its ticks by action, some of which were taken back."""
    version = apps.get_model("careers", "InstrumentVersion").objects.get()
    attempt = apps.get_model("assessments", "Attempt").objects.create(
        user=user, version=version, level="cmio", started_at=DAY
    )
    result = apps.get_model("assessments", "Result").objects.create(attempt=attempt, document={}, created_at=DAY)
    plan = apps.get_model("assessments", "Plan").objects.create(user=user, result=result, created_at=DAY)
    for place, values in enumerate(revisions):
        plan.revisions.create(created_at=DAY + timedelta(days=place), **values)
    for action, done_at in ticks.items():
        plan.progress.create(action=action, done_at=done_at)
    return plan


@pytest.fixture
def old(empty: None) -> SimpleNamespace:
    """Three plans: one planned twice with ticks, one without, and one that never got a revision."""
    apps = migrated("assessments", BEFORE)
    user = apps.get_model("auth", "User").objects.create(username="dana")
    career = apps.get_model("careers", "Career").objects.create(
        slug="cmio", title="CMIO", tagline="", summary="", reviewed_on=DAY.date(), review_by=DAY.date()
    )
    catalogue = apps.get_model("careers", "Catalogue").objects.create(career=career)
    catalogue.published.create(number=1, document={}, live_from=DAY)
    first = {"request": REQUEST, "document": document("a")}
    second = {"request": AS_PRINTED, "document": document("b", "a")}
    return SimpleNamespace(
        followed=old_plan(apps, user, {"number": 1, **first}, {"number": 4, **second}, a=DAY, b=None, gone=LATER),
        quiet=old_plan(apps, user, {"number": 1, **first}),
        bare=old_plan(apps, user, a=DAY),
    )


def test_revisions_become_schedules_and_ticks_become_progress(old: SimpleNamespace) -> None:
    migrated("assessments", AFTER)
    # The way from there to now is open too.
    call_command("migrate", verbosity=0, interactive=False)
    carried_over(Plan.objects.get(pk=old.followed.pk))
    quiet, bare = (Plan.objects.get(pk=plan.pk) for plan in (old.quiet, old.bare))
    assert (quiet.current.number, quiet.current.progress, quiet.revisions.count()) == (1, {}, 1)
    assert (bare.current_revision, bare.revisions.count()) == (None, 0)
    quiet.user.delete()
    assert not Plan.objects.exists()


def carried_over(plan: Plan) -> None:
    """Everything that was kept of the plan with two revisions and ticks is there."""
    one, four = plan.revisions.select_related("schedule").order_by("number")
    assert (one.number, one.change, one.before, one.progress) == (1, "built", None, {})
    assert (four.number, four.change, four.before) == (4, "replanned", 1)
    assert plan.current_revision_id == four.pk
    assert (one.document, four.document) == (document("a"), document("b", "a"))
    assert (one.created_at, one.schedule.created_at, four.schedule.created_at) == (DAY, DAY, DAY + timedelta(days=1))
    assert one.request == REQUEST
    assert four.request["running"] == [{"action": "a", "id": "a", "start": "2026-11-30", "weeks": 2}]
    assert four.done == {"a", "gone"}
    ended = {action: entry.ended for action, entry in four.following.items()}
    assert ended == {"a": DAY.date(), "gone": LATER.date()}
    assert one.key != four.key
    assert {one.schedule.version_id, four.schedule.version_id} == {plan.result.attempt.version_id}
