"""Moving a guide to another address: readers, links and other guides follow, and the old address leads on."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from careers.models import Career, Comparison, Deed, Draft, Edition, FormerSlug, RelatedCareer
from careers.ready import stamp
from careers.search import indexing
from careers.services import addresses, deeds, drafts
from careers.services.holding import hold_all
from careers.services.working import ASSESSED_CAREER, digest, write


class MoveRefused(Exception):
    """A guide cannot have that address as things stand; the words say why."""


@stamp.changing()
@transaction.atomic
def move(*, career: Career, slug: str, by: User, at: datetime) -> Edition | None:
    """Give the guide another address; for readers as the next edition, whose document differs in nothing else.

    MoveRefused where that cannot be. A guide that no reader has seen gets no edition: nothing links to it.
    """
    # Other guides name this one: they follow.
    hold_all()
    career = Career.objects.get(pk=career.pk)
    if words := refusal(career, at) or addresses.refusal(slug, career):
        raise MoveRefused(words)
    if slug == career.slug:
        raise MoveRefused("The guide has that address already.")
    old, approved = career.slug, _approved(career)
    Career.objects.filter(pk=career.pk).update(slug=slug)
    career.slug = slug
    _rename_in_guides(old, slug, by, at)
    if approved:
        # What was approved is the same text at another address.
        Draft.objects.filter(pk=approved.pk).update(approved_digest=digest(write(career)))
    published = _publish(career, old, by, at)
    words = f"From {old} to {slug}" + (f", with edition {published.number}" if published else "")
    deeds.record(root=career, what=Deed.What.RENAMED, by=by, at=at, words=words)
    return published


def refusal(career: Career, at: datetime) -> str:
    """Why the guide cannot be moved at all at present; empty where it can."""
    if career.slug == ASSESSED_CAREER:
        return "This guide stays where it is: the assessment, its results and its plans name its address."
    if waiting := career.published.waiting(at).first():
        return f"Edition {waiting.number} is scheduled and names the present address. Cancel its schedule first."
    return ""


def _approved(career: Career) -> Draft | None:
    draft = drafts.present(career)
    return draft if draft and draft.is_approved(digest(write(career))) else None


def _rename_in_guides(old: str, new: str, by: User, at: datetime) -> None:
    """Rows that name the guide name it by its new address, in the drafts of their guides."""
    for model in (Comparison, RelatedCareer):
        for row in model._default_manager.filter(career_slug=old).select_related("section__career"):
            model._default_manager.filter(pk=row.pk).update(career_slug=new)
            own = row.section.career
            if own.slug not in {old, new}:
                drafts.edited(root=own, row=row, by=by, at=at, words=f"guide changed from {old} to {new}")


def _publish(career: Career, old: str, by: User, at: datetime) -> Edition | None:
    live, last = career.published.live(at).first(), career.published.first()
    if live is None or last is None:
        return None
    FormerSlug.objects.filter(slug=career.slug).delete()
    FormerSlug.objects.create(slug=old, career=career, moved_at=at)
    document = _renamed(live.document, old, career.slug) | {"slug": career.slug}
    published: Edition = career.published.create(
        number=last.number + 1, document=document, live_from=at, published_by=by
    )
    indexing.index(published)
    return published


def _renamed(value: Any, old: str, new: str) -> Any:
    """The document with its own rows naming the guide by its new address."""
    if isinstance(value, dict):
        return {
            key: new if (key, entry) == ("career_slug", old) else _renamed(entry, old, new)
            for key, entry in value.items()
        }
    return [_renamed(entry, old, new) for entry in value] if isinstance(value, list) else value
