"""Writes who looks after content, and how it gets to readers."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from careers.models import Deed
from careers.models.desk.roots import Root
from careers.services import deeds
from careers.services.holding import hold


@transaction.atomic
def settle(*, root: Root, changed: Mapping[str, Any], by: User, at: datetime) -> bool:
    """Set the fields that somebody changed, and no others; False where they are so already."""
    held = hold(root)
    before = {name: getattr(held, name) for name in changed}
    told = [_told(held, name, before[name], value) for name, value in changed.items() if value != before[name]]
    if not told:
        return False
    for name, value in changed.items():
        setattr(held, name, value)
    held.save(update_fields=list(changed))
    deeds.record(root=held, what=Deed.What.SETTLED, by=by, at=at, words="\n".join(told))
    return True


def _told(root: Root, name: str, before: Any, after: Any) -> str:
    label = str(getattr(root._meta.get_field(name), "verbose_name", name))
    return f"{label[:1].upper()}{label[1:]}: {_said(before)} → {_said(after)}"


def _said(value: Any) -> str:
    if isinstance(value, User):
        return deeds.called(value)
    return {None: "none", True: "yes", False: "no"}.get(value) or str(value)
