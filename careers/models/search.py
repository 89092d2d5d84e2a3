"""What the index, the search and the counts are made from: derived from publications, and rebuilt from them at will."""

from datetime import UTC, datetime
from typing import Any, Self

from django.db import models

from careers.models.published import Edition, InstrumentVersion

FOREVER = datetime(9999, 12, 31, tzinfo=UTC)
"""The end of what has no end yet: a value and not NULL, so that one comparison tells what is live."""


class DerivedQuerySet(models.QuerySet[Any]):
    """Filters on what was derived from publications."""

    def live(self, at: datetime) -> Self:
        """The rows of the publications that readers see at that time."""
        return self.filter(live_from__lte=at, live_until__gt=at)


class Derived(models.Model):
    """A row made from one publication, with the time in which readers see that one."""

    edition = models.ForeignKey(Edition, null=True, on_delete=models.CASCADE, related_name="+")
    version = models.ForeignKey(InstrumentVersion, null=True, on_delete=models.CASCADE, related_name="+")
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(default=FOREVER)

    objects = DerivedQuerySet.as_manager()

    class Meta:
        abstract = True


class SearchEntry(Derived):
    """One thing that can be found: its texts to show, and their words in the form that is compared.

    Columns for the full-text search of the database in use are added by the migration.
    """

    class Kind(models.TextChoices):
        """The kinds of things that can be found, in the order in which results are shown."""

        GUIDE = "guide"
        SECTION = "section"
        SKILL = "skill"
        QUESTION = "question"
        ACTION = "action"

    kind = models.CharField(max_length=10, choices=Kind)
    slug = models.CharField(max_length=80, help_text="Of the career.")
    place = models.PositiveIntegerField(help_text="Within the publication.")
    part = models.CharField(max_length=30, blank=True, help_text="The kind of section that it is.")
    anchor = models.CharField(max_length=80, blank=True, help_text="The section of the guide where it stands.")
    key = models.CharField(max_length=80, blank=True, help_text="Of a skill or an action.")
    title = models.CharField(max_length=300)
    context = models.TextField(blank=True, help_text="What it belongs to.")
    text = models.TextField(blank=True, help_text="What excerpts are made from.")
    words = models.TextField(help_text="The title's words as they are compared, with single spaces.")
    body_words = models.TextField(blank=True, help_text="The text's words as they are compared, with single spaces.")
    card = models.JSONField(null=True, help_text="Of a guide: its row of the index. Of a section: what it lists.")
    is_assessed = models.BooleanField(default=False)
    pay_basis = models.CharField(max_length=10, blank=True)
    figures = models.PositiveIntegerField(default=0)
    disputed = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = (
            # One page of a list is found here, whatever the filters, before any row is read.
            models.Index(
                fields=("kind", "title", "is_assessed", "pay_basis", "live_from", "live_until"), name="entry_by_title"
            ),
            models.Index(fields=("slug", "kind"), name="entry_by_slug"),
            # Counts are answered from this index alone.
            models.Index(
                fields=("kind", "is_assessed", "pay_basis", "live_from", "live_until", "figures", "disputed"),
                name="entry_counts",
            ),
        )

    def __str__(self) -> str:
        return self.title


class SearchSource(Derived):
    """A source that a guide names, so that the sources of all guides can be counted once each."""

    digest = models.CharField(max_length=64)

    class Meta:
        indexes = (models.Index(fields=("digest", "live_from", "live_until"), name="source_counts"),)

    def __str__(self) -> str:
        return self.digest


class SearchWord(models.Model):
    """A word that some entry holds, as it can be read: what is offered where nothing is found."""

    word = models.CharField(max_length=40, unique=True)
    initial = models.CharField(max_length=1)
    length = models.PositiveSmallIntegerField()

    class Meta:
        indexes = (models.Index(fields=("initial", "length", "word"), name="word_by_shape"),)

    def __str__(self) -> str:
        return self.word
