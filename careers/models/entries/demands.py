"""What employers ask for."""

from django.db import models

from careers.models.entries.base import SourcedEntry, TitledEntry
from careers.models.fields import LinesField


class EducationRequirement(TitledEntry, SourcedEntry):
    """A degree, license or record that employers ask for, and how firmly."""

    class Necessity(models.TextChoices):
        """How firmly employers ask."""

        REQUIRED = "required"
        EXPECTED = "expected"
        HELPFUL = "helpful"

    necessity = models.CharField(max_length=10, choices=Necessity)


class SkillDescription(TitledEntry):
    """A skill as the guide tells it, tied to the skills of the assessment."""

    skill = models.CharField(max_length=80, blank=True, help_text="Key of a skill.")
    also = LinesField(help_text="Keys of further skills, one to a line.")
