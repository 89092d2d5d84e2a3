"""Results."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse


def result(request: HttpRequest, attempt_id: UUID) -> HttpResponse: ...
