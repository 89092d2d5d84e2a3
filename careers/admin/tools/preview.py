"""The draft as readers would see it, inside the desk at two widths and as a link for somebody without an account."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from careers import previews
from careers.admin.framing import framed_here, frames_allowed
from careers.admin.rights import may, person
from careers.admin.tools.tool import Tool
from careers.checks.places import Places
from careers.models import Career, Deed
from careers.models.desk.roots import Root, called
from careers.presentation import words
from careers.presentation.preview import outward
from careers.problems import DocumentError
from careers.services import deeds, write
from careers.views.preview import draft, unlisted

if TYPE_CHECKING:
    from careers.admin.roots import RootAdmin

PHONE, DESK = "390", "1280"
WIDTHS = {PHONE: "Phone, 390 wide", DESK: "Desk, 1280 wide"}
SHARING = ("change", "review", "publish")
"""Who has one of these rights may show the draft to others."""

SHARED = "Whoever has this link can read the draft as it is when they open it, until {}: {}"


def preview(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """The whole page in a frame of the width that was asked for; sent, a link for somebody else is made."""
    may_share = isinstance(root, Career) and any(may(request.user, root, verb) for verb in SHARING)
    if request.method == "POST":
        return _share(request, admin, root, may_share=may_share)
    width = request.GET.get("width", "")
    width = width if width in WIDTHS else DESK
    page = admin.tool_page(
        request,
        root,
        "admin/careers/preview.html",
        title="Preview of the draft",
        subtitle=called(root),
        tool="Preview",
        width=width,
        widths=WIDTHS.items(),
        framed=admin.address("preview/page", root),
        may_share=may_share,
    )
    return frames_allowed(page)


def _share(request: HttpRequest, admin: "RootAdmin", root: Root, *, may_share: bool) -> HttpResponse:
    if not isinstance(root, Career):
        raise Http404
    if not may_share:
        raise PermissionDenied
    now = timezone.now()
    link = request.build_absolute_uri(reverse("preview", args=[previews.token(root.pk, at=now)]))
    until = words.moment(now + previews.OPEN_FOR)
    deeds.record(root=root, what=Deed.What.SHARED, by=person(request), at=now, words=f"Open until {until}")
    told = format_html(SHARED, until, format_html('<a href="{}">{}</a>', link, link))
    admin.message_user(request, told, messages.SUCCESS)
    return HttpResponseRedirect(request.get_full_path())


def framed(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """The page itself, which pages of the desk may frame; where the rows allow none, what is missing and where."""
    try:
        text = draft(root, at=timezone.now(), sort=request.GET.get("sort"))
    except DocumentError as error:
        places = Places(root, write(root))
        found = [(problem, places.of(problem.path)) for problem in error.problems]
        text = render_to_string("admin/careers/preview_problems.html", {"name": called(root), "found": found})
    return framed_here(unlisted(HttpResponse(outward(text))))


TOOL = Tool("preview", "view", preview, "Preview")
FRAMED = Tool("preview/page", "view", framed)
