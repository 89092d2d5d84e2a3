"""Two who save the same at the same moment: the form says so, at its field, rather than the database."""

from typing import Any

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse

from careers.admin.typed import ModelAdmin


class Again(ModelAdmin):
    """Mixin of model admins: what the database refuses is checked once more."""

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The form; where somebody has saved the same key or address since it was checked, its own words for that."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError:
            return super().changeform_view(request, object_id, form_url, extra_context)
