"""Writes what the link checker found, and takes over addresses that moved."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import models, transaction

from careers.links import cited
from careers.links.fetching import Found
from careers.models import LinkCheck
from careers.models.desk.roots import Root
from careers.services import drafts
from careers.services.holding import hold_all

LONGEST = 600
"""Characters of an address that a column of the content holds."""


def due(addresses: Collection[str], *, at: datetime, older_than: timedelta) -> list[str]:
    """Those that were not opened within that time, the ones that were never opened first, then the oldest."""
    known = dict(LinkCheck.objects.values_list("url", "checked_at"))
    wanted = [url for url in addresses if len(url) <= LONGEST and (url not in known or known[url] <= at - older_than)]
    return sorted(wanted, key=lambda url: (known[url].timestamp() if url in known else 0.0, url))


def record(*, url: str, found: Found, at: datetime) -> LinkCheck:
    """Note what was found; `since` stays while the outcome does."""
    earlier = LinkCheck.objects.filter(url=url).first()
    since = earlier.since if earlier and earlier.outcome == found.outcome else at
    columns = {"outcome": found.outcome, "status": found.status, "moved_to": found.moved_to}
    check, _ = LinkCheck.objects.update_or_create(url=url, defaults=columns | {"checked_at": at, "since": since})
    return check


def forget_others(addresses: Collection[str]) -> int:
    """Drop what was found at addresses that nothing cites any more; how many."""
    gone = set(LinkCheck.objects.values_list("url", flat=True)) - set(addresses)
    dropped, _ = LinkCheck.objects.filter(url__in=gone).delete()
    return dropped


@transaction.atomic
def accept_move(*, check: LinkCheck, by: User, at: datetime, may_change: Callable[[Root], bool]) -> int:
    """Put the address that a reference moved to into every working row that cites the old one; how many rows.

    Rows of guides that the person may not change stay. Nothing happens where the new address is unknown or too long.
    """
    if not check.moved_to or len(check.moved_to) > LONGEST:
        return 0
    hold_all()
    rows = [(column, row) for column in cited.columns() for row in column.rows(check.url)]
    allowed = [(column, row) for column, row in rows if may_change(column.root_of(row))]
    for column, row in allowed:
        _readdress(column, row, check.moved_to, by, at)
    return len(allowed)


def _readdress(column: cited.UrlColumn, row: models.Model, url: str, by: User, at: datetime) -> None:
    column.model._default_manager.filter(pk=row.pk).update(**{column.name: url})
    drafts.edited(root=column.root_of(row), row=row, by=by, at=at, words=f"Address changed to {url}")
