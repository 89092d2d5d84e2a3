"""Second ratings: the links by which a mentor without an account rates the same skills, and what came of them."""

import uuid
from datetime import datetime

from django.db import models

from assessments.models.answers import Answer
from assessments.models.attempts import Attempt
from assessments.models.secrets import Secret, fingerprint

NAME_MAX = 80


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Filters on invitations."""

    def with_token(self, token: str) -> "InvitationQuerySet":
        """Whose link holds this token, with what the pages of a guest show of the attempt."""
        return (
            self.filter(digest=fingerprint(token))
            .select_related("attempt__version__catalogue__career")
            .defer("attempt__version__document", "attempt__version__catalogue__published_frameworks")
        )

    def usable(self, at: datetime) -> "InvitationQuerySet":
        """Those whose link still opens."""
        return self.filter(revoked_at=None, expires_at__gt=at)


class Invitation(Secret):
    """A link for one mentor; its id is made before it is saved, so that sending the form twice makes one.

    - mentor and asker: both names as the owner wrote them; the guest sees no other name of the owner
    - finished_at: when the mentor said that they are done, which closes nothing
    """

    SALT = "assessments.second"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="invitations")
    mentor = models.CharField(max_length=NAME_MAX)
    asker = models.CharField(max_length=NAME_MAX)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "pk")
        constraints = (
            models.CheckConstraint(
                name="invitation_expires_after_created", condition=models.Q(expires_at__gt=models.F("created_at"))
            ),
        )

    def __str__(self) -> str:
        return f"Invitation {self.pk}"

    def is_usable(self, at: datetime) -> bool:
        """Whether its link still opens."""
        return self.revoked_at is None and at < self.expires_at


class MentorRating(Answer):
    """A mentor's answer on one skill: 0 is "has not had the chance", 1 to 5 are the anchors, none is "I cannot say"."""

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="ratings")
    skill = models.CharField(max_length=80)
    level = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("invitation", "skill"), name="mentor_rating_once_per_skill"),
            models.CheckConstraint(name="mentor_rating_0_to_5", condition=models.Q(level__gte=0, level__lte=5)),
        )

    def __str__(self) -> str:
        return f"{self.skill}: {self.level}"
