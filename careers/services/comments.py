"""Writes comments: what somebody says about one field, and that it is settled."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import models, transaction

from careers.models import Comment, Deed
from careers.models.desk.roots import Root, key_of, naming
from careers.services import deeds
from careers.services.holding import hold


def about(*, root: Root, row: models.Model) -> models.QuerySet[Comment]:
    """The open comments on the fields of one row, the oldest first."""
    of_root = Comment.objects.of(root).open()
    found: models.QuerySet[Comment] = of_root.filter(model=row._meta.model_name, key=key_of(row))
    return found.select_related("by")


@transaction.atomic
def write(*, root: Root, row: models.Model, field: str, text: str, by: User, at: datetime) -> Comment:
    """Say something about a field of the row."""
    hold(root)
    place = {"model": row._meta.model_name or "", "key": key_of(row), "field": field}
    comment: Comment = Comment.objects.create(**naming(root), **place, text=text, by=by, at=at)
    deeds.record(root=root, what=Deed.What.COMMENTED, by=by, at=at, words=f"{field}: {text}", row=row)
    return comment


@transaction.atomic
def resolve(*, comment: Comment, by: User, at: datetime) -> bool:
    """Settle a comment; False where somebody has done so before."""
    hold(comment.root)
    still_open = Comment.objects.open().filter(pk=comment.pk)
    if not still_open.update(resolved_at=at, resolved_by=by):
        return False
    words = f"{comment.model} {comment.key} {comment.field}: {comment.text}"
    deeds.record(root=comment.root, what=Deed.What.RESOLVED, by=by, at=at, words=words)
    return True
