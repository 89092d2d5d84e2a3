"""One text of a form of the desk as readers will see it, before anything is saved."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from careers.admin.pages.page import Page
from careers.admin.writing import SHOWN
from careers.checks import prose

EXAMPLE = """Pay differs **more by size than by title**:

- hospitals with one site
- systems with several

See [all guides](/careers/).
"""


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, site: AdminSite, **named: Any) -> HttpResponse:
    """The text whose button was pressed; without one, an example and the place to try things."""
    text = _text(request)
    context = site.each_context(request) | {
        "title": "How readers will see it",
        "name": f"{SHOWN}text",
        "text": text[: prose.LONGEST],
        "left_out": _left_out(text),
    }
    return TemplateResponse(request, "admin/markdown.html", context)


def _text(request: HttpRequest) -> str:
    if request.method != "POST":
        return EXAMPLE
    pressed = next((name for name in request.POST if name.startswith(SHOWN)), "")
    return request.POST.get(pressed.removeprefix(SHOWN), "").replace("\r\n", "\n")


def _left_out(text: str) -> list[str]:
    found = prose.read(text)
    return [
        *prose.faults(text),
        *(f"“{heading}” is a heading: begin a section instead" for heading in found.headings),
        *(f"“{address}” is a picture: say in words what it shows" for _, address in found.images),
    ]


PAGES = (Page("markdown/", "markdown", "careers.view_section", preview),)
