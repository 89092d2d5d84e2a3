"""One address, one constant."""

import os

from django.http import HttpRequest, HttpResponse
from django.urls import path

CONSTANT = os.urandom(int(os.environ.get("BARE_BYTES", "0")))


def constant(request: HttpRequest, slug: str) -> HttpResponse:
    """As many bytes as the page that it is compared with sends."""
    return HttpResponse(CONSTANT)


urlpatterns = [path("careers/<slug:slug>/", constant)]
