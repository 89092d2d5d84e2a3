"""Questions."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse


def skill(request: HttpRequest, attempt_id: UUID, skill: str) -> HttpResponse: ...
def scenario(request: HttpRequest, attempt_id: UUID, item: str) -> HttpResponse: ...
