"""Who is at work on a guide or on the instrument at this moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User

from careers.models import Deed, Presence
from careers.models.desk.roots import Root, naming
from careers.services.deeds import called

IS_HERE = timedelta(seconds=60)
"""How long after its last word a browser counts as open: two of three may get lost."""

LATELY = timedelta(minutes=10)
"""How long a save is worth a word to somebody else."""

WORK = (Deed.What.ADDED, Deed.What.EDITED, Deed.What.DELETED, Deed.What.ORDERED, Deed.What.REVERTED)
LONGEST_PAGE = 200


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody else at work: the page that they have open, and what they saved lately and when."""

    who: str
    page: str = ""
    saved: str = ""
    saved_at: datetime | None = None


def arrive(*, user: User, root: Root, page: str, at: datetime) -> None:
    """Note that the person has the page open; whoever left is forgotten."""
    Presence.objects.filter(seen_at__lt=at - IS_HERE).delete()
    page = page.replace("\0", "")[:LONGEST_PAGE]
    place: dict[str, Any] = {"user": user, **naming(root)}
    Presence.objects.update_or_create(**place, defaults={"page": page, "seen_at": at})


def colleagues(*, user: User, root: Root, at: datetime) -> list[Colleague]:
    """Who else has a page of it open or has saved in it lately, by name."""
    here = Presence.objects.of(root).filter(seen_at__gte=at - IS_HERE).exclude(user=user).select_related("user")
    pages = {called(row.user): row.page for row in here}
    saves = Deed.objects.of(root).filter(at__gte=at - LATELY, what__in=WORK, by__isnull=False).exclude(by=user)
    # The latest comes first, so it is what stays of each person.
    saved = {deed.who: deed for deed in reversed(saves)}
    return [_colleague(who, pages.get(who, ""), saved.get(who)) for who in sorted(pages.keys() | saved.keys())]


def _colleague(who: str, page: str, save: Deed | None) -> Colleague:
    return Colleague(who, page, save.place or save.subject, save.at) if save else Colleague(who, page)
