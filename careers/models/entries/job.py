"""What the job is: its duties, its tools and its neighbors."""

from django.db import models

from careers.models.entries.base import Entry, SourcedEntry, TitledEntry
from careers.models.fields import LinesField


class Comparison(Entry, SourcedEntry):
    """How a neighboring role differs."""

    role = models.CharField(max_length=120)
    career_slug = models.SlugField("guide", max_length=80, blank=True, help_text="Slug of its guide, if there is one.")
    focus = models.TextField()
    difference = models.TextField()

    def __str__(self) -> str:
        return self.role


class Duty(TitledEntry):
    """Something the job consists of."""

    class Meta(TitledEntry.Meta):
        verbose_name_plural = "duties"


class ToolGroup(Entry):
    """A group of tools and what they are for."""

    name = models.CharField(max_length=120)
    items = LinesField()
    note = models.TextField()

    def __str__(self) -> str:
        return self.name


class Specialization(Entry, SourcedEntry):
    """A niche of the job and the skills it draws on."""

    title = models.CharField(max_length=200)
    body = models.TextField()
    skills = LinesField(help_text="Keys of skills, one to a line.")

    def __str__(self) -> str:
        return self.title
