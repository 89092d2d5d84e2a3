"""The profile as a task list."""

from django.http import HttpRequest, HttpResponse


def overview(request: HttpRequest) -> HttpResponse: ...
def part(request: HttpRequest, part: str) -> HttpResponse: ...
