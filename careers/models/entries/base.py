"""What all rows of a section share."""

from django.db import models

from careers.models.rows import Row
from careers.models.sections import Section


class Entry(Row):
    """A row of a section."""

    section = models.ForeignKey(Section, on_delete=models.CASCADE)

    class Meta(Row.Meta):
        abstract = True


class TitledEntry(Entry):
    """A row with a title and a text."""

    title = models.CharField(max_length=200)
    detail = models.TextField()

    class Meta(Entry.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.title


class SourcedEntry(models.Model):
    """A row that may name its own source; without one, the section's sources hold."""

    source = models.CharField(max_length=80, blank=True, help_text="Key of a source; empty: the section's sources.")

    class Meta:
        abstract = True
