"""A career's guide as editors work on it: key facts, sources, figures and sections."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse

from careers.models.fields import LinesField
from careers.models.rows import Row, key_field

YEARS = (MinValueValidator(1900), MaxValueValidator(2100))


class Career(models.Model):
    """An occupation and its guide; figure columns hold keys of the career's own figures."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=120)
    abbreviation = models.CharField(max_length=20, blank=True)
    tagline = models.CharField(max_length=300)
    summary = models.TextField()
    reviewed_on = models.DateField()
    review_by = models.DateField()
    pay = models.CharField("median pay", max_length=80, blank=True, help_text="Key of a figure.")
    pay_range = models.CharField(max_length=80, blank=True, help_text="Key of a figure.")
    growth = models.CharField(max_length=80, blank=True, help_text="Key of a figure.")
    openings = models.CharField(max_length=80, blank=True, help_text="Key of a figure.")
    pay_compare = LinesField("pay figures to compare", help_text="Keys of figures, one to a line.")
    top_industries = LinesField()
    top_industries_source = models.CharField(max_length=80, blank=True, help_text="Key of a source.")
    typical_education = models.TextField(blank=True)
    caution_pay = models.TextField("caution about pay", blank=True)
    caution_growth = models.TextField("caution about growth", blank=True)
    caution_openings = models.TextField("caution about openings", blank=True)
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        ordering = ("title",)
        permissions = (("publish_career", "Can publish guides"),)
        constraints = (
            models.CheckConstraint(
                name="career_review_after_reviewed",
                condition=models.Q(review_by__gte=models.F("reviewed_on")),
                violation_error_message="The next review cannot be before the last one.",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Where the guide is read."""
        return reverse("careers:detail", args=[self.slug])


class Source(Row):
    """Where a figure or claim comes from."""

    class Kind(models.TextChoices):
        """What sort of evidence the source is."""

        BASE_GUIDE = "base_guide", "Base guide"
        DATASET = "dataset", "Data set"
        EDITORIAL = "editorial", "Editorial judgment"
        GOVERNMENT = "government", "Government"
        NEWS = "news", "News"
        ORGANIZATION = "organization", "Organization"
        PAPER = "paper", "Paper"
        SURVEY = "survey", "Survey"

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="sources")
    key = key_field()
    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField(null=True, blank=True, validators=YEARS)
    url = models.URLField(max_length=600, blank=True)
    kind = models.CharField(max_length=20, choices=Kind)
    note = models.TextField(blank=True)

    class Meta(Row.Meta):
        constraints = (models.UniqueConstraint(fields=("career", "key"), name="source_key_once_per_career"),)

    def __str__(self) -> str:
        return self.title


class Figure(Row):
    """One published number, either a value or a range, with unit, place, year, sample size and source."""

    class Measure(models.TextChoices):
        """What the number measures."""

        PAY = "pay"
        GROWTH = "growth"
        OPENINGS = "openings"
        SHARE = "share"
        COUNT = "count"
        COST = "cost"
        DURATION = "duration"
        OTHER = "other"

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="figures")
    key = key_field()
    label = models.CharField(max_length=200)
    measure = models.CharField(max_length=20, choices=Measure)
    value = models.DecimalField(max_digits=14, decimal_places=3, null=True, blank=True)
    low = models.DecimalField(max_digits=14, decimal_places=3, null=True, blank=True)
    high = models.DecimalField(max_digits=14, decimal_places=3, null=True, blank=True)
    open_ended = models.BooleanField("or more", default=False)
    estimate = models.BooleanField(null=True, blank=True)
    unit = models.CharField(max_length=20, help_text="USD, percent, years …")
    period = models.CharField(max_length=20, blank=True, help_text="year, month or hour")
    geography = models.CharField("place", max_length=20, help_text="Country code, or GLOBAL.")
    year = models.PositiveSmallIntegerField(null=True, blank=True, validators=YEARS)
    sample_size = models.PositiveIntegerField(null=True, blank=True)
    source = models.CharField(max_length=80, help_text="Key of a source.")
    note = models.TextField(blank=True)
    conflicts_with = LinesField(help_text="Keys of figures that disagree, one to a line.")

    class Meta(Row.Meta):
        constraints = (
            models.UniqueConstraint(fields=("career", "key"), name="figure_key_once_per_career"),
            models.CheckConstraint(
                name="figure_value_or_range",
                condition=models.Q(value__isnull=False, low__isnull=True, high__isnull=True)
                | models.Q(value__isnull=True, low__isnull=False),
                violation_error_message="Give either a value or a range that begins with low.",
            ),
            models.CheckConstraint(
                name="figure_range_in_order",
                condition=models.Q(high__isnull=True) | models.Q(high__gte=models.F("low")),
                violation_error_message="High is below low.",
            ),
        )

    def __str__(self) -> str:
        return self.label


class Section(Row):
    """A part of a guide; its kind says which rows belong to it."""

    class Kind(models.TextChoices):
        """The kinds of section that a guide can have."""

        OVERVIEW = "overview"
        DEFINITION = "definition"
        RESPONSIBILITIES = "responsibilities"
        WORK_ENVIRONMENT = "work_environment"
        TOOLS = "tools"
        QUALIFICATIONS = "qualifications"
        EDUCATION_REQUIREMENTS = "education_requirements"
        TECHNICAL_SKILLS = "technical_skills"
        SOFT_SKILLS = "soft_skills"
        HOW_TO_BECOME = "how_to_become"
        EDUCATION_ROUTES = "education_routes"
        SALARY = "salary"
        MARKET_COMMENTARY = "market_commentary"
        CAREER_PATH = "career_path"
        DIVERSITY = "diversity"
        GLOBAL = "global"
        MARKET_REALITY = "market_reality"
        SPECIALIZATIONS = "specializations"
        TOOLKIT = "toolkit"
        PROS = "pros"
        CONS = "cons"
        FAQ = "faq"
        RELATED = "related"
        READINESS = "readiness"

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="sections")
    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=120)
    kind = models.CharField(max_length=30, choices=Kind)
    lead = models.TextField()
    sources = LinesField(help_text="Keys of sources, one to a line.")
    figures = LinesField(help_text="Keys of figures, one to a line.")
    body = models.TextField()

    class Meta(Row.Meta):
        constraints = (models.UniqueConstraint(fields=("career", "slug"), name="section_slug_once_per_career"),)

    def __str__(self) -> str:
        return self.title
