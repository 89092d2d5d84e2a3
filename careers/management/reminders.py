"""Who is to be reminded of which content, and the message that says so."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMultiAlternatives
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse

from careers import documents
from careers.models import Career, LinkCheck
from careers.models.desk.roots import Root, called
from careers.presentation.desk.reminder import Concern, concern, subject
from careers.roles import PUBLISHER
from careers.services import SHAPES, reminders


def remind(clock: Callable[[], datetime]) -> int:
    """Write to everybody whose content needs them and who had no message this week; how many messages were sent.

    Unreachable where the mail server cannot be had: who was not written to is written to next time.
    """
    found = due(clock().date())
    return sum(reminders.send(user=user, compose=_composing(user, told), clock=clock) for user, told in found)


def due(today: date) -> list[tuple[User, list[Concern]]]:
    """What each person is to be reminded of: owners of their own, publishers of what nobody owns."""
    found: dict[User, list[Concern]] = {}
    publishers = list(_people().filter(groups__name=PUBLISHER.group).order_by("pk"))
    owners = set(_people())
    for root, told in _concerns(today):
        for user in [root.owner] if root.owner in owners else publishers:
            found.setdefault(user, []).append(told)
    return list(found.items())


def _people() -> QuerySet[User]:
    return User.objects.filter(is_active=True, is_staff=True).exclude(email="")


def _concerns(today: date) -> Iterable[tuple[Root, Concern]]:
    checks = {check.url: check for check in LinkCheck.objects.all()}
    for kind, shape in SHAPES.items():
        roots: list[Root] = list(kind._default_manager.select_related("owner").order_by("pk"))  # type: ignore[arg-type]
        written = documents.write_all(shape, roots)
        for root in roots:
            if told := _concern(root, written[root.pk], checks, today):
                yield root, told


def _concern(root: Root, document: Mapping[str, Any], checks: Mapping[str, LinkCheck], today: date) -> Concern | None:
    form = reverse(f"admin:careers_{root._meta.model_name}_change", args=[root.pk])
    address = f"{settings.SITE_URL}{form}"
    return concern(called(root), address, document, root.review_by, checks, today, is_guide=isinstance(root, Career))


def _composing(user: User, concerns: Sequence[Concern]) -> Callable[[], EmailMultiAlternatives]:
    def compose() -> EmailMultiAlternatives:
        context = {"concerns": concerns, "desk_url": f"{settings.SITE_URL}{reverse('admin:index')}"}
        headers = {"Auto-Submitted": "auto-generated"}
        text = render_to_string("mail/reminder.txt", context)
        message = EmailMultiAlternatives(subject(concerns), text, to=[user.email], headers=headers)
        message.attach_alternative(render_to_string("mail/reminder.html", context), "text/html")
        return message

    return compose
