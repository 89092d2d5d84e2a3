"""Scenario questions."""

from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models

from careers.models.catalogue import PROFICIENCY, CatalogueRow, between
from careers.models.rows import Row


class Item(CatalogueRow):
    """A scenario question with one key."""

    skill = models.CharField(max_length=80, help_text="Key of a skill.")
    difficulty = models.PositiveSmallIntegerField(validators=PROFICIENCY)
    level_probed = models.PositiveSmallIntegerField(validators=PROFICIENCY)
    stem = models.TextField()
    right_option = models.CharField("key", max_length=1)
    reference_title = models.CharField(max_length=300)
    reference_year = models.CharField(max_length=40)
    reference_url = models.URLField("web address of the reference", max_length=600, blank=True)

    class Meta(CatalogueRow.Meta):
        verbose_name = "scenario item"
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *CatalogueRow.Meta.constraints,
            models.CheckConstraint(name="item_level_1_to_5", condition=between("level_probed", 1, 5)),
        )

    def __str__(self) -> str:
        return self.stem


class Option(Row):
    """An answer to a scenario item and the reason for or against it."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="options")
    key = models.CharField(max_length=1, validators=[RegexValidator(r"^[A-F]\Z", "is not a letter from A to F")])
    text = models.TextField()
    rationale = models.TextField()

    class Meta(Row.Meta):
        constraints = (models.UniqueConstraint(fields=("item", "key"), name="option_key_once_per_item"),)

    def __str__(self) -> str:
        return self.text
