"""Attempts."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse


def index(request: HttpRequest) -> HttpResponse: ...
def overview(request: HttpRequest, attempt_id: UUID) -> HttpResponse: ...
def check(request: HttpRequest, attempt_id: UUID) -> HttpResponse: ...
