"""What the job pays, by level and by country."""

from django.core.validators import MinValueValidator
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


def _purchasing_power(end: str) -> "models.PositiveIntegerField[int | None, int | None]":
    words = "Purchasing-power dollars: what a dollar buys in the United States."
    return models.PositiveIntegerField(
        f"PPP {end}", null=True, blank=True, validators=[MinValueValidator(1)], help_text=words
    )


class Country(Entry):
    """Pay in one country: in its own currency, in USD, and in purchasing-power dollars where they were worked out."""

    country = models.CharField("country code", max_length=2)
    name = models.CharField(max_length=80)
    currency = models.CharField(max_length=3)
    low = models.PositiveIntegerField()
    high = models.PositiveIntegerField()
    usd_low = models.PositiveIntegerField("low in US dollars")
    usd_high = models.PositiveIntegerField("high in US dollars")
    ppp_low = _purchasing_power("low")
    ppp_high = _purchasing_power("high")
    figure = models.CharField(max_length=80, help_text="Key of a figure.")
    note = models.TextField(blank=True)

    class Meta(Entry.Meta):
        verbose_name_plural = "countries"
        constraints = (
            models.CheckConstraint(
                name="country_ppp_in_order",
                condition=models.Q(ppp_low__isnull=True, ppp_high__isnull=True)
                | models.Q(
                    ppp_low__isnull=False, ppp_high__isnull=False, ppp_low__gte=1, ppp_high__gte=models.F("ppp_low")
                ),
                violation_error_message="Give both purchasing-power ends, the higher one last, or neither.",
            ),
        )

    def __str__(self) -> str:
        return self.name
