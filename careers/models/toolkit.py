"""The documents of a career's toolkit as they were published."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce, NullIf

from careers.models.career import Career
from careers.models.published import Edition, InstrumentVersion, Published, PublishedQuerySet

# SQLite says null where a guide has no abbreviation.
SHORT = Coalesce(NullIf(KT("document__abbreviation"), models.Value("null", models.TextField())), KT("document__title"))


class ToolkitEditionQuerySet(PublishedQuerySet):
    """Filters on editions of toolkit documents."""

    owner = ("career", "kind")

    def latest_of_each(self) -> Self:
        """The last published document of each kind, whenever it is live from."""
        same = {name: models.OuterRef(name) for name in self.owner}
        newer = self.model._default_manager.filter(**same, number__gt=models.OuterRef("number"))
        return self.filter(~models.Exists(newer)).order_by("kind")

    def for_readers(self, slug: str, at: datetime) -> Self:
        """The live documents of one career whose guide is live, with `title`, `short` and `competencies` (JSON text).

        Both names are the guide's own, and the competencies those of the live catalogue; all of it is one query.
        """
        guide = Edition.objects.for_slug(slug).live(at)
        catalogue = InstrumentVersion.objects.for_slug(slug).live(at)
        return (
            self.filter(career__slug=slug)
            .live(at)
            .annotate(
                title=models.Subquery(guide.values(name=KT("document__title"))[:1]),
                short=models.Subquery(guide.values(name=SHORT)[:1]),
                competencies=models.Subquery(catalogue.values(part=KT("document__competencies"))[:1]),
            )
            .filter(title__isnull=False)
        )


class ToolkitEdition(Published):
    """One kind of toolkit document as it was published; the kinds are those of careers.checks.toolkit."""

    career = models.ForeignKey(Career, on_delete=models.PROTECT, related_name="toolkit")
    kind = models.SlugField(max_length=40)

    objects = ToolkitEditionQuerySet.as_manager()

    class Meta(Published.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("career", "kind", "number"), name="toolkit_edition_number_once_per_career_and_kind"
            ),
        )

    def __str__(self) -> str:
        return f"{self.career} {self.kind} {self.number}"
