"""The site as the server runs it, with the names that static files have before they are collected."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cmio_coach.settings")

from django.conf import settings

plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
settings.STORAGES = settings.STORAGES | {"staticfiles": plain}

from cmio_coach.wsgi import application  # noqa: E402

__all__ = ["application"]
