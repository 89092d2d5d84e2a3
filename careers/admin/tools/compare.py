"""Any two documents of a guide or of the instrument beside each other, with the words that went and came."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from careers.admin.tools.chosen import choice
from careers.admin.tools.tool import Tool
from careers.models.desk.roots import Root, called
from careers.presentation import telling
from careers.presentation.changes_of import told_of
from careers.presentation.versions import DRAFT

if TYPE_CHECKING:
    from careers.admin.roots import RootAdmin


def compare(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """What is different between `?from=` and `?to=`: what readers see and the draft unless asked otherwise."""
    known = choice(root, at=timezone.now())
    default = known.live.value if known.live else DRAFT
    before, after = (known.find(request.GET.get(name) or value) for name, value in (("from", default), ("to", DRAFT)))
    is_whole = request.GET.get("whole") == "1"
    groups = told_of(root, known.document(before), known.document(after), whole=is_whole) if before != after else []
    return admin.tool_page(
        request,
        root,
        "admin/careers/compare.html",
        title="Compare",
        subtitle=called(root),
        tool="Compare",
        versions=known.versions.values(),
        before=before,
        after=after,
        is_whole=is_whole,
        groups=groups,
        count=telling.count(groups),
        # Only the draft has a page whose places the titles could lead to.
        page=admin.address("preview/page", root) if after.value == DRAFT else "",
        back=[version for version in (before, after) if version.value != DRAFT],
    )


TOOL = Tool("compare", "view", compare, "Compare")
