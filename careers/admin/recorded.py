"""What is done in forms of the desk goes to the audit trail and begins or goes on with a draft."""

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.text import get_text_list

from careers.admin.references import owner_of
from careers.admin.rights import person
from careers.admin.typed import ModelAdmin
from careers.models import Deed
from careers.presentation.desk.trail import lines
from careers.services import drafts

LATEST = 200
"""Deeds that the history of a row shows."""


class Recorded(ModelAdmin):
    """Mixin of model admins: the trail takes the place of Django's own log."""

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """What was done to one row, the latest first."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined,no-any-return]
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        root = owner_of(row)
        deeds = Deed.objects.of(root) if root else Deed.objects.none()
        if row != root:
            deeds = deeds.filter(model=self.opts.model_name, row=str(row.pk))
        context = self.admin_site.each_context(request) | {
            "title": f"History of {row}",
            "opts": self.opts,
            "original": row,
            "lines": lines(deeds[:LATEST]),
            "latest": LATEST,
        }
        return TemplateResponse(request, "admin/careers/history.html", context | (extra_context or {}))

    def log_addition(self, request: HttpRequest, obj: models.Model, message: Any) -> Any:
        """Note a new row."""
        _note(request, obj, Deed.What.ADDED, "")

    def log_change(self, request: HttpRequest, obj: models.Model, message: Any) -> Any:
        """Note which fields and rows changed; a form that was saved untouched is no change."""
        if message:
            _note(request, obj, Deed.What.EDITED, in_words(message))

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        """Note rows before they go; whoever comes second to one finds nothing to note."""
        for row in queryset:
            if _is_held(row):
                _note(request, row, Deed.What.DELETED, "")


def in_words(message: Any) -> str:
    """Django's message about a form as one line for each thing that happened."""
    if isinstance(message, str):
        return message
    return "\n".join(_line(verb, told) for part in message for verb, told in part.items())


def _line(verb: str, told: dict[str, Any]) -> str:
    fields = get_text_list([str(field) for field in told.get("fields", ())], "and")
    row = f"{told['name']} “{told['object']}”" if "name" in told else ""
    return f"{fields or row} {verb}" if not (fields and row) else f"{row}: {fields} {verb}"


def _is_held(row: models.Model) -> bool:
    """Whether the row is still there, once nobody else can write to its guide or to the instrument."""
    root = owner_of(row)
    if root is not None and root.pk:
        list(type(root)._default_manager.select_for_update().filter(pk=root.pk))
    return type(row)._default_manager.filter(pk=row.pk).exists()


def _note(request: HttpRequest, row: models.Model, what: str, words: str) -> None:
    root = owner_of(row)
    # A guide that is only just added or deleted has no draft: there was nothing before, or is nothing after.
    if root is None or not root.pk:
        return
    with transaction.atomic():
        drafts.edited(root=root, row=row, by=person(request), at=timezone.now(), words=words, what=what)
