"""Former addresses of guides lead to where the guides are now, with all that lies below them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import URLPattern

from careers.models import FormerSlug

Answer = Callable[..., HttpResponse]


def led_on(view: Answer) -> Answer:
    """The view of a guide's page; where there is no such page, the guide may have moved."""

    @wraps(view)
    def answer(request: HttpRequest, slug: str, **named: Any) -> HttpResponse:
        try:
            return view(request, slug=slug, **named)
        except Http404:
            # Asked for only now: what is there costs nothing more.
            former = FormerSlug.objects.filter(slug=slug).select_related("career").first()
            if former is None:
                raise
            return _led_to(request, slug, former.career.slug)

    return answer


def all_led_on(patterns: list[URLPattern]) -> list[URLPattern]:
    """The same for every address that names a guide."""
    for pattern in patterns:
        if "slug" in pattern.pattern.converters:
            pattern.callback = led_on(pattern.callback)
    return patterns


def _led_to(request: HttpRequest, old: str, new: str) -> HttpResponse:
    address = request.get_full_path().replace(f"/careers/{old}", f"/careers/{new}", 1)
    # A guide may move back: browsers ask each time, instead of remembering for good where it was once.
    return HttpResponsePermanentRedirect(address, headers={"Cache-Control": "public, no-cache"})
