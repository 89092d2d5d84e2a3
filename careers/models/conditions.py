"""What actions ask for."""

from django.db import models

from careers.models.catalogue import CatalogueRow
from careers.models.fields import LinesField


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
