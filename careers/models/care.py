"""Who looks after content, and how it gets to readers: facts of this site, which no document holds."""

from django.conf import settings
from django.db import models


class Cared(models.Model):
    """A guide or a catalogue in somebody's care."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Is reminded of reviews and of references to open.",
    )
    needs_approval = models.BooleanField(
        "a second person approves",
        default=False,
        help_text="A draft is published only after somebody who did not write it has approved it.",
    )

    class Meta:
        abstract = True
