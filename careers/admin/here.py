"""Who else is at work on the guide or the instrument that a page of the desk is about."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from careers.models.desk.roots import Root
from careers.services import presence
from careers.services.presence import Colleague


@dataclass(frozen=True, slots=True)
class Here:
    """The page that is open, where its browser says so, and who else is at work."""

    page: str
    address: str
    colleagues: list[Colleague]


def here(root: Root, user: User, page: str) -> Here:
    """What a page is told about the people at work; it writes nothing."""
    address = reverse(f"admin:careers_{root._meta.model_name}_presence", args=[root.pk])
    return Here(page, address, presence.colleagues(user=user, root=root, at=timezone.now()))
