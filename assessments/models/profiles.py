"""Who the user is and what they can give."""

from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from assessments.models.choices import Ehr, Profession


class ProfileQuerySet(models.QuerySet["Profile"]):
    """Filters on profiles."""

    def whole(self) -> "ProfileQuerySet":
        """With conditions, gates and blocked weeks, in one query each."""
        return self.prefetch_related("conditions", "gates", "blocked_weeks")


class Profile(models.Model):
    """One user's situation; everything is optional, and what is missing is asked for where it is needed."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profile")
    profession = models.CharField(max_length=20, choices=Profession, blank=True)
    country = models.CharField(max_length=2, blank=True)
    ehr = models.CharField("EHR in use", max_length=20, choices=Ehr, blank=True)
    target_level = models.CharField(max_length=80, blank=True)
    hours_per_week = models.DecimalField(
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0.5), MaxValueValidator(80)],
    )
    budget_usd = models.PositiveIntegerField("budget in USD", null=True, blank=True)
    target_date = models.DateField(null=True, blank=True)
    gates_answered = models.BooleanField(default=False)
    conditions_answered = models.BooleanField(default=False)

    objects = ProfileQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="profile_hours_half_to_eighty",
                condition=models.Q(hours_per_week__isnull=True)
                | models.Q(hours_per_week__gte=0.5, hours_per_week__lte=80),
            ),
        )

    def __str__(self) -> str:
        return f"Profile {self.pk}"

    @property
    def blocked(self) -> list[date]:
        """The Mondays of the blocked weeks; none before the profile is saved."""
        return [week.monday for week in self.blocked_weeks.all()] if self.pk else []
