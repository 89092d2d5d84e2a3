"""What readers are served: numbered, immutable documents."""

from datetime import datetime
from typing import Any, Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models.fields.json import KT

from careers.models.career import Career
from careers.models.catalogue import Catalogue


class PublishedQuerySet(models.QuerySet[Any]):
    """Filters on numbered documents; the owner is what they are numbered for."""

    owner: tuple[str, ...]

    def live(self, at: datetime) -> Self:
        """The one document of each owner that readers see at that time: of those due, the last."""
        same = {name: models.OuterRef(name) for name in self.owner}
        newer = self.model._default_manager.filter(**same, live_from__lte=at, number__gt=models.OuterRef("number"))
        return self.filter(~models.Exists(newer), live_from__lte=at)

    def waiting(self, at: datetime) -> Self:
        """Those that readers will see later: the one that is scheduled, where there is one."""
        return self.filter(live_from__gt=at)

    def standing(self) -> Self:
        """All but those whose schedule was cancelled."""
        return self.filter(live_from__isnull=False)


class EditionQuerySet(PublishedQuerySet):
    """Filters on editions of guides."""

    owner = ("career",)

    def for_slug(self, slug: str) -> Self:
        """The editions of one career."""
        return self.filter(career__slug=slug)

    def due(self, at: datetime) -> Self:
        """Those that readers may see at that time: live ones and earlier ones, none that waits for its day."""
        return self.filter(live_from__lte=at)

    def in_brief(self, at: datetime) -> Self:
        """Without documents, but with their review dates and with the time of the career's next edition."""
        later = self.model._default_manager.filter(career=models.OuterRef("career"), live_from__gt=at)
        return self.defer("document").annotate(
            reviewed_on=KT("document__reviewed_on"),
            review_by=KT("document__review_by"),
            next_from=models.Subquery(later.order_by("live_from").values("live_from")[:1]),
        )


class InstrumentVersionQuerySet(PublishedQuerySet):
    """Filters on versions of instruments."""

    owner = ("catalogue",)

    def for_slug(self, slug: str) -> Self:
        """The versions for one career."""
        return self.filter(catalogue__career__slug=slug)


class Published(models.Model):
    """A numbered document with the time from which it is live; it is never changed."""

    number = models.PositiveIntegerField()
    document = models.JSONField()
    token = models.UUIDField(
        default=uuid4, editable=False, help_text="Tells this publication from every other, also after a restore."
    )
    live_from = models.DateTimeField(
        null=True, blank=True, help_text="Empty where its schedule was cancelled: no reader ever saw it."
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        abstract = True
        ordering = ("-number",)

    @property
    def starts(self) -> datetime:
        """From when readers see it; not to be asked of one whose schedule was cancelled."""
        assert self.live_from is not None  # noqa: S101 - those are left out by every filter on what is live or due
        return self.live_from


class Edition(Published):
    """A guide as it was published."""

    career = models.ForeignKey(Career, verbose_name="guide", on_delete=models.PROTECT, related_name="published")

    objects = EditionQuerySet.as_manager()

    class Meta(Published.Meta):
        constraints = (models.UniqueConstraint(fields=("career", "number"), name="edition_number_once_per_career"),)

    def __str__(self) -> str:
        return f"{self.career}, edition {self.number}"


class InstrumentVersion(Published):
    """The catalogue as it was published; attempts, results and plans name the version they were made with."""

    catalogue = models.ForeignKey(
        Catalogue, verbose_name="instrument", on_delete=models.PROTECT, related_name="published"
    )

    objects = InstrumentVersionQuerySet.as_manager()

    class Meta(Published.Meta):
        constraints = (
            models.UniqueConstraint(fields=("catalogue", "number"), name="version_number_once_per_catalogue"),
        )

    def __str__(self) -> str:
        return f"{self.catalogue}, version {self.number}"
