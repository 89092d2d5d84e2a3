"""Writes the audit trail."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import models

from careers.models import Career, Deed
from careers.models.desk.roots import Root, naming

FOLDED = {Deed.What.EDITED}
"""Deeds of which several by one person to one row are told as one, as long as the draft is the same."""


def record(
    *,
    root: Root,
    what: str,
    by: User | None,
    at: datetime,
    words: str = "",
    row: models.Model | None = None,
    since: datetime | None = None,
) -> Deed:
    """Note what was done; saves of the same row by the same person since that time are folded into one."""
    place = {"model": row._meta.model_name, "row": str(row.pk), "place": str(row)[:200]} if row else {}
    if what in FOLDED and row and since and (earlier := _earlier(root, what, by, row, since)):
        return _fold(earlier, at, words, str(row))
    return Deed.objects.create(
        **naming(root),
        **place,
        what=what,
        by=by,
        who=called(by),
        at=at,
        first_at=at,
        subject=subject(root),
        words=words,
    )


def record_access(*, person: User, words: str, by: User | None, at: datetime) -> Deed:
    """Note that somebody's access to the desk changed, by a role or a lost second factor; that belongs to no guide."""
    return Deed.objects.create(
        what=Deed.What.SETTLED,
        by=by,
        who=called(by),
        at=at,
        first_at=at,
        subject=called(person)[:200],
        model="user",
        row=str(person.pk),
        place="Access to the desk",
        words=words,
    )


def called(by: User | None) -> str:
    """What the trail calls a person: the address that they sign in with."""
    return (by.email or by.get_username())[:254] if by else ""


def subject(root: Root) -> str:
    """What the trail calls a guide or a catalogue."""
    return (root.title if isinstance(root, Career) else str(root))[:200]


def _earlier(root: Root, what: str, by: User | None, row: models.Model, since: datetime) -> Deed | None:
    of_row = Deed.objects.of(root).filter(model=row._meta.model_name, row=str(row.pk), at__gte=since)
    last: Deed | None = of_row.first()
    return last if last and (last.what, last.by_id) == (what, by.pk if by else None) else None


def _fold(deed: Deed, at: datetime, words: str, place: str) -> Deed:
    told: dict[str, Any] = dict.fromkeys(part for part in (*deed.words.split("\n"), *words.split("\n")) if part)
    deed.at, deed.words, deed.times, deed.place = at, "\n".join(told), deed.times + 1, place[:200]
    deed.save(update_fields=["at", "words", "times", "place"])
    return deed
