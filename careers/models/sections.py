"""The parts of a guide."""

from django.db import models

from careers.models.career import Career
from careers.models.fields import LinesField
from careers.models.rows import Row


class Section(Row):
    """A part of a guide; its kind says which rows belong to it."""

    class Kind(models.TextChoices):
        """The kinds of section that a guide can have."""

        OVERVIEW = "overview"
        DEFINITION = "definition"
        RESPONSIBILITIES = "responsibilities"
        WORK_ENVIRONMENT = "work_environment", "Work environment"
        TOOLS = "tools"
        QUALIFICATIONS = "qualifications"
        EDUCATION_REQUIREMENTS = "education_requirements", "Education requirements"
        TECHNICAL_SKILLS = "technical_skills", "Technical skills"
        SOFT_SKILLS = "soft_skills", "Soft skills"
        HOW_TO_BECOME = "how_to_become", "How to become one"
        EDUCATION_ROUTES = "education_routes", "Education routes"
        SALARY = "salary"
        MARKET_COMMENTARY = "market_commentary", "Market commentary"
        CAREER_PATH = "career_path", "Career path"
        DIVERSITY = "diversity"
        GLOBAL = "global", "Working abroad"
        MARKET_REALITY = "market_reality", "Market reality"
        SPECIALIZATIONS = "specializations"
        TOOLKIT = "toolkit"
        PROS = "pros", "Advantages"
        CONS = "cons", "Drawbacks"
        FAQ = "faq", "Questions and answers"
        RELATED = "related"
        READINESS = "readiness"

    career = models.ForeignKey(Career, verbose_name="guide", on_delete=models.CASCADE, related_name="sections")
    slug = models.SlugField("address", max_length=80)
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
