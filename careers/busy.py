"""What the desk says where the database lets nobody write just now: nothing was changed, and nothing typed is lost."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

View = Callable[..., HttpResponse]
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of an entry


def told_when_busy(view: View, site: AdminSite) -> View:
    """The view; what was sent while somebody else was writing for long comes back with a button that sends it again."""

    @wraps(view)
    def handle(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except OperationalError:
            if request.method != "POST":
                raise
            return _page(request, site)

    return handle


def _page(request: HttpRequest, site: AdminSite) -> HttpResponse:
    entries = [(name, value) for name, values in request.POST.lists() for value in values if name != TOKEN]
    context = site.each_context(request) | {"title": "Somebody else is writing at this moment", "entries": entries}
    return TemplateResponse(request, "admin/busy.html", context | {"path": request.get_full_path()}, status=503)
