"""What reviewers and authors say about one field."""

from typing import Self

from django.conf import settings
from django.db import models

from careers.models.desk.roots import OfRoot, OfRootQuerySet


class CommentQuerySet(OfRootQuerySet):
    """Filters on comments."""

    def open(self) -> Self:
        """Those that nobody has resolved."""
        return self.filter(resolved_at=None)


class Comment(OfRoot):
    """A remark on one field; the place is told by keys, so that it outlives the rows that a revert replaces."""

    model = models.CharField(max_length=40, help_text="Of the row, such as section; career for what stands on top.")
    key = models.CharField(max_length=120, blank=True, help_text="The row's slug or key.")
    field = models.CharField(max_length=60, help_text="Name of the field, such as body.")
    text = models.TextField(max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    resolved_with = models.PositiveIntegerField(
        null=True, blank=True, help_text="The number of the publication that resolved it."
    )

    objects = CommentQuerySet.as_manager()

    class Meta(OfRoot.Meta):
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.model} {self.key} {self.field}"
