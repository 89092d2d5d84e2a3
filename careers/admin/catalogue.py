"""The catalogue on the desk: skills, gates, actions, scenario items and what they refer to."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from careers import models as m
from careers.admin.base import DeskAdmin
from careers.admin.inlines import inline
from careers.admin.references import ReferenceForm
from careers.admin.roots import RootAdmin
from careers.models.catalogue import CatalogueRow
from careers.services.stable import is_published

TIMES = ("weeks_min", "weeks_max", "hours_min", "hours_max")
REQUIRED = ("requires_actions", "requires_conditions")
FRONT_MATTER = ("career", "competencies_meta", "actions_meta", "published_frameworks")


@admin.register(m.Catalogue)
class CatalogueAdmin(RootAdmin):
    """The catalogue itself: its professions and open questions, how it stands, and its publishing."""

    list_display = ("career", "state")
    list_select_related = ("career",)
    fieldsets = (
        (None, {"fields": ("career", "professions", "uncertainties")}),
        ("Notes on method", {"fields": FRONT_MATTER[1:], "classes": ("collapse",)}),
    )
    # The notes on method are free data: they come with the documents.
    readonly_fields = FRONT_MATTER

    def has_add_permission(self, request: HttpRequest) -> bool:
        """The catalogue comes with the documents."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Attempts and plans stand on it."""
        return False

    def published_message(self, root: m.Catalogue, number: int) -> str:
        """Say which version new attempts use."""
        return f"Version {number} is live. New attempts and plans use it; the others keep the version they have."

    @admin.display(description="state")
    def state(self, catalogue: Any) -> str:
        """How the catalogue stands."""
        return str(catalogue.standing.words).capitalize()


class OfCatalogue(DeskAdmin):
    """Rows of the catalogue."""

    form = ReferenceForm
    ordering = ("position", "pk")
    list_per_page = 100

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A row that exists stays in its catalogue, and under its key once that was published: results name it."""
        keyed = isinstance(obj, CatalogueRow) and is_published(obj)
        return ("catalogue", *(("key",) if keyed else ())) if obj else ()


@admin.register(m.Level, m.Proficiency)
class PlainAdmin(OfCatalogue):
    """Rows with nothing below them."""


@admin.register(m.CatalogueSource)
class CatalogueSourceAdmin(OfCatalogue):
    """Sources of the catalogue."""

    list_display = ("title", "key", "year", "access")
    search_fields = ("title", "key", "supports")


@admin.register(m.Domain)
class DomainAdmin(OfCatalogue):
    """Domains with their weights."""

    list_display = ("name", "key", "weight", "position")
    inlines = (inline(m.DomainWeight),)


@admin.register(m.Skill)
class SkillAdmin(OfCatalogue):
    """Skills with their anchors and requirements."""

    list_display = ("name", "key", "domain", "kind", "weight")
    list_filter = ("domain", "kind")
    search_fields = ("name", "key", "definition")
    fieldsets = (
        ("Skill", {"fields": ("catalogue", "name", "key", "domain", "kind", "definition")}),
        ("Requirement", {"fields": ("required_rationale", "weight", "sources")}),
    )
    inlines = (inline(m.Anchor), inline(m.Requirement))


@admin.register(m.Gate)
class GateAdmin(OfCatalogue):
    """Gates with how firmly each level asks for them."""

    list_display = ("name", "key", "confidence")
    search_fields = ("name", "key")
    fieldsets = (
        ("Gate", {"fields": ("catalogue", "name", "key", "applies_to", "confidence")}),
        ("How it is met", {"fields": ("how_met", "substitutes", "satisfied_by", "evidence")}),
        ("Where it comes from", {"fields": ("sources", "note", "note_date")}),
    )
    inlines = (inline(m.GateRequirement),)


@admin.register(m.Condition)
class ConditionAdmin(OfCatalogue):
    """Conditions of actions."""

    list_display = ("name", "key", "scope")
    list_filter = ("scope",)
    search_fields = ("name", "key")


@admin.register(m.Action)
class ActionAdmin(OfCatalogue):
    """Actions with what they lift and when they can be done."""

    list_display = ("name", "key", "kind", "hours_min", "hours_max", "cost_max_usd")
    list_filter = ("kind", "paid_time", "big_move")
    search_fields = ("name", "key", "provider", "summary")
    fieldsets = (
        ("Action", {"fields": ("catalogue", "name", "key", "kind", "provider", "summary", "note")}),
        ("Time and cost", {"fields": (*TIMES, "cost_min_usd", "cost_max_usd", "paid_time", "big_move", "repeatable")}),
        ("What it asks for and gives", {"fields": (*REQUIRED, "satisfies", "evidence", "window_on")}),
        ("Where it comes from", {"fields": ("source_title", "source_year", "source_url", "confidence")}),
    )
    inlines = (inline(m.Lift), inline(m.Window))


@admin.register(m.Item)
class ItemAdmin(OfCatalogue):
    """Scenario items with their options."""

    list_display = ("key", "skill", "level_probed", "difficulty")
    list_filter = ("skill",)
    search_fields = ("key", "stem")
    fieldsets = (
        ("Scenario", {"fields": ("catalogue", "key", "skill", "level_probed", "difficulty", "stem", "right_option")}),
        ("Reference", {"fields": ("reference_title", "reference_year", "reference_url")}),
    )
    inlines = (inline(m.Option),)

    def heading(self, row: Any) -> str:
        """Its key: the text of a scenario is long."""
        return f"Scenario {row.key}"
