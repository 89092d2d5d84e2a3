"""The typed rows of a guide's sections, one model for each sort of entry."""

from django.db import models

from careers.models.careers import Section
from careers.models.fields import LinesField
from careers.models.rows import Row, key_field


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


class Step(Entry):
    """A step on the way into the job; months are null where the step has no length of its own."""

    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    body = models.TextField()
    duration_text = models.CharField(max_length=120)
    min_months = models.PositiveSmallIntegerField(null=True, blank=True)
    max_months = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta(Entry.Meta):
        constraints = (models.UniqueConstraint(fields=("section", "number"), name="step_number_once_per_section"),)

    def __str__(self) -> str:
        return self.title


class EducationRoute(Entry, SourcedEntry):
    """A course of training with its length in months and its cost in USD."""

    name = models.CharField(max_length=120)
    fields = LinesField()
    duration_text = models.CharField(max_length=120)
    min_months = models.PositiveSmallIntegerField(null=True, blank=True)
    max_months = models.PositiveSmallIntegerField(null=True, blank=True)
    cost_low_usd = models.PositiveIntegerField(null=True, blank=True)
    cost_high_usd = models.PositiveIntegerField(null=True, blank=True)
    detail = models.TextField()

    def __str__(self) -> str:
        return self.name


class PayFactor(TitledEntry):
    """Something that moves pay."""


class LevelPay(Entry):
    """The pay figures of one level of the ladder."""

    level = key_field()
    title = models.CharField(max_length=120, blank=True)
    median_figure = models.CharField(max_length=80, blank=True, help_text="Key of a figure.")
    average_figure = models.CharField(max_length=80, blank=True, help_text="Key of a figure.")

    class Meta(Entry.Meta):
        verbose_name_plural = "pay by level"

    def __str__(self) -> str:
        return self.title or self.level


class Rung(Entry):
    """A level of the career's ladder."""

    level = key_field()
    title = models.CharField(max_length=120)
    experience_step = models.CharField(max_length=200)
    experience_total = models.CharField(max_length=200)
    min_years = models.PositiveSmallIntegerField()
    max_years = models.PositiveSmallIntegerField(null=True, blank=True)
    duties = models.TextField()
    focus_areas = LinesField()

    def __str__(self) -> str:
        return self.title


class Resource(Entry):
    """An organization or event that supports people."""

    name = models.CharField(max_length=200)
    abbreviation = models.CharField(max_length=20, blank=True)
    audience = models.CharField(max_length=200)
    what = models.TextField()
    url = models.URLField(max_length=600, blank=True)

    def __str__(self) -> str:
        return self.name


class Country(Entry):
    """Pay in one country, in its own currency and in USD."""

    country = models.CharField("country code", max_length=2)
    name = models.CharField(max_length=80)
    currency = models.CharField(max_length=3)
    low = models.PositiveIntegerField()
    high = models.PositiveIntegerField()
    usd_low = models.PositiveIntegerField()
    usd_high = models.PositiveIntegerField()
    figure = models.CharField(max_length=80, help_text="Key of a figure.")
    note = models.TextField()

    class Meta(Entry.Meta):
        verbose_name_plural = "countries"

    def __str__(self) -> str:
        return self.name


class Specialization(Entry, SourcedEntry):
    """A niche of the job and the skills it draws on."""

    title = models.CharField(max_length=200)
    body = models.TextField()
    skills = LinesField(help_text="Keys of skills, one to a line.")

    def __str__(self) -> str:
        return self.title


class ToolkitItem(Entry):
    """A document to start an application from."""

    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    blurb = models.TextField()
    source = models.CharField(max_length=80, help_text="Key of a source.")
    document = models.TextField()

    def __str__(self) -> str:
        return self.title


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


class RelatedCareer(Entry):
    """A neighboring career and how it relates to this one."""

    class Relation(models.TextChoices):
        """Where people go from here, or come from."""

        FROM = "from", "leads here"
        PEER = "peer", "works beside"
        LEADS_TO = "leads_to", "comes after"

    career_slug = models.SlugField("guide", max_length=80)
    title = models.CharField(max_length=120)
    relation = models.CharField(max_length=10, choices=Relation)
    difference = models.TextField()

    def __str__(self) -> str:
        return self.title


class Promise(Entry):
    """What a tool of this site gives the reader."""

    title = models.CharField(max_length=200)
    promise = models.TextField()

    def __str__(self) -> str:
        return self.title
