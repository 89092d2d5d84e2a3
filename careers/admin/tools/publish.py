"""Publishing on the desk: what the checks say, what changes for readers, and when."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from careers import services
from careers.admin.findings import stopping
from careers.admin.rights import person
from careers.admin.sent import number
from careers.admin.tools.ahead import Ahead, Publication, ahead
from careers.admin.tools.tool import Tool
from careers.models import Comment
from careers.models.desk.roots import Root, called, noun
from careers.presentation import words
from careers.problems import DocumentError
from careers.services import drafts
from careers.services.holding import hold

if TYPE_CHECKING:
    from careers.admin.roots import RootAdmin

FARTHEST = timedelta(days=731)
"""How far ahead something can be scheduled: two years, leap day included."""

TYPED = "%Y-%m-%dT%H:%M"
"""How browsers send the day and the time of one field."""

REFUSALS: dict[type[Exception], str] = {
    services.Scheduled: "Nothing was scheduled: just this waits for that time already.",
    services.Unchanged: "Nothing was published: readers already see what the draft says.",
    services.Overtaken: "Nothing was published: somebody has scheduled, or cancelled a schedule, since you opened this "
    "page. Look again, then choose when.",
    services.Moved: "Nothing was published: somebody has changed the draft since you opened this page. Look at what "
    "changes now, then publish.",
    services.NotApproved: "Nothing was published: a second person has to approve the draft as it is now.",
    services.PastSchedule: "Nothing was scheduled: that time is over. Choose a later one.",
    DocumentError: "Nothing was published: there are problems to put right first. The draft is kept.",
}
"""What is said of each refusal; the first that fits."""

INCOMPLETE = "Nothing was published: the answer marked below needs another look. The draft is kept."


class WhenForm(forms.Form):
    """Now, or at a time that is typed in UTC."""

    when = forms.ChoiceField(
        choices=[("now", "Now"), ("later", "At a set time")],
        initial="now",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose when", "invalid_choice": "Choose when"},
    )
    live_at = forms.DateTimeField(
        required=False,
        input_formats=[TYPED, f"{TYPED}:%S"],
        widget=forms.DateTimeInput(format=TYPED, attrs={"type": "datetime-local", "class": "input"}),
        error_messages={"invalid": "Give the day and the time, such as 2027-02-01T06:00"},
    )

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        """Take the present moment: what is over cannot be chosen."""
        super().__init__(*args, **kwargs)
        self.at = at
        self.fields["live_at"].help_text = f"Only for a set time. It is {words.moment(at)} now; two years ahead at most"

    def clean(self) -> dict[str, Any]:
        """Ask for a time where one is wanted, and forget it where none is."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("when") != "later":
            self.errors.pop("live_at", None)
            return cleaned | {"live_at": None}
        if "live_at" not in cleaned:
            return cleaned
        if fault := self._fault(cleaned["live_at"]):
            self.add_error("live_at", fault)
            return cleaned
        # Whoever sends a time with an offset means that moment.
        return cleaned | {"live_at": cleaned["live_at"].astimezone(UTC)}

    def _fault(self, live_at: datetime | None) -> str:
        if live_at is None:
            return "Give the day and the time, or choose to publish now"
        if live_at <= self.at:
            return f"{words.moment(live_at)} is over. Give a later time, or choose to publish now"
        farthest = self.at + FARTHEST
        return f"Give a time before {words.day(farthest.date().isoformat())}" if live_at > farthest else ""


def publish(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """Show what would change; publish or schedule it when asked to."""
    at = timezone.now()
    if request.method != "POST":
        return _page(request, admin, root, WhenForm(at=at))
    form = WhenForm(request.POST, at=at)
    if not form.is_valid():
        return _page(request, admin, root, form, refusal=INCOMPLETE, status=422)
    try:
        published = _published(request, root, form.cleaned_data["live_at"])
    except tuple(REFUSALS) as error:
        refusal = next(words for kind, words in REFUSALS.items() if isinstance(error, kind))
        return _page(request, admin, root, form, refusal=refusal, status=409)
    _tell(request, admin, root, published, is_scheduled=bool(form.cleaned_data["live_at"]))
    return HttpResponseRedirect(admin.address("publish", root))


@transaction.atomic
def _published(request: HttpRequest, root: Root, live_from: datetime | None) -> Publication:
    hold(root)
    return services.publish(
        root=root,
        by=person(request),
        # Read while nobody else can publish: at a moment from before, what they publish now would seem scheduled.
        at=timezone.now(),
        seen=request.POST.get("seen", ""),
        instead_of=number(request.POST.get("instead_of", "")),
        live_from=live_from,
    )


def _tell(request: HttpRequest, admin: "RootAdmin", root: Root, published: Publication, *, is_scheduled: bool) -> None:
    """Say from when readers see it, and what ended with it."""
    if is_scheduled:
        told = f"{noun(root).capitalize()} {published.number} of {root} goes live at {words.moment(published.starts)}."
    else:
        told = admin.published_message(root, published.number)
    admin.message_user(request, told, messages.SUCCESS)
    draft = drafts.ended_with(root, published.number)
    comments = Comment.objects.of(root).filter(resolved_with=published.number).count()
    ended = [f"The draft “{draft.name}” ended with it."] if draft else []
    if comments:
        ended.append(f"{words.counting(comments)} {'comment is' if comments == 1 else 'comments are'} resolved.")
    if ended:
        admin.message_user(request, " ".join(ended), messages.INFO)


def _page(
    request: HttpRequest, admin: "RootAdmin", root: Root, form: WhenForm, *, refusal: str = "", status: int = 200
) -> HttpResponse:
    look = ahead(root, form.at)
    return admin.tool_page(
        request,
        root,
        "admin/careers/publish.html",
        title=_finding(root, look),
        subtitle=called(root),
        tool="Publish",
        noun=noun(root),
        look=look,
        form=form,
        refusal=refusal,
        status=status,
    )


def _finding(root: Root, look: Ahead) -> str:
    """What there is to say first."""
    name = f"{noun(root).capitalize()} {look.number}"
    if not look.is_ahead:
        return "There is nothing to publish"
    if look.stops:
        return stopping(len(look.stops))
    if look.is_waiting:
        return "The draft is scheduled as it is"
    if root.needs_approval and not look.approval:
        return f"{name} waits for a second person"
    return f"{name} is ready to publish"


@require_POST
def cancel(request: HttpRequest, admin: "RootAdmin", root: Root) -> HttpResponse:
    """Cancel the schedule of the publication with that number."""
    publication: Any = get_object_or_404(root.published, number=number(request.POST.get("number", "")))
    name = f"{noun(root)} {publication.number}"
    if _cancelled(request, root, publication):
        told = f"The schedule of {name} is cancelled, and what it said is kept. Readers see what they saw."
        admin.message_user(request, told, messages.SUCCESS)
    else:
        told = f"{name.capitalize()} does not wait any more: nothing was cancelled."
        admin.message_user(request, told, messages.WARNING)
    return HttpResponseRedirect(admin.address("publish", root))


@transaction.atomic
def _cancelled(request: HttpRequest, root: Root, publication: Publication) -> bool:
    hold(root)
    # Read once nobody else writes: what went live while this waited is what readers see.
    return services.withdraw(publication=publication, by=person(request), at=timezone.now())


TOOL = Tool("publish", "publish", publish, "Publish")
CANCEL = Tool("publish/cancel", "publish", cancel)
