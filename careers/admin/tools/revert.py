"""Back to a document of before: what would change in the draft, and then the change itself."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from careers import services
from careers.admin.rights import person
from careers.admin.tools.chosen import Choice, choice
from careers.admin.tools.tool import Tool
from careers.models.desk.roots import Root, called, noun
from careers.presentation import telling
from careers.presentation.changes_of import told_of
from careers.presentation.versions import DRAFT, Version
from careers.problems import DocumentError, Problem
from careers.services import reverting

if TYPE_CHECKING:
    from careers.admin.roots import RootAdmin

REFUSALS: dict[type[Exception], str] = {
    services.Moved: "Nothing was changed: somebody has edited the draft since you opened this page. Look again first.",
    services.Unchanged: "Nothing was changed: the draft says the same already.",
    DocumentError: "Nothing was changed: the old document does not fit what a document has to be today.",
}


def revert(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """Show what going back to `?to=` would change in the draft; go back when asked to."""
    known = choice(root, at=timezone.now())
    asked = request.GET.get("to", "")
    if not asked:
        return _page(request, admin, root, known)
    if asked == DRAFT:
        raise Http404
    version = known.find(asked)
    if request.method == "POST":
        return _revert(request, admin, root, version)
    return _page(request, admin, root, known, version=version, **_look(root, known, version))


def _revert(request: HttpRequest, admin: "RootAdmin", root: Root, version: Version) -> HttpResponse:
    publication = root.published.get(number=int(version.value))
    try:
        kept = reverting.revert(
            root=root,
            publication=publication,
            by=person(request),
            at=timezone.now(),
            seen=request.POST.get("seen", ""),
        )
    except tuple(REFUSALS) as error:
        words = next(words for kind, words in REFUSALS.items() if isinstance(error, kind))
        admin.message_user(request, words, messages.WARNING)
        return HttpResponseRedirect(f"{admin.address('revert', root)}?to={version.value}")
    aside = f" What it said before is kept as {noun(root)} {kept.number}." if kept else ""
    admin.message_user(request, f"The draft says what {version.name} says.{aside}", messages.SUCCESS)
    return HttpResponseRedirect(admin.address("compare", root))


def _look(root: Root, known: Choice, version: Version) -> dict[str, Any]:
    present, document = known.document(known.versions[DRAFT]), known.document(version)
    document = dict(reverting.fitting(root, document))
    if problems := _problems(root, document):
        return {"problems": problems}
    groups = told_of(root, present, document)
    return {
        "groups": groups,
        "count": telling.count(groups),
        "seen": services.digest(present),
        "holder": reverting.holder(root, present),
    }


def _problems(root: Root, document: services.Document) -> list[Problem]:
    """What of the document does not fit today's shape."""
    try:
        reverting.read(type(root)(), document)
    except DocumentError as error:
        return list(error.problems)
    return []


def _page(request: HttpRequest, admin: "RootAdmin", root: Root, known: Choice, **context: Any) -> HttpResponse:
    return admin.tool_page(
        request,
        root,
        "admin/careers/revert.html",
        title=f"Go back to an earlier {noun(root)}",
        subtitle=called(root),
        tool="Go back",
        noun=noun(root),
        versions=[version for version in known.versions.values() if version.value != DRAFT],
        **context,
    )


TOOL = Tool("revert", "publish", revert)
