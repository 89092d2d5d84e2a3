"""The guide, the skills and the catalogue: what editors own."""

from django.apps import AppConfig


class CareersConfig(AppConfig):
    """Registers the app."""

    name = "careers"
    verbose_name = "Guides and instrument"
