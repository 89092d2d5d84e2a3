"""Comments on the desk: what is said about fields, beside them and in one list of the guide or the instrument."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from careers.admin.references import owner_of
from careers.admin.rights import person
from careers.admin.sent import number
from careers.admin.tools import talk
from careers.admin.tools.talk import Talk
from careers.admin.tools.tool import Tool
from careers.models import Comment
from careers.models.desk.roots import Root, called
from careers.services import comments

if TYPE_CHECKING:
    from careers.admin.roots import RootAdmin

SHOWN = 100
"""Resolved comments that the list goes back."""


def context(request: HttpRequest, row: Model, form: forms.BaseForm | None = None) -> dict[str, Any]:
    """What the form of a row shows of comments; they are put beside the fields of that form, too."""
    root = owner_of(row) if row and row.pk else None
    if root is None:
        return {}
    found = talk.about(request, root, row, talk.new_form(request, row))
    for remark in found.remarks:
        field: Any = form.fields.get(remark.comment.field) if form else None
        if field:
            field.comments = [*getattr(field, "comments", ()), remark.comment]
    named = f"admin:careers_{root._meta.model_name}_comments"
    return {
        "talk": found,
        "talks": reverse(named, args=[root.pk]),
        "resolve": reverse(f"{named}_resolve", args=[root.pk]),
    }


def listed(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """All comments by place; sent, one more about the row that it names."""
    if request.method == "POST":
        return _add(request, admin, root)
    return _page(request, admin, root)


def _add(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    _check(request, root)
    row = talk.row_named(root, request.POST.get("row", ""))
    if row is None:
        return _page(request, admin, root, unplaced=request.POST.get("text", "")[: talk.LONGEST], status=404)
    form = talk.new_form(request, row, request.POST)
    if not form.is_valid():
        return _page(request, admin, root, talk.about(request, root, row, form), status=422)
    comments.write(root=root, row=row, by=person(request), at=timezone.now(), **form.cleaned_data)
    admin.message_user(request, "The comment is on the page, for everybody at the desk.", messages.SUCCESS)
    return HttpResponseRedirect(f"{talk.address(row)}#comments")


@require_POST
def resolve(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """Settle one comment."""
    _check(request, root)
    comment = get_object_or_404(Comment.objects.of(root), pk=number(request.POST.get("comment", "")))
    if comments.resolve(comment=comment, by=person(request), at=timezone.now()):
        admin.message_user(request, "The comment is resolved.", messages.SUCCESS)
    else:
        admin.message_user(request, "The comment was resolved before: nothing was changed.", messages.INFO)
    row = talk.row_named(root, f"{comment.model}/{comment.key}") if "row" in request.POST else None
    return HttpResponseRedirect(f"{talk.address(row)}#comments" if row else admin.address("comments", root))


def _check(request: HttpRequest, root: Root) -> None:
    if not talk.may_comment(request, root):
        raise PermissionDenied


def _page(
    request: HttpRequest,
    admin: "RootAdmin",
    root: Root,
    sent: Talk | None = None,
    *,
    unplaced: str | None = None,
    status: int = 200,
) -> HttpResponse:
    found = list(Comment.objects.of(root).open().select_related("by"))
    resolved = Comment.objects.of(root).filter(resolved_at__isnull=False).select_related("by", "resolved_by")
    count = len(found)
    return admin.tool_page(
        request,
        root,
        "admin/careers/comments.html",
        title=f"{count} open comment{'' if count == 1 else 's'}" if count else "No open comments",
        subtitle=called(root),
        tool="Comments",
        talks=list(talk.by_row(root, found)),
        resolved=resolved.order_by("-resolved_at", "-pk")[:SHOWN],
        sent=sent,
        unplaced=unplaced,
        may_comment=talk.may_comment(request, root),
        resolve=admin.address("comments/resolve", root),
        status=status,
    )


TOOL = Tool("comments", "view", listed, "Comments")
RESOLVE = Tool("comments/resolve", "view", resolve)
