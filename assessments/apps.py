"""Profile, attempts, results and plans: what users own."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    """Registers the app."""

    name = "assessments"
    verbose_name = "Assessments and plans"
