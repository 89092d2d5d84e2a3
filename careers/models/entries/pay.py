"""What the job pays, by level and by country."""

from django.db import models

from careers.models.entries.base import Entry, TitledEntry
from careers.models.rows import key_field


class PayFactor(TitledEntry):
    """Something that moves pay."""


class LevelPay(Entry):
    """The pay figures of one level of the ladder."""

    level = key_field()
    title = models.CharField(max_length=120, blank=True)
    median_figure = models.CharField(max_length=80, blank=True, help_text="Key of a figure.")
    average_figure = models.CharField(max_length=80, blank=True, help_text="Key of a figure.")

    class Meta(Entry.Meta):
        verbose_name_plural = "pay by level"

    def __str__(self) -> str:
        return self.title or self.level


class Country(Entry):
    """Pay in one country, in its own currency and in USD."""

    country = models.CharField("country code", max_length=2)
    name = models.CharField(max_length=80)
    currency = models.CharField(max_length=3)
    low = models.PositiveIntegerField()
    high = models.PositiveIntegerField()
    usd_low = models.PositiveIntegerField()
    usd_high = models.PositiveIntegerField()
    figure = models.CharField(max_length=80, help_text="Key of a figure.")
    note = models.TextField()

    class Meta(Entry.Meta):
        verbose_name_plural = "countries"

    def __str__(self) -> str:
        return self.name
