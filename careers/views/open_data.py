"""Answers that other sites may read and build on."""

from typing import Any

from django.http import HttpResponse, JsonResponse


def open_json(data: Any, content_type: str = "application/json") -> HttpResponse:
    """Plain data as JSON, the same bytes for the same data."""
    options = {"ensure_ascii": False, "allow_nan": False}
    return opened(JsonResponse(data, json_dumps_params=options, content_type=content_type))


def opened(response: HttpResponse) -> HttpResponse:
    """The answer with the headers that let scripts of other sites read it; nothing personal may be in it."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    return shown_elsewhere(response)


def shown_elsewhere(response: HttpResponse) -> HttpResponse:
    """The answer with the header that lets pages of other sites show it."""
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
