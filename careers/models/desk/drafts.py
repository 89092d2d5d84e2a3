"""What was edited since the last publication, and by whom."""

from typing import Self

from django.conf import settings
from django.db import models

from careers.models.desk.roots import OfRoot, OfRootQuerySet


class DraftQuerySet(OfRootQuerySet):
    """Filters on drafts."""

    def open(self) -> Self:
        """Those that were not published yet: one for each guide and for the catalogue at most."""
        return self.filter(ended_at=None)


class Draft(OfRoot):
    """All that was edited between two publications, under one name; the content itself stands in the working rows."""

    name = models.CharField(max_length=120)
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    authors = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    review_asked_at = models.DateTimeField(null=True, blank=True)
    review_asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    approved_digest = models.CharField(
        max_length=64, blank=True, help_text="Of the document that was approved: what is edited later was not."
    )
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When it was published.")
    published_as = models.PositiveIntegerField(null=True, blank=True, help_text="The number that it was published as.")

    objects = DraftQuerySet.as_manager()

    class Meta(OfRoot.Meta):
        ordering = ("-started_at", "-pk")
        constraints = (
            *OfRoot.Meta.constraints,
            *(
                models.UniqueConstraint(
                    fields=(root,), condition=models.Q(ended_at=None), name=f"one_open_draft_of_{root}"
                )
                for root in ("career", "catalogue")
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_in_review(self) -> bool:
        """Whether a reviewer's answer is waited for."""
        return self.review_asked_at is not None and self.approved_at is None

    def is_approved(self, digest: str) -> bool:
        """Whether exactly the document with this digest was approved."""
        return bool(digest) and self.approved_digest == digest


class Presence(OfRoot):
    """Who has a page of a guide or of the catalogue open, and when their browser last said so."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    page = models.CharField(max_length=200)
    seen_at = models.DateTimeField()

    objects = OfRootQuerySet.as_manager()

    class Meta(OfRoot.Meta):
        constraints = (
            *OfRoot.Meta.constraints,
            *(
                models.UniqueConstraint(
                    fields=("user", root), condition=models.Q(**{f"{root}__isnull": False}), name=f"one_place_in_{root}"
                )
                for root in ("career", "catalogue")
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} in {self.page}"


class KeptForm(models.Model):
    """What somebody typed into a form of the desk and could not save yet; it is there when they come back."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=200)
    entries = models.JSONField(help_text="Name and values, as the browser sent them.")
    kept_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "path"), name="one_kept_form_a_page"),)

    def __str__(self) -> str:
        return self.path
