"""References on the desk: those to put right or to open, and taking over an address that moved."""

from functools import partial
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from careers.admin.pages.gathering import chosen, subjects
from careers.admin.pages.page import Page
from careers.admin.rights import may, person
from careers.models import LinkCheck
from careers.presentation import words
from careers.presentation.desk.overview import work
from careers.services import links

if TYPE_CHECKING:
    from careers.desk import Desk


@require_safe
def references(request: HttpRequest, site: "Desk") -> HttpResponse:
    """All references to put right and to open, or those of one guide or of the instrument."""
    at = timezone.now()
    known = subjects(request, at)
    of = chosen(request, known)
    found = work([of] if of else known, list(LinkCheck.objects.all()), at.date())
    shown = {
        "title": f"References{f': {of.title}' if of else ''}",
        "found": found,
        "of": of,
        "known": known,
        "may_change": request.user.has_perm(ACCEPT.permission),
    }
    return TemplateResponse(request, "admin/references.html", site.each_context(request) | shown)


@require_POST
def accept(request: HttpRequest, site: "Desk") -> HttpResponse:
    """Put the address that a reference moved to in the place of the one that is cited."""
    check = get_object_or_404(LinkCheck, url=request.POST.get("url", "").replace("\0", ""))
    user = person(request)
    number = links.accept_move(check=check, by=user, at=timezone.now(), may_change=partial(may, user, verb="change"))
    if number:
        told = f"The new address stands in {words.counted(number, 'row')} now. Publish the draft to show it to readers."
        messages.success(request, told)
    else:
        messages.warning(request, "Nothing was changed: no reference that you may edit cites that address any more.")
    return HttpResponseRedirect(reverse("admin:references"))


ACCEPT = Page("references/accept/", "accept-move", "careers.change_source", accept)
PAGES = (Page("references/", "references", "careers.view_linkcheck", references), ACCEPT)
