"""Two or three guides side by side."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models.fields.json import KT
from django.http import HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.utils import timezone

from careers.models import Edition
from careers.presentation import head
from careers.presentation.compare.choice import Choice, choose
from careers.presentation.compare.page import page
from careers.ready.views import Ready, ready_page

HEAD = (
    "/careers/compare/",
    "Compare careers",
    "Two or three career guides side by side: the biggest differences first, each answer with its source.",
)


@ready_page
def compare(query: QueryDict) -> Ready:
    """The guides of `?role=`, or lists to choose from; made each time, because there are too many pairs to keep."""
    return Ready(None, lambda: _compare(query.getlist("role"), timezone.now()))


def _compare(roles: list[str], now: datetime) -> HttpResponse:
    titles = _titles(now)
    choice = choose(roles, titles)
    context = {"titles": titles, "choice": choice, "head": head.page(settings.SITE_URL, *HEAD)}
    if choice.is_enough:
        context |= page(_documents(choice, now))
    return HttpResponse(render_to_string("careers/compare.html", context))


def _titles(at: datetime) -> dict[str, str]:
    """The names of all live guides by slug, sorted by name; no document is read."""
    editions = Edition.objects.live(at).values_list("career__slug", KT("document__title"))
    return dict(sorted(editions, key=lambda row: row[1]))


def _documents(choice: Choice, at: datetime) -> list[dict[str, Any]]:
    editions = Edition.objects.live(at).filter(career__slug__in=choice.slugs)
    documents = dict(editions.values_list("career__slug", "document"))
    return [documents[slug] for slug in choice.slugs]
