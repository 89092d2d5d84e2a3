"""Downloads of a guide, of the instrument or of the toolkit: any publication, or the draft, as YAML or JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.admin import sent
from careers.admin.tools.tool import Tool
from careers.checks.toolkit import in_order as toolkit_in_order
from careers.documents.order import in_order
from careers.models import Career
from careers.models.desk.roots import Root, called, noun
from careers.presentation import words
from careers.presentation.taken_out import FORMATS, written
from careers.services import SHAPES, write

if TYPE_CHECKING:
    from careers.admin.roots import RootAdmin


@dataclass(frozen=True, slots=True)
class Offer:
    """A document to download: what asks for it, what it is called, and what readers see of it when."""

    query: str
    name: str
    state: str
    live_from: datetime | None


def export(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """The file that is asked for, or the list of those that there are."""
    if "of" in request.GET:
        return _file(root, request.GET.get("kind", ""), request.GET["of"], request.GET.get("as", "yaml"))
    at = timezone.now()
    return admin.tool_page(
        request,
        root,
        "admin/careers/export.html",
        title="Download",
        subtitle=called(root),
        tool="Download",
        offers=[Offer("of=draft", "Draft", "what editors are working on", None), *_published(root, at)],
        toolkit=_toolkit(root, at) if isinstance(root, Career) else [],
    )


def _published(root: Root, at: datetime) -> list[Offer]:
    live = root.published.live(at).values_list("number", flat=True).first()
    rows = root.published.values_list("number", "live_from")
    return [
        Offer(f"of={number}", f"{noun(root).capitalize()} {number}", _state(number, live, start, at), start)
        for number, start in rows
    ]


def _toolkit(career: Career, at: datetime) -> list[Offer]:
    live = set(career.toolkit.live(at).values_list("kind", "number"))
    rows = career.toolkit.order_by("kind", "-number").values_list("kind", "number", "live_from")
    return [
        Offer(
            f"kind={kind}&of={number}",
            f"{words.plain(kind)} {number}",
            _state(number, number if (kind, number) in live else None, start, at),
            start,
        )
        for kind, number, start in rows
    ]


def _state(number: int, live: int | None, start: datetime | None, at: datetime) -> str:
    if number == live:
        return "live"
    if start is None:
        return "never seen by readers"
    return "scheduled" if start > at else "earlier"


def _file(root: Root, kind: str, of: str, ending: str) -> HttpResponse:
    document = _document(root, kind, of)
    if document is None or ending not in FORMATS:
        raise Http404
    own = root.slug if isinstance(root, Career) else "instrument"
    which = of if of == "draft" else f"{noun(root)}-{of}"
    name = "-".join(part for part in (own, kind, which) if part)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{ending}"'}
    return HttpResponse(written(document, ending), content_type=FORMATS[ending], headers=headers)


def _document(root: Root, kind: str, of: str) -> Mapping[str, Any] | None:
    number = sent.number(of) or 0  # which none has
    if kind:
        tool = root.toolkit.filter(kind=kind, number=number).first() if isinstance(root, Career) else None
        return toolkit_in_order(tool.kind, tool.document) if tool else None
    if of == "draft":
        return in_order(SHAPES[type(root)], write(root))
    publication = root.published.filter(number=number).first()
    return in_order(SHAPES[type(root)], publication.document) if publication else None


TOOL = Tool("export", "view", require_safe(export), "Download")
