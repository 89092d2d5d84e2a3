"""What there is to know about this site."""

from functools import partial

from django.conf import settings
from django.http import HttpResponse, QueryDict
from django.template.loader import render_to_string

from careers.presentation import head
from careers.ready.views import Ready, ready_page

DESCRIPTIONS = {
    "research": "How the figures of the career guides are found, dated, compared and judged.",
    "accessibility": "What works on this site with a keyboard, a screen reader, on paper and without scripts.",
    "privacy": "What this site keeps about those who use it, for how long, and who sees it.",
    "contact": "Where to report a figure that is wrong, or a security problem.",
}


@ready_page
def research(query: QueryDict) -> Ready:
    """How figures are found and judged."""
    return _page("research", "How we research")


@ready_page
def accessibility(query: QueryDict) -> Ready:
    """What works for whom, and what was not checked."""
    return _page("accessibility", "Accessibility")


@ready_page
def privacy(query: QueryDict) -> Ready:
    """What is kept and who sees it."""
    return _page("privacy", "Privacy")


@ready_page
def contact(query: QueryDict) -> Ready:
    """Where to write."""
    return _page("contact", "Contact")


def _page(name: str, title: str) -> Ready:
    """A page that changes with the templates only, and those have their own place on the shelf."""
    return Ready((), partial(_made, name, title))


def _made(name: str, title: str) -> HttpResponse:
    shown = head.page(settings.SITE_URL, f"/about/{name}/", title, DESCRIPTIONS[name])
    return HttpResponse(render_to_string(f"pages/{name}.html", {"head": shown}))
