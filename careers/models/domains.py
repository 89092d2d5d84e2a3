"""Groups of skills with their weights, and the catalogue's sources."""

from django.db import models

from careers.models.catalogue import CatalogueRow
from careers.models.fields import LinesField
from careers.models.rows import Row


class CatalogueSource(CatalogueRow):
    """Where the catalogue's claims come from."""

    title = models.CharField(max_length=300)
    year = models.CharField(max_length=40)
    url = models.URLField("web address", max_length=600, blank=True)
    supports = models.TextField()
    access = models.CharField(max_length=40)

    class Meta(CatalogueRow.Meta):
        verbose_name = "instrument source"

    def __str__(self) -> str:
        return self.title


class Domain(CatalogueRow):
    """A group of skills."""

    name = models.CharField(max_length=120)
    weight = models.PositiveSmallIntegerField()
    weight_rationale = models.TextField()
    sources = LinesField()

    def __str__(self) -> str:
        return self.name


class DomainWeight(Row):
    """What a domain weighs at one level."""

    domain = models.ForeignKey(Domain, on_delete=models.CASCADE, related_name="weights")
    level = models.CharField(max_length=80)
    weight = models.PositiveSmallIntegerField()

    class Meta(Row.Meta):
        constraints = (models.UniqueConstraint(fields=("domain", "level"), name="domain_weight_once_per_level"),)

    def __str__(self) -> str:
        return f"{self.level}: {self.weight}"
