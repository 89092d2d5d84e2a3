"""Where links inside the site lead."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from django.urls import Resolver404, resolve

from careers.models import Career, FormerSlug, Section

ANCHORS = {"main", "facts", "sources"}
"""Places on every guide's page beside its sections."""


class Site:
    """What links can lead to from one guide: its own places, the other guides, and the site's pages."""

    def __init__(self, guide: Mapping[str, Any]) -> None:
        self.slug = guide["slug"]
        self._anchors = {self.slug: ANCHORS | {section["slug"] for section in guide["sections"]}}
        self._slugs: set[str] | None = None

    def fault(self, link: str) -> str:
        """Why the link leads nowhere; empty where it does lead somewhere, or away from this site."""
        parts = urlsplit(link)
        if parts.scheme:
            return ""
        if parts.netloc or not link.startswith(("/", "#")):
            return "leads nowhere: begin it with https:// for another site, / for this one, # for this guide"
        slug = self._guide(parts.path) if parts.path else self.slug
        if slug is None:
            return "leads to no page of this site"
        if slug and slug not in self._known():
            return f"leads to {slug}, which is no guide of this site"
        anchor = unquote(parts.fragment)
        if slug and anchor and anchor not in self._anchors_of(slug):
            return f"leads to #{anchor}, which is no section of that guide"
        return ""

    def _guide(self, path: str) -> str | None:
        # The guide that the page belongs to, nothing for a page of none, None where there is no page.
        try:
            found = resolve(unquote(path))
        except Resolver404:
            return None
        is_guide = "careers" in found.namespaces or found.view_name == "guide"
        return str(found.kwargs.get("slug", "")) if is_guide else ""

    def _known(self) -> set[str]:
        if self._slugs is None:
            slugs = Career.objects.values_list("slug", flat=True)
            self._slugs = {self.slug, *slugs, *FormerSlug.objects.values_list("slug", flat=True)}
        return self._slugs

    def _anchors_of(self, slug: str) -> set[str]:
        if slug not in self._anchors:
            career = Career.objects.filter(slug=slug).first() or Career.objects.filter(former_slugs__slug=slug).first()
            self._anchors[slug] = ANCHORS | set(Section.objects.filter(career=career).values_list("slug", flat=True))
        return self._anchors[slug]
