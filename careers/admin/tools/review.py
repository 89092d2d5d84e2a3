"""Reviewing on the desk: what a draft changes, who wrote it, and what a second person says to it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from careers.admin.rights import person
from careers.admin.tools.ahead import Ahead, ahead
from careers.admin.tools.tool import Tool
from careers.models import Deed, Draft
from careers.models.desk.roots import Root, called, noun
from careers.services import drafts

if TYPE_CHECKING:
    from careers.admin.roots import RootAdmin

LONGEST_NOTE = 1000
TOLD = (Deed.What.NAMED, Deed.What.ASKED, Deed.What.APPROVED, Deed.What.SENT_BACK)
"""What was done to the draft as a whole, and is told on its page."""

INCOMPLETE = "Nothing was done yet: the answer marked below needs another look."
Write = Callable[[dict[str, Any]], object]


class NameForm(forms.Form):
    """What the draft is called."""

    name = forms.CharField(
        label="Name of the draft",
        max_length=drafts.LONGEST_NAME,
        help_text=f"Such as “New pay figures”; {drafts.LONGEST_NAME} characters at most",
        error_messages={"required": "Give the draft a name"},
    )


class NoteForm(forms.Form):
    """What reviewers are told who are asked."""

    note = forms.CharField(
        label="Note to reviewers",
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=f"Optional: what to look at first. {LONGEST_NOTE:,} characters at most",
    )


class ReasonForm(forms.Form):
    """Why a draft is sent back."""

    words = forms.CharField(
        label="What has to change",
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=f"The authors read this here. {LONGEST_NOTE:,} characters at most",
        error_messages={"required": "Say what has to change, so that the authors can go on"},
    )


def review(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """The draft as a whole."""
    return _page(request, admin, root)


@require_POST
def rename(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """Give the draft another name."""

    def write(answers: dict[str, Any]) -> object:
        return drafts.rename(root=root, name=answers["name"], by=person(request), at=timezone.now())

    return _do(request, admin, root, NameForm(request.POST), write, "The draft has its new name.")


@require_POST
def ask(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """Ask for a review."""

    def write(answers: dict[str, Any]) -> object:
        return drafts.ask_for_review(root=root, by=person(request), at=timezone.now(), note=answers["note"])

    told = "A review is asked for. Reviewers see it on the desk's first page."
    return _do(request, admin, root, NoteForm(request.POST), write, told)


@require_POST
def approve(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """Approve what was looked at."""

    def write(answers: dict[str, Any]) -> object:
        seen = request.POST.get("seen", "")
        return drafts.approve(root=root, by=person(request), at=timezone.now(), seen=seen)

    told = "The draft is approved as you saw it. It can be published until somebody edits it."
    return _do(request, admin, root, forms.Form(request.POST), write, told)


@require_POST
def send_back(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """Send the draft back, and say why."""

    def write(answers: dict[str, Any]) -> object:
        return drafts.send_back(root=root, by=person(request), at=timezone.now(), words=answers["words"])

    return _do(request, admin, root, ReasonForm(request.POST), write, "The draft is sent back to its authors.")


def _do(
    request: HttpRequest, admin: "RootAdmin", root: Root, form: forms.Form, write: Write, told: str
) -> HttpResponse:
    """Write what was answered, or show the page again with it."""
    if not form.is_valid():
        return _page(request, admin, root, form, refusal=INCOMPLETE, status=422)
    try:
        write(form.cleaned_data)
    except drafts.ReviewRefused as error:
        # Where it is refused, there is no form for it any more.
        typed = [field for field in form if field.value()]
        return _page(request, admin, root, refusal=str(error), typed=typed, status=409)
    admin.message_user(request, told, messages.SUCCESS)
    return HttpResponseRedirect(admin.address("review", root))


def _page(
    request: HttpRequest, admin: "RootAdmin", root: Root, sent: forms.Form | None = None, **told: Any
) -> HttpResponse:
    """The page; told besides may be a `refusal`, the fields that were `typed` for it, and the `status`."""
    look = ahead(root, timezone.now())
    draft = look.draft
    deeds = list(Deed.objects.of(root).filter(what__in=TOLD, at__gte=draft.started_at)) if draft else []
    authors = list(draft.authors.order_by("email")) if draft else []
    return admin.tool_page(
        request,
        root,
        "admin/careers/review.html",
        title=_finding(look, deeds),
        subtitle=called(root),
        tool="Review",
        noun=noun(root),
        look=look,
        authors=authors,
        is_author=request.user in authors,
        deeds=deeds,
        **_forms(sent, draft),
        **told,
    )


def _forms(sent: forms.Form | None, draft: Draft | None) -> dict[str, Any]:
    return {
        "name_form": _form(NameForm, sent, initial={"name": draft.name if draft else ""}),
        "note_form": _form(NoteForm, sent),
        "reason_form": _form(ReasonForm, sent),
    }


def _form(kind: type[forms.Form], sent: forms.Form | None, **given: Any) -> forms.Form:
    """The form that was sent with what was typed, or an empty one."""
    return sent if isinstance(sent, kind) else kind(**given)


def _finding(look: Ahead, told: list[Deed]) -> str:
    """What there is to say first."""
    if look.draft is None:
        return "There is no draft to review"
    if look.approval:
        return "The draft is approved as it is"
    if look.draft.is_in_review:
        return "The draft waits for a reviewer"
    if look.draft.approved_at:
        return "The draft was edited after its approval"
    last = next((deed.what for deed in told if deed.what != Deed.What.NAMED), "")
    return "The draft was sent back" if last == Deed.What.SENT_BACK else "Nobody has asked for a review"


TOOL = Tool("review", "view", review, "Review")
ACTIONS = (
    Tool("review/name", "change", rename),
    Tool("review/ask", "change", ask),
    Tool("review/approve", "review", approve),
    Tool("review/return", "review", send_back),
)
"""What is done on the page."""
