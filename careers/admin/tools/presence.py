"""What an open page of the desk says of itself from time to time, and who else is at work."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils import timezone

from careers.admin.here import here
from careers.admin.rights import person
from careers.admin.tools.tool import Tool
from careers.models.desk.roots import Root
from careers.services import presence

if TYPE_CHECKING:
    from careers.admin.roots import RootAdmin


def arrive(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """Note who has which page open; answer with the names of the others."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    user, page = person(request), request.POST.get("page", "")
    presence.arrive(user=user, root=root, page=page, at=timezone.now())
    return render(request, "admin/desk/colleagues.html", {"here": here(root, user, page)})


TOOL = Tool("presence", "view", arrive)
