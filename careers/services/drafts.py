"""Writes to drafts: what is edited between two publications has one name, and is reviewed as a whole."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import models, transaction

from careers.models import Deed, Draft, Edition, InstrumentVersion
from careers.models.desk.roots import Root, naming
from careers.services import deeds
from careers.services.holding import hold
from careers.services.working import digest, write

LONGEST_NAME = 120


class ReviewRefused(Exception):
    """A review cannot be asked for or answered as things stand; the words say why."""


@transaction.atomic
def edited(*, root: Root, row: models.Model, by: User, at: datetime, words: str, what: str = Deed.What.EDITED) -> Draft:
    """Note that somebody changed a row: in the draft, which begins with the first change, and in the trail."""
    draft = touched(root=root, by=by, at=at)
    deeds.record(root=root, what=what, by=by, at=at, words=words, row=row, since=draft.started_at)
    return draft


def touched(*, root: Root, by: User | None, at: datetime, name: str = "") -> Draft:
    """The draft, begun where there is none; the person, where it is one, is of its authors now. In a transaction."""
    hold(root)
    draft = present(root)
    if draft is None:
        name = name or f"Draft of {at.day} {at:%B %Y}"
        draft = Draft.objects.create(**naming(root), name=name[:LONGEST_NAME], started_at=at, changed_at=at)
    draft.changed_at, draft.changed_by = at, by
    draft.save(update_fields=["changed_at", "changed_by"])
    if by:
        draft.authors.add(by)
    return draft


def present(root: Root) -> Draft | None:
    """The draft that is being worked on, where there is one."""
    people = ("changed_by", "approved_by", "review_asked_by")
    found: Draft | None = Draft.objects.of(root).open().select_related(*people).first()
    return found


def ended_with(root: Root, number: int) -> Draft | None:
    """The draft that was published, or is scheduled, under that number."""
    found: Draft | None = Draft.objects.of(root).filter(published_as=number).order_by("-ended_at").first()
    return found


def approval(root: Root, fingerprint: str, waiting: Edition | InstrumentVersion | None) -> Draft | None:
    """The draft with the approval of exactly that document: the present one, or the one that waits for its time."""
    draft = present(root) or (ended_with(root, waiting.number) if waiting else None)
    return draft if draft and draft.is_approved(fingerprint) else None


@transaction.atomic
def rename(*, root: Root, name: str, by: User, at: datetime) -> Draft:
    """Give the draft another name; ReviewRefused where there is none."""
    draft = _held_draft(root)
    if name != draft.name:
        draft.name = name[:LONGEST_NAME]
        draft.save(update_fields=["name"])
        deeds.record(root=root, what=Deed.What.NAMED, by=by, at=at, words=draft.name)
    return draft


@transaction.atomic
def ask_for_review(*, root: Root, by: User, at: datetime, note: str = "") -> Draft:
    """Ask reviewers to look at the draft; ReviewRefused where there is none or it is asked for already."""
    draft = _held_draft(root)
    if draft.is_in_review:
        raise ReviewRefused("A review is asked for already.")
    if draft.is_approved(digest(write(root))):
        raise ReviewRefused("The draft is approved as it stands.")
    _settle(draft, review_asked_at=at, review_asked_by=by)
    deeds.record(root=root, what=Deed.What.ASKED, by=by, at=at, words=note or draft.name)
    return draft


@transaction.atomic
def approve(*, root: Root, by: User, at: datetime, seen: str) -> Draft:
    """Approve exactly the document that was looked at; ReviewRefused where it changed since, or its author asks."""
    draft = _held_draft(root)
    if draft.authors.filter(pk=by.pk).exists():
        raise ReviewRefused("You wrote in this draft. A second person has to approve it.")
    if digest(write(root)) != seen:
        raise ReviewRefused("The draft has changed since you opened this page. Look again first.")
    if draft.is_approved(seen):
        raise ReviewRefused("The draft is approved as it stands.")
    asked = {"review_asked_at": draft.review_asked_at, "review_asked_by": draft.review_asked_by}
    _settle(draft, **asked, approved_at=at, approved_by=by, approved_digest=seen)
    deeds.record(root=root, what=Deed.What.APPROVED, by=by, at=at, words=draft.name)
    return draft


@transaction.atomic
def send_back(*, root: Root, by: User, at: datetime, words: str) -> Draft:
    """End the review without an approval, or take one back, and say why; ReviewRefused where there is neither."""
    draft = _held_draft(root)
    if not draft.is_in_review and draft.approved_at is None:
        raise ReviewRefused("Nobody has asked for a review.")
    _settle(draft)
    deeds.record(root=root, what=Deed.What.SENT_BACK, by=by, at=at, words=words)
    return draft


def _settle(draft: Draft, **review: Any) -> None:
    """How the draft stands in its review from now on; what is not named is empty."""
    people: dict[str, Any] = dict.fromkeys(("review_asked_at", "review_asked_by", "approved_at", "approved_by"))
    for name, value in (people | {"approved_digest": ""} | review).items():
        setattr(draft, name, value)
    draft.save()


def _held_draft(root: Root) -> Draft:
    hold(root)
    draft = present(root)
    if draft is None:
        raise ReviewRefused("Nothing was edited since the last publication.")
    return draft
