"""Lines and passages of a section beside its body."""

from django.db import models

from careers.models.entries.base import Entry


class Point(Entry):
    """One line of one of a section's lists, such as a benefit or a red flag."""

    list = models.CharField(max_length=40)
    text = models.TextField()

    def __str__(self) -> str:
        return self.text


class Passage(Entry):
    """A text of a section beside its body, such as the one on visas."""

    name = models.CharField(max_length=40)
    text = models.TextField()

    class Meta(Entry.Meta):
        constraints = (models.UniqueConstraint(fields=("section", "name"), name="passage_name_once_per_section"),)

    def __str__(self) -> str:
        return self.name
