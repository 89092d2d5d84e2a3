"""Where two people have saved the same form: what each has typed, and who was first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db import models
from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from careers.admin.marks import Marks, keys_below
from careers.models import Deed
from careers.presentation.rewording import Piece, pieces


@dataclass(frozen=True, slots=True)
class Place:
    """A field in which what was typed is not what is stored by now."""

    label: str
    address: str
    pieces: tuple[Piece, ...]
    is_beside: bool


@dataclass(frozen=True, slots=True)
class BothTexts:
    """What somebody else has saved since the form was opened; `deed` tells who and when, where it is known."""

    deed: Deed | None
    is_own: bool
    places: list[Place]
    added: list[str]
    deleted: int


def last_deed(row: models.Model) -> Deed | None:
    """What was last done to the row."""
    found: Deed | None = Deed.objects.filter(model=row._meta.model_name, row=str(row.pk)).first()
    return found


def differing(form: Any) -> list[BoundField]:
    """The fields in which something else was typed than is stored now.

    What a form calls changed may have been so against what it sent along itself, which is what stood there before.
    """
    return [field for field in form if field.field.has_changed(field.initial, field.data)]


def both_texts(form: Any, inlines: Iterable[Any], seen: Marks, now: Marks, user: User) -> BothTexts:
    """Compare what was typed with what is stored, in all places that have changed since they were seen."""
    changed = {place for place, mark in now.items() if seen.get(place) != mark}
    inlines = list(inlines)
    places = [_place(field, str(field.label), is_beside=True) for field in differing(form) if field.name in changed]
    deed = last_deed(form.instance)
    return BothTexts(
        deed=deed,
        is_own=bool(deed and deed.by_id == user.pk),
        places=[*places, *(place for inline in inlines for place in _below(inline, changed))],
        added=[words for inline in inlines for words in _added(inline, seen)],
        deleted=sum(len(_gone(inline, seen, now)) for inline in inlines),
    )


def _below(inline: Any, changed: set[str]) -> Iterator[Place]:
    is_beside = not isinstance(inline.opts, admin.TabularInline)
    for form in inline.formset.initial_forms:
        if f"{inline.formset.prefix}/{form.instance.pk}" in changed:
            for field in differing(form):
                label = f"{form.instance._meta.verbose_name} {_called(form)}: {field.label}".capitalize()
                yield _place(field, label, is_beside=is_beside)


def _added(inline: Any, seen: Marks) -> list[str]:
    # A form that says nothing of what it has seen may have seen all of them.
    known = keys_below(seen, inline.formset.prefix)
    rows = inline.formset.get_queryset() if seen else ()
    return [f"{row._meta.verbose_name} “{row}”" for row in rows if str(row.pk) not in known]


def _gone(inline: Any, seen: Marks, now: Marks) -> set[str]:
    return keys_below(seen, inline.formset.prefix) - keys_below(now, inline.formset.prefix)


def _called(form: Any) -> str:
    """The row's name as it is stored: the instance of a form that was sent holds what was typed."""
    return f"“{form.initial.get('title') or form.initial.get('name') or form.instance}”"


def _place(field: BoundField, label: str, *, is_beside: bool) -> Place:
    theirs, mine = _text(field, field.initial), _text(field, field.data)
    place = Place(label, f"#{field.id_for_label}", pieces(theirs, mine), is_beside)
    if is_beside:
        field.help_text = _beside(place) + mark_safe(field.help_text)  # noqa: S308 - written in the model
    return place


def _beside(place: Place) -> SafeString:
    return mark_safe(render_to_string("admin/desk/both.html", {"place": place}))  # noqa: S308 - the template escapes


def _text(field: BoundField, value: Any) -> str:
    shown = field.field.prepare_value(value)
    if shown is None or shown is False:
        return ""
    names = {
        str(key): str(name) for key, name in getattr(field.field.widget, "choices", ()) if not isinstance(name, list)
    }
    return names.get(str(shown), str(shown)) if shown != "" else ""
