"""Moving a guide to another address, with a page that says what follows and what keeps it from moving."""

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from careers.admin.rights import person
from careers.admin.tools.tool import Tool
from careers.models import Career, Comparison, RelatedCareer
from careers.models.desk.roots import Root, called
from careers.services import addresses, moving

if TYPE_CHECKING:
    from careers.admin.roots import RootAdmin


class MoveForm(forms.Form):
    """The new address."""

    slug = forms.CharField(
        label="New address, after /careers/",
        max_length=addresses.LONGEST,
        help_text="Small letters, digits and hyphens, such as nursing-informatics-lead",
        widget=forms.TextInput(attrs={"class": "input", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": "Type the new address"},
    )


def move(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """Say what follows; move the guide when asked to."""
    assert isinstance(root, Career)  # noqa: S101 - the tool is one of guides only
    if request.method != "POST":
        return _page(request, admin, root, MoveForm())
    form = MoveForm(request.POST)
    if not form.is_valid():
        return _page(request, admin, root, form)
    try:
        published = moving.move(career=root, slug=form.cleaned_data["slug"], by=person(request), at=timezone.now())
    except moving.MoveRefused as refused:
        form.add_error("slug", str(refused))
        return _page(request, admin, root, form)
    words = f"The guide is at /careers/{form.cleaned_data['slug']}/ now."
    if published:
        words += f" Edition {published.number} is live there, and the old address leads to it."
    admin.message_user(request, words, messages.SUCCESS)
    return HttpResponseRedirect(admin.address("move", root))


def _page(request: HttpRequest, admin: "RootAdmin", career: Career, form: MoveForm) -> HttpResponse:
    at = timezone.now()
    live = career.published.live(at).first()
    return admin.tool_page(
        request,
        career,
        "admin/careers/move.html",
        title="Move to another address",
        subtitle=called(career),
        tool="Move",
        form=form,
        refusal=moving.refusal(career, at),
        live=live,
        former=career.former_slugs.order_by("-moved_at"),
        naming=_naming(career),
        status=422 if form.errors else 200,
    )


def _naming(career: Career) -> list[Career]:
    """The other guides whose rows name this one."""
    owners = (
        model._default_manager.filter(career_slug=career.slug).values("section__career")
        for model in (Comparison, RelatedCareer)
    )
    found: set[int] = {row["section__career"] for rows in owners for row in rows}
    return list(Career.objects.filter(pk__in=found - {career.pk}))


TOOL = Tool("move", "publish", move, of=(Career,))
