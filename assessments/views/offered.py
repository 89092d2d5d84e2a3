"""What a plan's page offers, found in a fixed number of queries."""

from datetime import date, datetime

from django.urls import reverse

from assessments import snapshots
from assessments.domain.following.difference import difference
from assessments.domain.planning.calendar import monday_of
from assessments.models import Calculation, Plan, Profile, Result, Revision
from assessments.presentation import offers as page
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.causes import Asked, news
from assessments.presentation.plan import Saved
from assessments.presentation.updates import NOTHING, update
from assessments.services.proposals import NEWER_RESULT


def offers_of(plan: Plan, saved: Saved, now: datetime) -> page.Offers | None:
    """The reasons to plan again with what can be done; None where there is none."""
    updated, lines = _updated(plan, saved, now)
    facts = page.Facts(
        told=_told(plan),
        again={entry.skill: (entry.level, entry.saved_at.date()) for entry in plan.reratings.all()},
        updated=updated,
        news=lines,
        newer=_newer(plan),
        earlier=_earlier(plan, now.date()),
        is_fresh=_is_fresh(plan.current, now.date()),
    )
    return page.offers(saved, facts, now.date())


def _told(plan: Plan) -> page.Told:
    profile = Profile.objects.filter(user=plan.user_id).prefetch_related("blocked_weeks").first()
    if profile is None:
        return page.Told(blocked=Asked.of(plan.current.request).blocked)
    hours = profile.hours_per_week
    return page.Told(
        hours=None if hours is None else float(hours),
        budget=profile.budget_usd,
        target=profile.target_date,
        blocked=frozenset(profile.blocked),
    )


def _updated(plan: Plan, saved: Saved, now: datetime) -> tuple[str, tuple[str, ...]]:
    """Title and lines of what the live version changed; empty where that is nothing to this plan."""
    level, version_id = plan.result.attempt.level, plan.current.schedule.version_id
    live = snapshots.live_version(plan.result.attempt.version.catalogue.career.slug, now)
    if live is None or live.pk == version_id or level not in snapshots.levels(live.pk):
        return "", ()
    old, new = (Catalogue(snapshots.catalogue(id)) for id in (version_id, live.pk))
    lines = news(old, new, level, saved.rows)
    return ("", ()) if lines == (NOTHING,) else (update(live.number, live.starts.date(), old, new, level).title, lines)


def _newer(plan: Plan) -> tuple[int, date] | None:
    newest = Result.objects.newer_than(plan.result).only("created_at").first()
    used = plan.current.request.get("extras", {}).get(NEWER_RESULT, {}).get("id")
    return (newest.pk, newest.created_at.date()) if newest and newest.pk != used else None


def _is_fresh(current: Revision, today: date) -> bool:
    planned = current.change in {Revision.Change.BUILT, Revision.Change.REPLANNED}
    return planned and monday_of(current.created_at.date()) == monday_of(today)


def _earlier(plan: Plan, today: date) -> page.Earlier | None:
    last = Calculation.objects.proposals_for(plan).first()
    if last is None:
        return None
    asked = last.request["situation"]
    day = last.created_at.date()
    is_of_now = last.basis_id == plan.current.pk and monday_of(day) == monday_of(today)
    url = reverse("assessments:plan_proposal", args=[plan.pk, last.pk]) if last.is_over else last.get_absolute_url()
    return page.Earlier(_state(last, plan), url, day, Asked.of(asked), is_of_now)


def _state(last: Calculation, plan: Plan) -> str:
    if last.answer is None:
        return "" if last.is_over else page.WORKING
    if "remedies" in last.answer:
        return "" if last.settled else page.NO_PLAN
    document = last.answer["document"]
    if difference(plan.current.actions, [*document["kept"], *document["actions"]]).is_empty:
        return page.UNCHANGED
    if last.settled:
        return page.KEPT if last.settled == Calculation.Decision.KEPT else ""
    return page.READY
