"""Ways in which a plan leaves the site: a link for a mentor with notes both ways, a calendar feed, a digest by mail."""

import uuid
from datetime import date, datetime

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models

from assessments.models.plans import Plan
from assessments.models.second import NAME_MAX
from assessments.models.secrets import Secret, fingerprint

NOTE_MAX = 2000


class ShareQuerySet(models.QuerySet["Share"]):
    """Filters on shares."""

    def with_token(self, token: str) -> "ShareQuerySet":
        """Whose link holds this token, with the plan as it stands."""
        return self.filter(digest=fingerprint(token)).select_related("plan")

    def usable(self, at: datetime) -> "ShareQuerySet":
        """Those whose link still opens."""
        return self.filter(revoked_at=None, expires_at__gt=at)


class Share(Secret):
    """A link by which one mentor sees chosen parts of a plan and may leave notes; never answers, pay or resume.

    - mentor and sharer: both names as the owner wrote them; the guest sees no other name of the owner
    - parts: keys of the parts of the page that are shared
    """

    SALT = "assessments.share"

    class Part(models.TextChoices):
        """What can be shared."""

        WEEK = "week", "This week"
        TIMELINE = "timeline", "Timeline and steps"
        MILESTONES = "milestones", "Milestones"
        OPEN = "open", "What stays open"
        NOTES = "notes", "Notes, yours and theirs"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="shares")
    mentor = models.CharField(max_length=NAME_MAX)
    sharer = models.CharField(max_length=NAME_MAX)
    parts = models.JSONField(default=list)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = ShareQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "pk")
        constraints = (
            models.CheckConstraint(
                name="share_expires_after_created", condition=models.Q(expires_at__gt=models.F("created_at"))
            ),
        )

    def __str__(self) -> str:
        return f"Share {self.pk}"

    def is_usable(self, at: datetime) -> bool:
        """Whether its link still opens."""
        return self.revoked_at is None and at < self.expires_at


class Note(models.Model):
    """A note on a plan: the owner's own, or left by a mentor through a share; its id is made before it is saved."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="notes")
    share = models.ForeignKey(Share, on_delete=models.SET_NULL, null=True, blank=True, related_name="notes")
    mentor = models.CharField(max_length=NAME_MAX, blank=True)
    text = models.TextField(max_length=NOTE_MAX)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ("-created_at", "pk")

    def __str__(self) -> str:
        return f"Note {self.pk}"


class Feed(Secret):
    """A plan as a calendar at a secret address; revoking it deletes the row.

    - weekday, hour, minute, zone: when the user works on the plan each week, in the time zone of that clock; without a
      weekday the calendar holds whole days only
    """

    SALT = "assessments.feed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.OneToOneField(Plan, on_delete=models.CASCADE, related_name="feed")
    weekday = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(6)])
    hour = models.PositiveSmallIntegerField(default=9, validators=[MaxValueValidator(23)])
    minute = models.PositiveSmallIntegerField(default=0, validators=[MaxValueValidator(59)])
    zone = models.CharField(max_length=64, default="UTC")
    created_at = models.DateTimeField()

    class Meta:
        ordering = ("created_at",)

    def __str__(self) -> str:
        return f"Feed {self.pk}"


class DigestQuerySet(models.QuerySet["Digest"]):
    """Filters on digests."""

    def with_token(self, token: str) -> "DigestQuerySet":
        """Whose link to stop it holds this token."""
        return self.filter(digest=fingerprint(token))

    def running(self) -> "DigestQuerySet":
        """Those that are sent."""
        return self.exclude(frequency=Digest.Frequency.OFF).filter(user__is_active=True)

    def without(self, monday: date) -> "DigestQuerySet":
        """Those for which nothing was made for that Monday yet."""
        return self.exclude(mailings__monday=monday)


class Digest(Secret):
    """How often a user gets this week's actions by mail; its token stops it without signing in (RFC 8058).

    - changed_at: when it was last turned on, off, or to another frequency; what was due before is not sent for it
    """

    SALT = "assessments.digest"

    class Frequency(models.TextChoices):
        """How often."""

        OFF = "off", "Off"
        WEEKLY = "weekly", "Each Monday"
        MONTHLY = "monthly", "On the first Monday of a month"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digest_choice")
    frequency = models.CharField(max_length=10, choices=Frequency, default=Frequency.OFF)
    zone = models.CharField(max_length=64, default="UTC")
    changed_at = models.DateTimeField()

    objects = DigestQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Digest {self.pk}"


class MailingQuerySet(models.QuerySet["Mailing"]):
    """Filters on mailings."""

    def to_send(self, at: datetime) -> "MailingQuerySet":
        """Those that may be tried now with their digest and its user, the longest waiting first."""
        waiting = self.filter(state=Mailing.State.WAITING, next_try_at__lte=at)
        return waiting.select_related("digest__user").order_by("next_try_at", "pk")


class Mailing(models.Model):
    """One digest to one user for one Monday: there is never a second one.

    - sending: handed to the mail server, and not heard of yet; after a crash nobody can tell whether it left, so it is
      not sent again
    """

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", "Waiting"
        SENDING = "sending", "Being sent"
        SENT = "sent", "Sent"
        DROPPED = "dropped", "Not sent any more"

    digest = models.ForeignKey(Digest, on_delete=models.CASCADE, related_name="mailings")
    monday = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    objects = MailingQuerySet.as_manager()

    class Meta:
        ordering = ("monday",)
        constraints = (models.UniqueConstraint(fields=("digest", "monday"), name="mailing_once_per_monday"),)

    def __str__(self) -> str:
        return f"Mailing for {self.monday}"
