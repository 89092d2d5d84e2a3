"""A skill that is rated again: why it is asked, and what a new rating changed."""

from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from assessments.domain.following.progress import DONE, UNTOUCHED
from assessments.models import Plan, Rerating
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.changed import Changed
from assessments.presentation.plan import Saved
from assessments.presentation.terms import between, whole, within
from assessments.presentation.words import day
from assessments.services.reratings import Standing


def url(plan_id: UUID, skill: str, action: str = "") -> str:
    """The page on which a skill is rated again; with `action` it says which step was finished."""
    path = reverse("assessments:rate_again", args=[plan_id, skill])
    return f"{path}?{urlencode({'action': action})}" if action else path


def back_url(plan: Plan, action: str) -> str:
    """Where to go on: the step after which the skill is rated, or what has come of the plan so far."""
    if action:
        return reverse("assessments:plan_step", args=[plan.pk, action])
    return f"{plan.get_absolute_url()}#since"


def finished(saved: Saved, action: str) -> str:
    """The name of an action of the plan that is done; empty for any other."""
    known = {row["id"] for row in saved.rows}
    is_done = saved.progress.get(action, UNTOUCHED).state == DONE
    return str(saved.catalogue.actions[action]["name"]) if is_done and action in known else ""


def changed(saved: object, catalogue: Catalogue) -> Changed:
    """A rating that another page saved meanwhile, in words; TypeError for anything else."""
    if not isinstance(saved, Rerating):
        raise TypeError(saved)
    word, text = catalogue.word(saved.level), catalogue.anchor(saved.skill, saved.level)
    return Changed(saved.saved_at, word, text, "", saved.low_confidence)


def news(name: str, found: Standing) -> str:
    """What a new rating of a skill comes to, beside the newest result."""
    if found.now is None:
        return f"{name} is rated again. Retake the assessment to see your readiness with it."
    stands, result = found.now["readiness"], found.last.document["report"]["readiness"]
    score, low, high, earlier = (
        whole(value) for value in (stands["score"], stands["low"], stands["high"], result["score"])
    )
    now = f"{score}, likely {between(low, high)}"
    taken = f"your result of {day(found.last.created_at.date())}"
    if score == earlier:
        return f"{name} is rated again. Your readiness is {now}, no other than in {taken}."
    return f"{name} is rated again. Your readiness is now {now}; in {taken} it was {earlier}."


def withdrawn(name: str) -> str:
    """That a new rating was taken back."""
    return f"Your new rating of {within(name)} is taken back. What was known of it before counts again."
