"""WSGI entry point: public pages from memory where that is allowed, else the site."""

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from careers.ready.wsgi import ReadyPages
from cmio_coach.whole import whole_requests

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cmio_coach.settings")
application = ReadyPages(whole_requests(get_wsgi_application()))
# Before workers are forked from this process: else the first visitor of each waits while it imports all pages.
import_module(settings.ROOT_URLCONF)
