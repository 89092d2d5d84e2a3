"""What was published, to look at: nothing here can be added, changed or deleted."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from careers.admin.typed import ModelAdmin
from careers.models import Edition, InstrumentVersion


class ReadOnly(ModelAdmin):
    """Rows that are never changed."""

    ordering = ("-live_from",)
    readonly_fields = ("onward",)
    root: str
    """The column that links to what was published."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Publishing makes them, whoever asks."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Readers have seen them."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing published is ever lost."""
        return False

    def get_list_display(self, request: HttpRequest) -> tuple[str, ...]:
        """The columns with the ways on: comparing for all, going back for those who may."""
        columns: tuple[str, ...] = (*super().get_list_display(request), "compared")
        return (*columns, "back") if request.user.has_perm(f"careers.publish_{self.root}") else columns

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """When it came, through whom, and where it is read; the document itself is for downloading."""
        return (self.root, "number", "live_from", "published_by", "onward")

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """The page is called what it shows."""
        return super().render_change_form(request, context | {"heading": context["original"]}, *args, **kwargs)

    @admin.display(description="read it")
    def onward(self, row: Any) -> str:
        """The ways to what it says."""
        download = reverse(f"admin:careers_{self.root}_export", args=[getattr(row, f"{self.root}_id")])
        return format_html('{} · <a href="{}">Download</a>', self._compare(row, "Compare with the draft"), download)

    @admin.display(description="compare")
    def compared(self, row: Any) -> str:
        """The way to what is different in the draft."""
        return self._compare(row, "Compare", f"{row} with the draft")

    @admin.display(description="go back")
    def back(self, row: Any) -> str:
        """The way to making it the draft again."""
        return self._way(row, "revert", f"to={row.number}", "Go back", f"to {row}")

    def _compare(self, row: Any, words: str, more: str = "") -> str:
        return self._way(row, "compare", f"from={row.number}", words, more)

    def _way(self, row: Any, tool: str, query: str, words: str, more: str) -> str:
        address = reverse(f"admin:careers_{self.root}_{tool}", args=[getattr(row, f"{self.root}_id")])
        return format_html('<a href="{}?{}">{}<span class="vh"> {}</span></a>', address, query, words, more)


@admin.register(Edition)
class EditionAdmin(ReadOnly):
    """Editions of guides."""

    root = "career"
    list_display = ("career", "number", "live_from", "published_by")
    list_filter = ("career",)
    list_select_related = ("career", "published_by")


@admin.register(InstrumentVersion)
class InstrumentVersionAdmin(ReadOnly):
    """Versions of the catalogue."""

    root = "catalogue"
    list_display = ("catalogue", "number", "live_from", "published_by")
    list_select_related = ("catalogue__career", "published_by")
