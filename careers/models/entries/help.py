"""What helps the reader on: people, documents and the tools of this site."""

from django.db import models

from careers.models.entries.base import Entry


class Resource(Entry):
    """An organization or event that supports people."""

    name = models.CharField(max_length=200)
    abbreviation = models.CharField(max_length=20, blank=True)
    audience = models.CharField(max_length=200)
    what = models.TextField()
    url = models.URLField("web address", max_length=600, blank=True)

    def __str__(self) -> str:
        return self.name


class ToolkitItem(Entry):
    """A document to start an application from."""

    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    blurb = models.TextField()
    source = models.CharField(max_length=80, help_text="Key of a source.")
    document = models.TextField()

    def __str__(self) -> str:
        return self.title


class Promise(Entry):
    """What a tool of this site gives the reader."""

    title = models.CharField(max_length=200)
    promise = models.TextField()

    def __str__(self) -> str:
        return self.title
