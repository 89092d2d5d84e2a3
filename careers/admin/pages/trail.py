"""The audit trail: who did what when, filtered by guide, person, kind and days, on a page and in files."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.admin.pages.page import Page
from careers.models import Career, Catalogue, Deed
from careers.models.desk.deeds import DeedQuerySet
from careers.presentation import spreadsheet
from careers.presentation.desk import trail as told

if TYPE_CHECKING:
    from careers.desk import Desk

PAGE = 50
MOST = 50_000
"""Deeds that a file holds."""

COMMAND = "-"
"""What stands in the address for deeds of no person."""

INSTRUMENT = "instrument"
KINDS = [("", "Everything"), *((kind, kind.capitalize()) for kind in Deed.What.values)]


class DayInput(forms.DateInput):
    """A day, as browsers let people choose it."""

    input_type = "date"

    def __init__(self) -> None:
        """Browsers send and take ISO dates only."""
        super().__init__(format="%Y-%m-%d")


class TrailForm(forms.Form):
    """What of the trail is asked for."""

    of = forms.ChoiceField(label="Guide", required=False)
    who = forms.ChoiceField(label="Person", required=False)
    what = forms.ChoiceField(label="What", required=False, choices=KINDS)
    since = forms.DateField(label="From", required=False, widget=DayInput)
    until = forms.DateField(label="To", required=False, widget=DayInput)

    def __init__(self, data: QueryDict) -> None:
        """Offer the guides that there are, and the people whom the trail names."""
        super().__init__(data)
        guides = [(str(pk), title) for pk, title in Career.objects.values_list("pk", "title")]
        people = Deed.objects.exclude(who="").order_by("who").values_list("who", flat=True).distinct()
        offered: dict[str, list[tuple[str, str]]] = {
            "of": [("", "All"), (INSTRUMENT, "The instrument"), *guides],
            "who": [("", "Everybody"), (COMMAND, "Commands"), *((who, who) for who in people)],
        }
        for field in self.fields.values():
            field.widget.attrs["class"] = "input"
        for name, choices in offered.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse days in the wrong order."""
        found = super().clean() or self.cleaned_data
        if (first := found.get("since")) and (last := found.get("until")) and last < first:
            self.add_error("until", "This day is before the first one.")
        return found

    def deeds(self) -> DeedQuerySet:
        """What was asked for, the newest first; all of it where that cannot be told."""
        asked = self.cleaned_data if self.is_valid() else {}
        filters: dict[str, Any] = {"what": asked.get("what"), "at__gte": _midnight(asked.get("since"))}
        filters["at__lt"] = _midnight(asked.get("until"), days=1)
        if who := asked.get("who"):
            filters["who"] = "" if who == COMMAND else who
        if of := asked.get("of"):
            filters |= {"catalogue__in": Catalogue.objects.all()} if of == INSTRUMENT else {"career": of}
        wanted = {name: value for name, value in filters.items() if value or name == "who"}
        found: DeedQuerySet = Deed.objects.filter(**wanted)
        return found


def _midnight(day: date | None, days: int = 0) -> datetime | None:
    """The beginning of the day, or of a later one, UTC; the last day that there is has none after it."""
    if day is None or (days and day >= date.max - timedelta(days=days)):
        return None
    return datetime.combine(day + timedelta(days=days), time(), tzinfo=UTC)


@require_safe
def trail(request: HttpRequest, site: "Desk") -> HttpResponse:
    """The trail, a page of it at a time."""
    form = TrailForm(request.GET)
    shown = Paginator(form.deeds(), PAGE).get_page(request.GET.get("page"))
    asked = request.GET.copy()
    asked.pop("page", None)
    context = {
        "title": "Audit trail",
        "form": form,
        "page": shown,
        "lines": told.lines(shown),
        "query": asked.urlencode(),
        "most": MOST,
    }
    return TemplateResponse(request, "admin/trail.html", site.each_context(request) | context)


@require_safe
def as_csv(request: HttpRequest, site: "Desk") -> HttpResponse:
    """The filtered trail for spreadsheets."""
    text = spreadsheet.written(told.table(_asked(request)[:MOST]))
    return HttpResponse(text, content_type="text/csv; charset=utf-8; header=present", headers=_named("csv"))


@require_safe
def as_json(request: HttpRequest, site: "Desk") -> HttpResponse:
    """The filtered trail for programs."""
    deeds = _asked(request)
    data = {"deeds": told.rows(deeds[:MOST]), "left_out": max(0, deeds.count() - MOST)}
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False}, headers=_named("json"))


def _asked(request: HttpRequest) -> DeedQuerySet:
    """What the file holds: nothing else than what was asked for, so a filter that means nothing has no file."""
    form = TrailForm(request.GET)
    if not form.is_valid():
        raise Http404
    return form.deeds()


def _named(ending: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="trail-{timezone.now():%Y-%m-%d}.{ending}"'}


PAGES = (
    Page("trail/", "trail", "careers.view_deed", trail),
    Page("trail.csv", "trail-csv", "careers.view_deed", as_csv),
    Page("trail.json", "trail-json", "careers.view_deed", as_json),
)
