"""Keys typed on the desk lead somewhere: choices where one is asked for, a check where there are several."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models

from careers.admin.typed import BaseInlineFormSet, ModelForm
from careers.models import (
    Action,
    Career,
    Catalogue,
    CatalogueSource,
    Condition,
    Domain,
    Figure,
    Gate,
    Level,
    Skill,
    Source,
)


@dataclass(frozen=True, slots=True)
class Target:
    """What a key may name: rows of a model that belong to the same owner, or any where there is no owner."""

    model: type[models.Model]
    noun: str
    owner: str | None
    key: str = "key"


SOURCE = Target(Source, "a source of this guide", "career")
FIGURE = Target(Figure, "a figure of this guide", "career")
SKILL = Target(Skill, "a skill of the catalogue", None)
GUIDE = Target(Career, "a guide of this site", None, "slug")
ACTION = Target(Action, "an action", "catalogue")
GATE = Target(Gate, "a gate", "catalogue")

OF_GUIDES = {
    **dict.fromkeys(("source", "sources", "top_industries_source"), SOURCE),
    **dict.fromkeys(("figure", "figures", "median_figure", "average_figure", "conflicts_with"), FIGURE),
    **dict.fromkeys(("pay", "pay_range", "growth", "openings", "pay_compare"), FIGURE),
    **dict.fromkeys(("skill", "also", "skills"), SKILL),
    "career_slug": GUIDE,
}
OF_CATALOGUES = {
    "sources": Target(CatalogueSource, "a source of the catalogue", "catalogue"),
    "domain": Target(Domain, "a domain", "catalogue"),
    "level": Target(Level, "a level of the catalogue", "catalogue"),
    "skill": Target(Skill, "a skill of the catalogue", "catalogue"),
    "requires_conditions": Target(Condition, "a condition", "catalogue"),
    **dict.fromkeys(("met_by_actions", "requires_actions", "satisfied_by"), ACTION),
    **dict.fromkeys(("prerequisite", "satisfies"), GATE),
}


class Known:
    """The keys that rows of one owner may name; each model is read once."""

    def __init__(self, owner: Career | Catalogue | None) -> None:
        self.owner = owner
        self.targets: Mapping[str, Target] = OF_CATALOGUES if isinstance(owner, Catalogue) else OF_GUIDES
        self._names: dict[Target, dict[str, str]] = {}

    def target(self, name: str, field: forms.Field) -> Target | None:
        """What the field's keys name, or None for a field that holds no keys."""
        # Keys are texts: an anchor's level is a number, and its skill is the row that it belongs to.
        return self.targets.get(name) if isinstance(field, forms.CharField) else None

    def names(self, target: Target) -> dict[str, str]:
        """The known keys and what their rows are called."""
        if target not in self._names:
            rows: Any = target.model._default_manager.all()
            if target.owner:
                rows = rows.filter(**{target.owner: self.owner}) if self.owner and self.owner.pk else rows.none()
            self._names[target] = {getattr(row, target.key): str(row) for row in rows}
        return self._names[target]


def owner_of(row: models.Model) -> Career | Catalogue | None:
    """The guide or the catalogue that a row belongs to; None while nobody has chosen it."""
    if isinstance(row, Career | Catalogue):
        return row
    for link in ("career", "catalogue", "section", "skill", "gate", "action", "item", "domain"):
        # A skill's `domain` and an item's `skill` are keys, not links.
        if f"{link}_id" in row.__dict__:
            parent = getattr(row, link) if getattr(row, f"{link}_id") else None
            return owner_of(parent) if parent else None
    return None


class ReferenceForm(ModelForm):
    """A form that offers known keys and refuses unknown ones by name."""

    def __init__(self, *args: Any, known: Known | None = None, **kwargs: Any) -> None:
        """Turn each field that holds one key into a choice, once the owner is settled."""
        super().__init__(*args, **kwargs)
        self.known = known or Known(owner_of(self.instance))
        if self.known.owner and self.known.owner.pk:
            for name, field in self.fields.items():
                self._offer(name, field)

    def clean(self) -> dict[str, Any]:
        """Check every key against the rows that it may name."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        owner = cleaned.get("career") or cleaned.get("catalogue")
        known = Known(owner) if isinstance(owner, Career | Catalogue) and owner != self.known.owner else self.known
        for name in list(cleaned):
            target = known.target(name, self.fields[name])
            if target:
                self._refuse_unknown(name, target, known)
        return cleaned

    def _get_validation_exclusions(self) -> set[str]:
        # A key stands once for each owner, also on pages where the owner itself cannot be changed.
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return excluded - ({"career", "catalogue"} - set(self.fields))

    def _offer(self, name: str, field: forms.Field) -> None:
        target = self.known.target(name, field)
        column = self._meta.model._meta.get_field(name) if target else None
        if target and isinstance(column, models.CharField):
            present = self.initial.get(name) or ""
            offered = {"": "none", present: present} | self.known.names(target)
            field.widget = forms.Select(choices=[(key, _choice(key, called)) for key, called in offered.items()])

    def _refuse_unknown(self, name: str, target: Target, known: Known) -> None:
        value = self.cleaned_data[name]
        own = self.cleaned_data.get("key") if isinstance(self.instance, target.model) else None
        for key in value if isinstance(value, list) else [value]:
            if key and key != own and key not in known.names(target):
                self.add_error(name, f"“{key}” is not {target.noun}.")


def _choice(key: str, called: str) -> str:
    return f"{key}: {called}" if key and called != key else called


MOST_ROWS = 400
"""Rows that a form can hold: no section comes near, and to draw thousands would hold a worker for half a minute."""


class ReferenceFormSet(BaseInlineFormSet):
    """Rows of one parent: they know the same keys, and a new one comes last."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Read the known keys once for all rows."""
        super().__init__(*args, **kwargs)
        self.absolute_max = MOST_ROWS
        self.known = Known(owner_of(self.instance))

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """Hand the known keys to each row, and the next place to new ones."""
        kwargs: dict[str, Any] = super().get_form_kwargs(index) | {"known": self.known}
        if index is None or index >= self.initial_form_count():
            kwargs["initial"] = {"position": max([-1, *(row.position for row in self.get_queryset())]) + 1}
        return kwargs
