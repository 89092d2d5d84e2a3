"""What all ordered rows of a document share."""

from django.core.validators import RegexValidator
from django.db import models

KEY = RegexValidator(r"^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*\Z", "is not a key: letters, digits, - and _ only")


def key_field() -> "models.CharField[str, str]":
    """A stable name that other rows and users' data refer to."""
    return models.CharField(max_length=80, validators=[KEY])


class Row(models.Model):
    """A row with a place in its list."""

    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ("position", "pk")
