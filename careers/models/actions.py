"""What can be done."""

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models

from careers.models.catalogue import CatalogueRow
from careers.models.fields import LinesField


class Action(CatalogueRow):
    """Something that can be done: the learner's total hours, calendar weeks, costs out of pocket in USD."""

    class Kind(models.TextChoices):
        """What sort of action it is."""

        APPLICATION = "application"
        CERTIFICATION = "certification"
        COURSE = "course"
        EDUCATION = "education"
        FELLOWSHIP = "fellowship"
        MENTORING = "mentoring"
        NETWORKING = "networking"
        PROJECT = "project"
        READING = "reading"
        ROLE = "role"

    class WindowEnd(models.TextChoices):
        """Which day of the action falls in the yearly window."""

        START = "start", "Its first day"
        END = "end", "Its last day"

    class Confidence(models.TextChoices):
        """Whether the facts were read in the source."""

        VERIFIED = "verified"
        ESTIMATE = "estimate"

    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=200)
    provider = models.CharField(max_length=200, blank=True)
    summary = models.TextField()
    weeks_min = models.PositiveSmallIntegerField("fewest weeks", validators=[MinValueValidator(1)])
    weeks_max = models.PositiveSmallIntegerField("most weeks", validators=[MinValueValidator(1)])
    hours_min = models.PositiveSmallIntegerField("fewest hours")
    hours_max = models.PositiveSmallIntegerField("most hours")
    cost_min_usd = models.PositiveIntegerField("lowest cost")
    cost_max_usd = models.PositiveIntegerField("highest cost")
    paid_time = models.BooleanField(default=False, help_text="Work inside a paid post: no free hours.")
    big_move = models.BooleanField(default=False, help_text="A change of post or a degree.")
    requires_actions = LinesField(help_text="Keys of actions, one to a line.")
    requires_conditions = LinesField(help_text="Keys of conditions, one to a line.")
    satisfies = LinesField(help_text="Keys of gates, one to a line.")
    evidence = models.TextField()
    repeatable = models.BooleanField(default=False)
    window_on = models.CharField(max_length=5, choices=WindowEnd, blank=True)
    source_title = models.CharField(max_length=300, blank=True)
    source_year = models.CharField(max_length=40, blank=True)
    source_url = models.URLField("web address of the source", max_length=600, blank=True)
    confidence = models.CharField(max_length=10, choices=Confidence)
    note = models.TextField(blank=True)

    class Meta(CatalogueRow.Meta):
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *CatalogueRow.Meta.constraints,
            models.CheckConstraint(
                name="action_weeks_in_order",
                condition=models.Q(weeks_min__gte=1, weeks_max__gte=models.F("weeks_min")),
                violation_error_message="The most weeks are below the fewest.",
            ),
            models.CheckConstraint(
                name="action_hours_in_order",
                condition=models.Q(hours_max__gte=models.F("hours_min")),
                violation_error_message="The most hours are below the fewest.",
            ),
            models.CheckConstraint(
                name="action_cost_in_order",
                condition=models.Q(cost_max_usd__gte=models.F("cost_min_usd")),
                violation_error_message="The highest cost is below the lowest.",
            ),
        )

    def __str__(self) -> str:
        return self.name
