"""The toolkit of a career: an overview, a page for each kind of document, and texts to take away."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.utils import timezone

from careers.models import ToolkitEdition
from careers.presentation import head
from careers.presentation.downloads.blocks import Text
from careers.presentation.downloads.markdown import markdown
from careers.presentation.downloads.word import word
from careers.presentation.toolkit import pages
from careers.presentation.toolkit.names import Names, names
from careers.presentation.toolkit.overview import overview
from careers.ready.views import Ready, ready_page
from careers.views.live import content

Format = tuple[str, Callable[[Text, datetime], bytes]]
FORMATS: dict[str, Format] = {
    "md": ("text/markdown; charset=utf-8", lambda text, at: markdown(text).encode()),
    "docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        lambda text, at: word(text, at=at),
    ),
}


@ready_page
def toolkit(query: QueryDict, slug: str) -> Ready:
    """What the toolkit holds."""
    found = content()
    return Ready(found.version, lambda: _overview(slug, found.now), found.until)


@ready_page
def kind(query: QueryDict, slug: str, kind: str) -> Ready:
    """All documents of one kind, or those that the query chooses; only the whole is kept."""
    if query:
        return Ready(None, lambda: _kind(slug, kind, query.dict(), timezone.now()))
    found = content()
    return Ready(found.version, lambda: _kind(slug, kind, {}, found.now), found.until)


@ready_page
def download(query: QueryDict, slug: str, kind: str, entry: str, suffix: str) -> Ready:
    """One document, or all that the query chooses, as Markdown or for Word; kept where nothing is chosen."""
    if query:
        return Ready(None, lambda: _download(slug, kind, (entry, suffix), query.dict(), timezone.now()))
    found = content()
    return Ready(found.version, lambda: _download(slug, kind, (entry, suffix), {}, found.now), found.until)


def _overview(slug: str, now: datetime) -> HttpResponse:
    editions = list(ToolkitEdition.objects.for_readers(slug, now))
    if not editions:
        raise Http404
    shown = overview({edition.kind: edition.document for edition in editions})
    context = {"slug": slug, "short": editions[0].short, "toolkit": shown}
    title, path = f"Toolkit for {context['short']} applications", f"/careers/{slug}/toolkit/"
    context["head"] = head.page(settings.SITE_URL, path, title, shown["lede"])
    return HttpResponse(render_to_string("careers/toolkit/overview.html", context))


def _kind(slug: str, kind: str, chosen: dict[str, Any], now: datetime) -> HttpResponse:
    edition, known = _live(slug, kind, now)
    page = pages.page(kind, edition.document, known, chosen)
    title, path = f"{page['title']} for {edition.short} applications", f"/careers/{slug}/toolkit/{kind}/"
    context = {"slug": slug, "short": edition.short, "page": page}
    context["head"] = head.page(settings.SITE_URL, path, title, f"{title}. {page['lede']}")
    return HttpResponse(render_to_string(f"careers/toolkit/{kind}.html", context))


def _download(slug: str, kind: str, wanted: tuple[str, str], chosen: dict[str, Any], now: datetime) -> HttpResponse:
    (entry, suffix), (edition, known) = wanted, _live(slug, kind, now)
    text = pages.text(kind, edition.document, known, entry, chosen)
    if text is None or suffix not in FORMATS:
        raise Http404
    content_type, write = FORMATS[suffix]
    name = f"{kind}-{entry}.{suffix}".replace("_", "-")
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(write(text, edition.starts), content_type=content_type, headers=headers)


def _live(slug: str, kind: str, now: datetime) -> tuple[Any, Names]:
    """The live edition, with what `for_readers` adds to it, and the catalogue's names."""
    if kind not in pages.KINDS:
        raise Http404
    edition = ToolkitEdition.objects.for_readers(slug, now).filter(kind=kind).first()
    if edition is None:
        raise Http404
    return edition, names(edition.competencies)
