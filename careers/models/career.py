"""A career's guide as editors work on it: what stands at its top."""

from django.db import models
from django.urls import reverse

from careers.models.care import Cared
from careers.models.fields import LinesField


class Career(Cared):
    """An occupation and its guide; figure columns hold keys of the career's own figures."""

    slug = models.SlugField("address", max_length=80, unique=True)
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
        verbose_name = "guide"
        ordering = ("title",)
        permissions = (
            ("publish_career", "Can publish, schedule and revert guides"),
            ("review_career", "Can approve guides and comment on them"),
        )
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
