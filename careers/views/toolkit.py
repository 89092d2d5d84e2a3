"""The toolkit of a career: an overview, a page for each kind of document, and texts to take away."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.models import ToolkitEdition
from careers.presentation.downloads.blocks import Text
from careers.presentation.downloads.markdown import markdown
from careers.presentation.downloads.word import word
from careers.presentation.toolkit import pages
from careers.presentation.toolkit.names import Names, names
from careers.presentation.toolkit.overview import overview

Format = tuple[str, Callable[[Text, datetime], bytes]]
FORMATS: dict[str, Format] = {
    "md": ("text/markdown; charset=utf-8", lambda text, at: markdown(text).encode()),
    "docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        lambda text, at: word(text, at=at),
    ),
}


@login_not_required
@require_safe
def toolkit(request: HttpRequest, slug: str) -> HttpResponse:
    """What the toolkit holds, in one query."""
    editions = list(ToolkitEdition.objects.for_readers(slug, timezone.now()))
    if not editions:
        raise Http404
    documents = {edition.kind: edition.document for edition in editions}
    context = {"slug": slug, "short": editions[0].short, "toolkit": overview(documents)}
    return render(request, "careers/toolkit/overview.html", context)


@login_not_required
@require_safe
def kind(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """All documents of one kind, or those that the query chooses, in one query."""
    edition, known = _live(slug, kind)
    page = pages.page(kind, edition.document, known, request.GET.dict())
    context = {"slug": slug, "short": edition.short, "page": page}
    return render(request, f"careers/toolkit/{kind}.html", context)


@login_not_required
@require_safe
def download(request: HttpRequest, slug: str, kind: str, entry: str, suffix: str) -> HttpResponse:
    """One document, or all that the query chooses, as Markdown or for Word."""
    edition, known = _live(slug, kind)
    text = pages.text(kind, edition.document, known, entry, request.GET.dict())
    if text is None or suffix not in FORMATS:
        raise Http404
    content_type, write = FORMATS[suffix]
    name = f"{kind}-{entry}.{suffix}".replace("_", "-")
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(write(text, edition.live_from), content_type=content_type, headers=headers)


def _live(slug: str, kind: str) -> tuple[Any, Names]:
    """The live edition, with what `for_readers` adds to it, and the catalogue's names."""
    if kind not in pages.KINDS:
        raise Http404
    edition = ToolkitEdition.objects.for_readers(slug, timezone.now()).filter(kind=kind).first()
    if edition is None:
        raise Http404
    return edition, names(edition.competencies)
