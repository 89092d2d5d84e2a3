"""What speaks for the job and against it, and what readers ask."""

from django.db import models

from careers.models.entries.base import Entry, SourcedEntry, TitledEntry


class Benefit(TitledEntry):
    """Something that speaks for the job."""

    class Meta(TitledEntry.Meta):
        verbose_name = "advantage"


class Drawback(TitledEntry):
    """Something that speaks against the job."""


class Question(Entry, SourcedEntry):
    """A frequently asked question and its answer."""

    question = models.CharField(max_length=300)
    answer = models.TextField()

    def __str__(self) -> str:
        return self.question
