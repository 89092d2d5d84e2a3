"""Keeps what somebody typed into a form of the desk until it can be saved."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from careers.models import KeptForm

LARGEST = 500_000
"""Characters of one kept form, its names included."""

MOST = 200
"""Forms that are kept for one person; the oldest go first."""

LONGEST_PATH = 200
SECRET = {"csrfmiddlewaretoken", "typist"}
"""What a form carries to show that it may be sent, which is nobody's typing."""


class TooLong(Exception):
    """There is more in the form than is kept of one."""


@transaction.atomic
def keep(*, user: User, path: str, entries: Iterable[tuple[str, list[str]]], at: datetime) -> KeptForm:
    """Keep the entries for the page in the place of what was kept for it before; TooLong where they are too many."""
    # No database keeps a NUL in a text, and nobody types one.
    texts = {_storable(name): [_storable(value) for value in values] for name, values in entries if name not in SECRET}
    if len(path) > LONGEST_PATH or sum(len(text) for name in texts for text in (name, *texts[name])) > LARGEST:
        raise TooLong
    found, _ = KeptForm.objects.update_or_create(user=user, path=path, defaults={"entries": texts, "kept_at": at})
    newest = KeptForm.objects.filter(user=user).order_by("-kept_at", "-pk")
    KeptForm.objects.filter(pk__in=list(newest.values_list("pk", flat=True)[MOST:])).delete()
    return found


def kept(*, user: User, path: str) -> KeptForm | None:
    """What is kept for the page."""
    return KeptForm.objects.filter(user=user, path=path).first()


def forget(*, user: User, path: str) -> None:
    """Keep it no longer: it was saved, or is not wanted."""
    KeptForm.objects.filter(user=user, path=path).delete()


def _storable(text: str) -> str:
    return text.replace("\0", "")
