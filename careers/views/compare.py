"""Two or three guides side by side."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models.fields.json import KT
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.models import Edition
from careers.presentation.compare.choice import Choice, choose
from careers.presentation.compare.page import page


@login_not_required
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """The guides of `?role=`, in two queries; with fewer than two of them the lists to choose from, in one."""
    now = timezone.now()
    titles = _titles(now)
    choice = choose(request.GET.getlist("role"), titles)
    context = {"titles": titles, "choice": choice}
    if choice.is_enough:
        context |= page(_documents(choice, now))
    return render(request, "careers/compare.html", context)


def _titles(at: datetime) -> dict[str, str]:
    """The names of all live guides by slug, sorted by name; no document is read."""
    editions = Edition.objects.live(at).values_list("career__slug", KT("document__title"))
    return dict(sorted(editions, key=lambda row: row[1]))


def _documents(choice: Choice, at: datetime) -> list[dict[str, Any]]:
    editions = Edition.objects.live(at).filter(career__slug__in=choice.slugs)
    documents = dict(editions.values_list("career__slug", "document"))
    return [documents[slug] for slug in choice.slugs]
