"""What was published, to look at: nothing here can be added, changed or deleted."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from careers.admin.typed import ModelAdmin
from careers.models import Edition, InstrumentVersion


class ReadOnly(ModelAdmin):
    """Rows that are never changed."""

    ordering = ("-live_from",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Publishing adds them."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Readers and results rely on them."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Readers and results rely on them."""
        return False


@admin.register(Edition)
class EditionAdmin(ReadOnly):
    """Editions of guides."""

    list_display = ("career", "number", "live_from", "published_by")
    list_filter = ("career",)
    list_select_related = ("career", "published_by")


@admin.register(InstrumentVersion)
class InstrumentVersionAdmin(ReadOnly):
    """Versions of the catalogue."""

    list_display = ("catalogue", "number", "live_from", "published_by")
    list_select_related = ("catalogue__career", "published_by")
