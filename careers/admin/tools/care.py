"""Who looks after a guide or the instrument, when it is reviewed next, and whether a second person approves."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from careers.admin.rights import may, person
from careers.admin.tools.tool import Tool
from careers.models import Catalogue
from careers.models.desk.roots import Root, called
from careers.services import caring, deeds

if TYPE_CHECKING:
    from careers.admin.roots import RootAdmin

RIGHTS = {"owner": "change", "review_by": "change", "needs_approval": "publish"}
"""Which right each field asks for."""


class Person(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A choice of people, by the addresses that they sign in with."""

    def label_from_instance(self, obj: Any) -> str:
        """The address."""
        return deeds.called(obj)


class CareForm(forms.Form):
    """What the person may not change is only shown; what stood on the page is sent along, to tell what changed."""

    owner = Person(
        queryset=User.objects.none(),
        required=False,
        empty_label="Nobody yet",
        help_text="Gets one email a week while a review is due or a reference is to be opened",
        error_messages={"invalid_choice": "Choose somebody who is on the desk"},
    )
    review_by = forms.DateField(
        label="Next review",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "input"}),
        help_text="The desk says so once this day has passed",
        error_messages={"invalid": "Give the day, such as 2027-05-23"},
    )
    needs_approval = forms.BooleanField(
        label="A second person approves",
        required=False,
        help_text="A draft is published only after a reviewer who did not write in it has approved it",
    )

    def __init__(self, sent: Any = None, *, root: Root, user: Any) -> None:
        """Take what stands now, and what the person may change of it."""
        super().__init__(sent, initial={name: getattr(root, name, None) for name in RIGHTS})
        on_the_desk = Q(is_active=True, is_staff=True) | Q(pk=root.owner_id)
        self.fields["owner"].queryset = User.objects.filter(on_the_desk).order_by("email")  # type: ignore[attr-defined]
        if not isinstance(root, Catalogue):
            # The next review of a guide is part of what readers see: it is edited with the guide.
            del self.fields["review_by"]
        for name, field in self.fields.items():
            field.disabled = not may(user, root, RIGHTS[name])
            field.show_hidden_initial = not field.disabled

    @property
    def changed(self) -> dict[str, Any]:
        """What the person has changed against what they saw."""
        return {name: self.cleaned_data[name] for name in self.changed_data}


def care(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """Show who looks after it; change that when asked to."""
    if request.method != "POST":
        return _page(request, admin, root, CareForm(root=root, user=request.user))
    if not any(may(request.user, root, right) for right in RIGHTS.values()):
        raise PermissionDenied
    form = CareForm(request.POST, root=root, user=request.user)
    if not form.is_valid():
        return _page(request, admin, root, form, status=422)
    if caring.settle(root=root, changed=form.changed, by=person(request), at=timezone.now()):
        admin.message_user(request, "The care is changed.", messages.SUCCESS)
    else:
        admin.message_user(request, "Nothing was changed: it stood so already.", messages.INFO)
    return HttpResponseRedirect(admin.address("care", root))


def _page(request: HttpRequest, admin: "RootAdmin", root: Root, form: CareForm, *, status: int = 200) -> HttpResponse:
    return admin.tool_page(
        request,
        root,
        "admin/careers/care.html",
        title=_finding(root),
        subtitle=called(root),
        tool="Care",
        form=form,
        may_save=any(not field.disabled for field in form.fields.values()),
        status=status,
    )


def _finding(root: Root) -> str:
    """What there is to say first."""
    owner = root.owner
    return f"{deeds.called(owner)} looks after it" if owner else "Nobody looks after it yet"


TOOL = Tool("care", "view", care, "Care")
