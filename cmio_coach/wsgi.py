"""WSGI entry point: public pages from memory where that is allowed, else the site."""

import os

from django.core.wsgi import get_wsgi_application

from careers.ready.wsgi import ReadyPages

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cmio_coach.settings")
application = ReadyPages(get_wsgi_application())
