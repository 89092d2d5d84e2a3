"""The numbers of a guide."""

from django.db import models

from careers.models.career import Career
from careers.models.fields import LinesField
from careers.models.rows import Row, key_field
from careers.models.sources import YEARS


class Figure(Row):
    """One published number, either a value or a range, with unit, place, year, sample size and source."""

    class Measure(models.TextChoices):
        """What the number measures."""

        PAY = "pay"
        GROWTH = "growth"
        OPENINGS = "openings"
        SHARE = "share"
        COUNT = "count"
        COST = "cost"
        DURATION = "duration"
        OTHER = "other"

    career = models.ForeignKey(Career, verbose_name="guide", on_delete=models.CASCADE, related_name="figures")
    key = key_field()
    label = models.CharField(max_length=200)
    measure = models.CharField(max_length=20, choices=Measure)
    value = models.DecimalField(max_digits=14, decimal_places=3, null=True, blank=True)
    low = models.DecimalField(max_digits=14, decimal_places=3, null=True, blank=True)
    high = models.DecimalField(max_digits=14, decimal_places=3, null=True, blank=True)
    open_ended = models.BooleanField("or more", default=False)
    estimate = models.BooleanField(null=True, blank=True)
    unit = models.CharField(max_length=20, help_text="USD, percent, years …")
    period = models.CharField(max_length=20, blank=True, help_text="year, month or hour")
    geography = models.CharField("place", max_length=20, help_text="Country code, or GLOBAL.")
    year = models.PositiveSmallIntegerField(null=True, blank=True, validators=YEARS)
    sample_size = models.PositiveIntegerField(null=True, blank=True)
    source = models.CharField(max_length=80, help_text="Key of a source.")
    note = models.TextField(blank=True)
    conflicts_with = LinesField(help_text="Keys of figures that disagree, one to a line.")

    class Meta(Row.Meta):
        constraints = (
            models.UniqueConstraint(fields=("career", "key"), name="figure_key_once_per_career"),
            models.CheckConstraint(
                name="figure_value_or_range",
                condition=models.Q(value__isnull=False, low__isnull=True, high__isnull=True)
                | models.Q(value__isnull=True, low__isnull=False),
                violation_error_message="Give either a value or a range that begins with low.",
            ),
            models.CheckConstraint(
                name="figure_range_in_order",
                condition=models.Q(high__isnull=True) | models.Q(high__gte=models.F("low")),
                violation_error_message="High is below low.",
            ),
        )

    def __str__(self) -> str:
        return self.label
