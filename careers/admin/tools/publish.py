"""Publishing on the desk: a page that says what will change, or what has to be put right first."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from careers import services
from careers.admin.rights import person
from careers.admin.tools.tool import Tool
from careers.differences import differences
from careers.models.desk.roots import Root
from careers.problems import DocumentError

if TYPE_CHECKING:
    from careers.admin.roots import RootAdmin

REFUSALS: dict[type[Exception], str] = {
    services.Unchanged: "Nothing was published: readers already see what the rows say.",
    services.Moved: "Nothing was published: somebody has changed rows since you opened this page. Look again first.",
    services.NotApproved: "Nothing was published: a second person has to approve the draft first.",
    services.PastSchedule: "Nothing was scheduled: that time is over.",
    DocumentError: "Nothing was published: there are problems to put right first.",
    OperationalError: "Nothing was published: somebody else is publishing at this moment. Try again.",
}


def publish(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """Show what would change; publish it when asked to."""
    return _publish(request, admin, root) if request.method == "POST" else _ask(request, admin, root)


def _publish(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    here = admin.address("publish", root)
    try:
        published = services.publish(
            root=root, by=person(request), at=timezone.now(), seen=request.POST.get("seen", "")
        )
    except tuple(REFUSALS) as error:
        words = next(words for kind, words in REFUSALS.items() if isinstance(error, kind))
        admin.message_user(request, words, messages.WARNING)
        return HttpResponseRedirect(here)
    admin.message_user(request, admin.published_message(root, published.number), messages.SUCCESS)
    return HttpResponseRedirect(here)


def _ask(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    document = services.write(root)
    last = root.published.standing().first()
    return admin.tool_page(
        request,
        root,
        "admin/careers/publish.html",
        title=f"Publish {root}",
        last=last,
        problems=services.problems_of(root, document),
        changes=differences(last.document, document) if last else [],
        seen=services.digest(document),
    )


TOOL = Tool("publish", "publish", publish, "Publish")
