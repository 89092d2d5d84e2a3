"""Guides on the desk: the career with its key facts, its sections, figures and sources."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from careers.admin.base import DeskAdmin
from careers.admin.figures import FigureForm
from careers.admin.guide_form import GuideForm
from careers.admin.inlines import SECTION_INLINES
from careers.admin.references import ReferenceForm
from careers.admin.roots import RootAdmin
from careers.models import Career, Figure, Section, Source
from careers.services.stable import is_published


@admin.register(Career)
class CareerAdmin(RootAdmin):
    """Guides: what stands at the top of each, how it stands, and its publishing."""

    form = GuideForm
    list_display = ("title", "state", "review_by", "page")
    search_fields = ("title", "slug")
    fieldsets = (
        (None, {"fields": ("title", "slug", "abbreviation", "tagline", "summary", "reviewed_on", "review_by")}),
        ("Pay, growth and openings", {"fields": ("pay", "pay_range", "pay_compare", "growth", "openings")}),
        ("Industries and education", {"fields": ("top_industries", "top_industries_source", "typical_education")}),
        ("Cautions", {"fields": ("caution_pay", "caution_growth", "caution_openings")}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The address of a published guide stays, unless the guide is moved."""
        return ("slug",) if obj and obj.published.exists() else ()

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form, which leads from an address that stays to the page that moves it."""
        moving = self.offered(request, obj, "move") if obj else ""
        if moving and self.get_readonly_fields(request, obj):
            words = format_html('Readers know it. <a href="{}">Move to another address</a>', moving)
            kwargs["help_texts"] = {"slug": words}
        return super().get_form(request, obj, change=change, **kwargs)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Say that published guides stay, rather than which rights are missing for their editions."""
        to_delete, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return to_delete, counts, set() if protected else lacking, protected

    def view_on_site(self, obj: Career) -> str:
        """Where the guide is read."""
        return obj.get_absolute_url()

    def published_message(self, root: Career, number: int) -> str:
        """Say so, with a link to the page that readers see."""
        address = root.get_absolute_url()
        return format_html('Edition {} of {} is live. <a href="{}">See the page</a>', number, root, address)

    @admin.display(description="state")
    def state(self, career: Any) -> str:
        """How the guide stands."""
        return str(career.standing.words).capitalize()

    @admin.display(description="page")
    def page(self, career: Any) -> SafeString | str:
        """A link to the page that readers see, once there is one."""
        if career.standing.live is None:
            return "none yet"
        return format_html('<a href="{}">Edition {}</a>', career.get_absolute_url(), career.standing.live)


class OfCareer(DeskAdmin):
    """Rows of one guide; they stay with it."""

    form = ReferenceForm
    list_filter = ("career",)
    list_select_related = ("career",)
    ordering = ("career__title", "position", "pk")
    list_per_page = 50

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A row that exists stays with its guide, and under its key once that was published: other rows name it."""
        return ("career", *(("key",) if is_published(obj) else ())) if obj else ()


@admin.register(Section)
class SectionAdmin(OfCareer):
    """Sections, each with the rows of its kind."""

    list_display = ("title", "career", "kind", "position")
    search_fields = ("title", "slug", "lead", "body")
    fieldsets = (
        ("Text", {"fields": ("career", "title", "slug", "kind", "lead", "body")}),
        ("Figures and sources", {"fields": ("figures", "sources")}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The kind decides which rows there are, so it stays as well; links of readers name a published slug."""
        return ("career", "kind", *(("slug",) if is_published(obj) else ())) if obj else ()

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        """The rows of the section's kind; a new section has none before it is saved."""
        return SECTION_INLINES[obj.kind] if obj else []

    def view_on_site(self, obj: Section) -> str:
        """Where the section is read."""
        return f"{obj.career.get_absolute_url()}#{obj.slug}"


@admin.register(Figure)
class FigureAdmin(OfCareer):
    """Figures with unit, place, year, sample size and source."""

    form = FigureForm
    list_display = ("label", "key", "career", "measure", "year", "source")
    list_filter = ("career", "measure")  # type: ignore[assignment]
    search_fields = ("label", "key", "source")
    fieldsets = (
        ("What it measures", {"fields": ("career", "label", "key", "measure")}),
        ("Number", {"fields": ("value", "low", "high", "open_ended", "estimate", "unit", "period", "geography")}),
        ("Where it comes from", {"fields": ("source", "year", "sample_size", "note", "conflicts_with")}),
    )


@admin.register(Source)
class SourceAdmin(OfCareer):
    """Sources."""

    list_display = ("title", "key", "career", "publisher", "year")
    list_filter = ("career", "kind")  # type: ignore[assignment]
    search_fields = ("title", "key", "publisher", "url")
