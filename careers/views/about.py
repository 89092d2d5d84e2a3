"""What there is to know about this site."""

from functools import partial

from django.http import HttpResponse, QueryDict
from django.template.loader import render_to_string

from careers.ready.views import Ready, ready_page


@ready_page
def research(query: QueryDict) -> Ready:
    """How figures are found and judged."""
    return _page("research")


@ready_page
def accessibility(query: QueryDict) -> Ready:
    """What works for whom, and what was not checked."""
    return _page("accessibility")


@ready_page
def privacy(query: QueryDict) -> Ready:
    """What is kept and who sees it."""
    return _page("privacy")


@ready_page
def contact(query: QueryDict) -> Ready:
    """Where to write."""
    return _page("contact")


def _page(name: str) -> Ready:
    """A page that changes with the templates only, and those have their own place on the shelf."""
    return Ready((), partial(_made, f"pages/{name}.html"))


def _made(template: str) -> HttpResponse:
    return HttpResponse(render_to_string(template))
