"""The mail of a digest: this week's actions of the newest plan that is not over."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from assessments.models import Digest, Mailing, Plan
from assessments.presentation import digest as presentation
from assessments.presentation.saved_plans import saved

LOOKING_BACK = {Digest.Frequency.WEEKLY: timedelta(days=7), Digest.Frequency.MONTHLY: timedelta(days=31)}


class Letter(EmailMultiAlternatives):
    """A message whose headers stay on one line each: the address that stops it is longer than lines are by custom, and
    not every program puts a folded one together again."""

    def message(self, **given: Any) -> Any:
        """The message as it is sent."""
        made = super().message(**given)
        made.policy = made.policy.clone(max_line_length=None)
        return made


def compose(mailing: Mailing, today: date) -> Letter | None:
    """The message of a mailing on the day that it is for its user; None for a user without a plan to go on with."""
    digest = mailing.digest
    plans = Plan.objects.for_user(digest.user)
    found = ((plan, presentation.letter(saved(plan), today)) for plan in plans)
    plan, letter = next(((plan, letter) for plan, letter in found if letter.is_active), (None, None))
    if plan is None or letter is None:
        return None
    since = today - LOOKING_BACK.get(Digest.Frequency(digest.frequency), timedelta(days=7))
    written = plan.notes.exclude(mentor="").filter(created_at__date__gte=since)
    stop = _address("digest_stop", digest.token)
    context = {
        "letter": letter,
        "notes": presentation.new_notes([note.created_at.date() for note in written]),
        "often": presentation.OFTEN[digest.frequency],
        "plan_url": f"{_address('plan', plan.pk)}#this-week",
        "notes_url": f"{_address('plan', plan.pk)}#notes",
        "choice_url": _address("digest"),
        "stop_url": stop,
    }
    text = render_to_string("mail/week.txt", context)
    message = Letter(letter.subject, text, to=[digest.user.email], headers=_headers(mailing, stop))
    message.attach_alternative(render_to_string("mail/week.html", context), "text/html")
    return message


def _headers(mailing: Mailing, stop: str) -> dict[str, str]:
    """What tells mail programs which list this is and how to leave it with one click (RFC 2369, 2919, 3834, 8058)."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return {
        "Message-ID": f"<{mailing.monday:%Y%m%d}.{mailing.digest_id.hex[:12]}@{host}>",
        "List-Id": f"CMIO Coach, this week <digest.{host}>",
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }


def _address(name: str, *args: object) -> str:
    return f"{settings.SITE_URL}{reverse(f'assessments:{name}', args=args)}"
