"""Who the user is and what they can give."""

from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models


class Profession(models.TextChoices):
    """The professions that the catalogue tells apart."""

    PHYSICIAN = "physician", "Physician"
    NURSE = "nurse", "Nurse"
    PHARMACIST = "pharmacist", "Pharmacist"
    DENTIST = "dentist", "Dentist"
    OTHER_CLINICIAN = "other-clinician", "Other clinician"
    NON_CLINICIAN = "non-clinician", "Not a clinician"


class Ehr(models.TextChoices):
    """The electronic health record in use where the user works."""

    EPIC = "epic", "Epic"
    ORACLE = "oracle", "Oracle Health (Cerner)"
    MEDITECH = "meditech", "Meditech"
    OTHER = "other", "Another one"
    NONE = "none", "None, or I do not work at a site"


CONDITIONS_OF_EHR = {"org-epic": Ehr.EPIC}
"""Conditions of the catalogue that the EHR in use answers, so that nobody is asked twice."""


class GateState(models.TextChoices):
    """How a gate stands for the user."""

    MET = "met", "Met"
    IN_PROGRESS = "in_progress", "In progress"
    NOT_MET = "not_met", "Not met"
    NOT_APPLICABLE = "not_applicable", "Does not apply to me"


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


class HeldCondition(models.Model):
    """A condition of the catalogue that the user holds, or has ruled out."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="conditions")
    condition = models.CharField(max_length=80)
    ruled_out = models.BooleanField(default=False)

    class Meta:
        ordering = ("condition",)
        constraints = (models.UniqueConstraint(fields=("profile", "condition"), name="condition_once_per_profile"),)

    def __str__(self) -> str:
        return self.condition


class ProfileGate(models.Model):
    """How one gate stands for the user."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="gates")
    gate = models.CharField(max_length=80)
    state = models.CharField(max_length=20, choices=GateState)

    class Meta:
        ordering = ("gate",)
        constraints = (models.UniqueConstraint(fields=("profile", "gate"), name="gate_once_per_profile"),)

    def __str__(self) -> str:
        return f"{self.gate}: {self.state}"


class BlockedWeek(models.Model):
    """A week in which the user can give nothing, named by its Monday."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="blocked_weeks")
    monday = models.DateField()

    class Meta:
        ordering = ("monday",)
        constraints = (
            models.UniqueConstraint(fields=("profile", "monday"), name="blocked_week_once_per_profile"),
            models.CheckConstraint(name="blocked_week_is_a_monday", condition=models.Q(monday__iso_week_day=1)),
        )

    def __str__(self) -> str:
        return self.monday.isoformat()
