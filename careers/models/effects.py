"""What an action lifts, and when it can be done."""

from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models

from careers.models.actions import Action
from careers.models.catalogue import PROFICIENCY, between
from careers.models.rows import Row

MONTH_DAY = RegexValidator(r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\Z", "is not a month and day such as 07-15")


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
