"""Saving in forms of the desk: by hand and by itself, never over what somebody else has saved unseen."""

from collections.abc import Callable
from copy import copy
from typing import Any, cast

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.urls import URLPattern
from django.utils import timezone

from careers.admin import answers, marks
from careers.admin.answers import Doubts
from careers.admin.both_texts import both_texts
from careers.admin.gone import gone_page
from careers.admin.here import here
from careers.admin.marks import Marks
from careers.admin.references import owner_of
from careers.admin.renewing import renewed
from careers.admin.rights import person
from careers.admin.signed_out import TYPIST, kept_when_signed_out, typist
from careers.admin.typed import ModelAdmin
from careers.services import keeping
from careers.services.holding import hold

Draw = Callable[..., HttpResponse]
"""Django's own handling of a request for the form; what the templates are told besides is named."""

AUTOSAVE, DISCARD, SHOWN, SEEN, STORED = "_autosave", "_discard", "_shown", "seen", "stored"


class Unsaved:
    """Mixin of forms that are drawn with what was typed, and save nothing."""

    def is_valid(self) -> bool:
        """Look for faults, to name them, and find it not valid whatever there is."""
        return bool(super().is_valid() and False)  # type: ignore[misc]


class Saving(ModelAdmin):
    """Mixin of model admins: nothing typed is lost, and nobody overwrites what they have not seen."""

    def get_urls(self) -> list[URLPattern]:
        """Keep what is sent to a form after the session has ended."""
        urls = super().get_urls()
        for url in urls:
            if (url.name or "").endswith(("_add", "_change")):
                url.callback = kept_when_signed_out(url.callback, self.admin_site.has_permission)
        return urls

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> type[Any]:
        """The form; one that cannot be saved where it is only to be drawn with what was typed."""
        form: type[Any] = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (Unsaved, form), {}) if SHOWN in request.POST else form

    def _changeform_view(
        self, request: HttpRequest, object_id: str | None, form_url: str, extra_context: Any
    ) -> HttpResponse:
        def draw(request: HttpRequest, **told: Any) -> HttpResponse:
            context = (extra_context or {}) | told
            return super(Saving, self)._changeform_view(request, object_id, form_url, context)  # type: ignore[misc,no-any-return]

        handle = self._sent if request.method == "POST" else self._opened
        return handle(request, object_id, draw)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Tell the page what the form sends along, who else is at work, and where two have typed."""
        row, user = kwargs.get("obj"), person(request)
        root = owner_of(row) if row else None
        may_type = self.has_change_permission(request, row) if row else self.has_add_permission(request)
        context |= {"may_type": may_type, TYPIST: typist(user, request.path), "path": request.path}
        if root and root.pk:
            context["here"] = here(root, user, str(row))
        if row and "seen_before" in context:
            form, inlines = context["adminform"].form, context["inline_admin_formsets"]
            now = marks.read(context[SEEN])
            context["both"] = both_texts(form, inlines, context["seen_before"], now, user)
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        """Where it goes on after a new row; nothing typed has to be kept any more."""
        keeping.forget(user=person(request), path=request.path)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Where it goes on after saving; the script that saves by itself is told what it has seen by that."""
        keeping.forget(user=person(request), path=request.path)
        if AUTOSAVE in request.POST:
            return answers.saved(timezone.now(), marks.written(marks.marks_of(self, request, obj)))
        return super().response_change(request, obj)

    def _opened(self, request: HttpRequest, object_id: str | None, draw: Draw) -> HttpResponse:
        row = self._row(request, object_id)
        kept = keeping.kept(user=person(request), path=request.path)
        if object_id is not None and row is None:
            return gone_page(self, request, object_id, entries_of(kept), 410) if kept else draw(request)
        # Before the form is read: what is saved between the two counts as unseen.
        now = marks.marks_of(self, request, row) if row and self.has_change_permission(request, row) else {}
        told: dict[str, Any] = {SEEN: marks.written(now), "kept": kept}
        if kept is None or STORED in request.GET or not (now or row is None):
            return draw(request, **told)
        return self._shown(request, row, entries_of(kept), now, draw, **told, shows_kept=True)

    def _sent(self, request: HttpRequest, object_id: str | None, draw: Draw) -> HttpResponse:
        if DISCARD in request.POST:
            keeping.forget(user=person(request), path=request.path)
            return HttpResponseRedirect(request.path)
        row = self._row(request, object_id)
        if row is None:
            return self._sent_without_row(request, object_id, draw)
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        self._hold(row)
        seen, now = marks.read(request.POST.get(SEEN, "")), marks.marks_of(self, request, row)
        if not now:
            # It was deleted while this waited for its turn.
            return self._sent_without_row(request, object_id, draw)
        if not marks.agree(seen, now) and not (seen and self._doubts(request, row).is_unchanged):
            return self._stale(request, row, now, draw)
        return self._save(request, row, draw, **{SEEN: marks.written(now)})

    def _save(self, request: HttpRequest, row: models.Model | None, draw: Draw, **told: Any) -> HttpResponse:
        is_autosave = AUTOSAVE in request.POST
        doubts = self._doubts(request, row) if is_autosave else None
        if doubts and doubts.words:
            return self._keep(request, answers.kept(doubts))
        answer = draw(request, **told)
        return answer if answer.status_code != 200 or is_autosave else self._keep(request, answer)

    def _stale(self, request: HttpRequest, row: models.Model, now: Marks, draw: Draw) -> HttpResponse:
        if AUTOSAVE in request.POST:
            return self._keep(request, answers.stale())
        answer = self._shown(request, row, request.POST, now, draw, **{SEEN: marks.written(now)})
        answer.status_code = 409
        return self._keep(request, answer)

    def _sent_without_row(self, request: HttpRequest, object_id: str | None, draw: Draw) -> HttpResponse:
        if object_id is None and self.has_add_permission(request):
            return self._save(request, None, draw)
        if object_id is None or not self.has_change_permission(request):
            raise PermissionDenied
        if AUTOSAVE in request.POST:
            return self._keep(request, answers.gone())
        return self._keep(request, gone_page(self, request, object_id, request.POST, 409))

    def _shown(
        self, request: HttpRequest, row: models.Model | None, entries: QueryDict, now: Marks, draw: Draw, **told: Any
    ) -> HttpResponse:
        """The form with what was typed instead of what is stored; with both where that was saved by somebody else."""
        seen = marks.read(entries.get(SEEN, ""))
        if row and not marks.agree(seen, now):
            told["seen_before"] = seen
            for formset, inline in self.get_formsets_with_inlines(request, row):
                prefix = formset.get_default_prefix()
                below = inline.get_queryset(request).filter(**{formset.fk.name: row})
                last = below.aggregate(last=models.Max("position", default=-1))["last"]
                entries = renewed(entries, prefix, marks.keys_below(now, prefix), last)
        return draw(showing(request, entries), **told)

    def _keep(self, request: HttpRequest, answer: HttpResponse) -> HttpResponse:
        entries = ((name, values) for name, values in request.POST.lists() if not name.startswith("_"))
        try:
            keeping.keep(user=person(request), path=request.path, entries=entries, at=timezone.now())
        except keeping.TooLong:
            return answers.too_long() if isinstance(answer, JsonResponse) else answer
        return answer

    def _doubts(self, request: HttpRequest, row: models.Model | None) -> Doubts:
        """What speaks against saving what was sent without being asked to."""
        form = self.get_form(request, row, change=row is not None)(request.POST, instance=row)
        formsets, _ = self._create_formsets(request, form.instance, change=row is not None)  # type: ignore[attr-defined]
        return Doubts(form, formsets, is_new=row is None)

    def _row(self, request: HttpRequest, object_id: str | None) -> models.Model | None:
        return self.get_object(request, unquote(object_id)) if object_id is not None else None

    def _hold(self, row: models.Model) -> None:
        root = owner_of(row)
        if root and root.pk:
            hold(root)


def entries_of(kept: Any) -> QueryDict:
    """What was kept as a browser would send it."""
    found = QueryDict(mutable=True)
    for name, values in kept.entries.items():
        found.setlist(name, values)
    return found


def showing(request: HttpRequest, entries: QueryDict) -> HttpRequest:
    """A request that asks to draw the form with these entries, and to save nothing."""
    shown: Any = copy(request)
    shown.method, shown.POST = "POST", entries.copy()
    shown.POST[SHOWN] = "1"
    return cast(HttpRequest, shown)
