"""What can be done and asked: conditions, actions with what they lift, and scenario items."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models

from careers.models.catalogue import PROFICIENCY, CatalogueRow, between
from careers.models.fields import LinesField
from careers.models.rows import Row

MONTH_DAY = RegexValidator(r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\Z", "is not a month and day such as 07-15")


class Condition(CatalogueRow):
    """Something that actions ask for, of the person or of the organization."""

    class Scope(models.TextChoices):
        """Whose condition it is."""

        PROFILE = "profile", "A fact about the person or their site"
        ORGANIZATION = "organization", "Something to arrange"

    scope = models.CharField(max_length=20, choices=Scope)
    name = models.CharField(max_length=200)
    prerequisite = models.CharField(max_length=80, blank=True, help_text="Key of the gate that says the same.")
    met_by_actions = LinesField(help_text="Keys of actions, one to a line.")

    def __str__(self) -> str:
        return self.name


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
    weeks_min = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    weeks_max = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    hours_min = models.PositiveSmallIntegerField()
    hours_max = models.PositiveSmallIntegerField()
    cost_min_usd = models.PositiveIntegerField("cost min USD")
    cost_max_usd = models.PositiveIntegerField("cost max USD")
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
    source_url = models.URLField(max_length=600, blank=True)
    confidence = models.CharField(max_length=10, choices=Confidence)
    note = models.TextField(blank=True)

    class Meta(CatalogueRow.Meta):
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *CatalogueRow.Meta.constraints,
            models.CheckConstraint(
                name="action_weeks_in_order",
                condition=models.Q(weeks_min__gte=1, weeks_max__gte=models.F("weeks_min")),
                violation_error_message="Weeks max is below weeks min.",
            ),
            models.CheckConstraint(
                name="action_hours_in_order",
                condition=models.Q(hours_max__gte=models.F("hours_min")),
                violation_error_message="Hours max is below hours min.",
            ),
            models.CheckConstraint(
                name="action_cost_in_order",
                condition=models.Q(cost_max_usd__gte=models.F("cost_min_usd")),
                violation_error_message="Cost max is below cost min.",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Lift(Row):
    """What an action does for a skill: from `low` up to below `high`, it lifts to `high`."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="lifts")
    skill = models.CharField(max_length=80, help_text="Key of a skill.")
    low = models.PositiveSmallIntegerField("from", validators=[MaxValueValidator(4)])
    high = models.PositiveSmallIntegerField("to", validators=PROFICIENCY)

    class Meta(Row.Meta):
        constraints = (
            models.UniqueConstraint(fields=("action", "skill"), name="lift_once_per_skill"),
            models.CheckConstraint(
                name="lift_goes_up",
                condition=models.Q(high__gt=models.F("low")) & between("high", 1, 5),
                violation_error_message="To has to be above from.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.skill} {self.low} to {self.high}"


class Window(Row):
    """A yearly period in which a dated action has to start or end, as month and day."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="windows")
    start = models.CharField(max_length=5, validators=[MONTH_DAY])
    end = models.CharField(max_length=5, validators=[MONTH_DAY])

    def __str__(self) -> str:
        return f"{self.start} to {self.end}"


class Item(CatalogueRow):
    """A scenario question with one key."""

    skill = models.CharField(max_length=80, help_text="Key of a skill.")
    difficulty = models.PositiveSmallIntegerField(validators=PROFICIENCY)
    level_probed = models.PositiveSmallIntegerField(validators=PROFICIENCY)
    stem = models.TextField()
    right_option = models.CharField("key", max_length=1)
    reference_title = models.CharField(max_length=300)
    reference_year = models.CharField(max_length=40)
    reference_url = models.URLField(max_length=600, blank=True)

    class Meta(CatalogueRow.Meta):
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
