"""Writes to drafts: what is edited between two publications has one name, and is reviewed as a whole."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import models, transaction

from careers.models import Deed, Draft
from careers.models.desk.roots import Root, naming
from careers.services import deeds
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


def touched(*, root: Root, by: User, at: datetime, name: str = "") -> Draft:
    """The draft, begun where there is none; the person is one of its authors now. Inside a transaction."""
    hold(root)
    draft = present(root)
    if draft is None:
        name = name or f"Draft of {at:%B} {at.day}, {at.year}"
        draft = Draft.objects.create(**naming(root), name=name[:LONGEST_NAME], started_at=at, changed_at=at)
    draft.changed_at, draft.changed_by = at, by
    draft.save(update_fields=["changed_at", "changed_by"])
    draft.authors.add(by)
    return draft


def hold(root: Root) -> None:
    """Let nobody else write to the guide or the catalogue until the transaction ends."""
    type(root)._default_manager.select_for_update().get(pk=root.pk)


def present(root: Root) -> Draft | None:
    """The draft that is being worked on, where there is one."""
    people = ("changed_by", "approved_by", "review_asked_by")
    found: Draft | None = Draft.objects.of(root).open().select_related(*people).first()
    return found


@transaction.atomic
def rename(*, draft: Draft, name: str, by: User, at: datetime) -> None:
    """Give the draft another name."""
    if name == draft.name:
        return
    draft.name = name
    draft.save(update_fields=["name"])
    deeds.record(root=draft.root, what=Deed.What.NAMED, by=by, at=at, words=name)


@transaction.atomic
def ask_for_review(*, root: Root, by: User, at: datetime) -> Draft:
    """Ask reviewers to look at the draft; ReviewRefused where there is none or it is asked for already."""
    draft = _held_draft(root)
    if draft.is_in_review:
        raise ReviewRefused("A review is asked for already.")
    draft.review_asked_at, draft.review_asked_by = at, by
    draft.approved_at = draft.approved_by = None
    draft.approved_digest = ""
    draft.save()
    deeds.record(root=root, what=Deed.What.ASKED, by=by, at=at, words=draft.name)
    return draft


@transaction.atomic
def approve(*, root: Root, by: User, at: datetime, seen: str) -> Draft:
    """Approve exactly the document that was looked at; ReviewRefused where it changed since, or its author asks."""
    draft = _held_draft(root)
    if draft.authors.filter(pk=by.pk).exists():
        raise ReviewRefused("You wrote in this draft. A second person has to approve it.")
    if digest(write(root)) != seen:
        raise ReviewRefused("The draft has changed since you opened this page. Look again first.")
    draft.approved_at, draft.approved_by, draft.approved_digest = at, by, seen
    draft.save()
    deeds.record(root=root, what=Deed.What.APPROVED, by=by, at=at, words=draft.name)
    return draft


@transaction.atomic
def send_back(*, root: Root, by: User, at: datetime, words: str) -> Draft:
    """End the review without an approval, and say why; ReviewRefused where nobody asked for one."""
    draft = _held_draft(root)
    if not draft.is_in_review and draft.approved_at is None:
        raise ReviewRefused("Nobody has asked for a review.")
    draft.review_asked_at = draft.review_asked_by = draft.approved_at = draft.approved_by = None
    draft.approved_digest = ""
    draft.save()
    deeds.record(root=root, what=Deed.What.SENT_BACK, by=by, at=at, words=words)
    return draft


def _held_draft(root: Root) -> Draft:
    hold(root)
    draft = present(root)
    if draft is None:
        raise ReviewRefused("Nothing was edited since the last publication.")
    return draft
