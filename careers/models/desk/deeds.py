"""Who did what when: the audit trail."""

from typing import Any, Self

from django.conf import settings
from django.db import models

from careers.models.career import Career
from careers.models.catalogue import Catalogue
from careers.models.desk.roots import Root, naming


class DeedQuerySet(models.QuerySet[Any]):
    """Filters on what was done."""

    def of(self, root: Root) -> Self:
        """What was done to one guide or to one catalogue."""
        return self.filter(**naming(root))


class Deed(models.Model):
    """One thing that somebody did; it stays when its guide or its person goes."""

    class What(models.TextChoices):
        """The kinds of things that are done on the desk."""

        ADDED = "added"
        EDITED = "edited"
        DELETED = "deleted"
        ORDERED = "reordered"
        RENAMED = "renamed"
        NAMED = "named the draft"
        ASKED = "asked for review"
        APPROVED = "approved"
        SENT_BACK = "sent back"
        COMMENTED = "commented"
        RESOLVED = "resolved a comment"
        PUBLISHED = "published"
        SCHEDULED = "scheduled"
        WITHDRAWN = "cancelled the schedule"
        REVERTED = "reverted"
        IMPORTED = "imported"
        LOADED = "loaded"
        SHARED = "shared a preview"
        SETTLED = "changed the care"

    at = models.DateTimeField()
    first_at = models.DateTimeField(help_text="Before `at` where several saves of one person were folded into one.")
    times = models.PositiveIntegerField(default=1, help_text="Saves that were folded into this one.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    who = models.CharField(max_length=254, help_text="How the person was called then; empty for a command.", blank=True)
    what = models.CharField(max_length=30, choices=What)
    career = models.ForeignKey(Career, null=True, on_delete=models.SET_NULL, related_name="+")
    catalogue = models.ForeignKey(Catalogue, null=True, on_delete=models.SET_NULL, related_name="+")
    subject = models.CharField(max_length=200, help_text="How the guide or the catalogue was called then.")
    model = models.CharField(max_length=40, blank=True, help_text="Of the row, such as section.")
    row = models.CharField(max_length=40, blank=True, help_text="The row's primary key then.")
    place = models.CharField(max_length=200, blank=True, help_text="How the row was called then.")
    words = models.TextField(blank=True)

    objects = DeedQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "-pk")
        indexes = (models.Index(fields=("-at", "-id"), name="deed_newest_first"),)

    def __str__(self) -> str:
        return f"{self.who} {self.what} {self.place or self.subject}"
