"""Rows that are edited on the page of the row above them."""

from typing import Any

from django import forms
from django.db.models import Model
from django.forms.utils import pretty_name

from careers import models as m
from careers.admin.hints import Hinted
from careers.admin.references import ReferenceForm, ReferenceFormSet
from careers.admin.texts import Texts, write_in_markdown
from careers.admin.typed import StackedInline, TabularInline
from careers.checks.prose import PASSAGES
from careers.documents.guides import entry_models, text_names

IN_TABLES = {
    *(m.Point, m.LevelPay, m.Passage, m.DomainWeight),
    *(m.Anchor, m.Requirement, m.GateRequirement, m.Lift, m.Window, m.Option),
}


class TableFormSet(ReferenceFormSet):
    """Rows as a table: its head names the columns to the eye only, so each field says its name itself."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """Name the fields; the head of the table holds their hints, the heading above it is what they belong to."""
        super().add_fields(form, index)
        for name, field in form.fields.items():
            field.widget.attrs.setdefault("aria-label", field.label or pretty_name(name))
            if field.help_text:
                field.widget.attrs["aria-describedby"] = f"{self.prefix}-heading"


class NamedTextFormSet(TableFormSet):
    """Texts of a section, each with one of the names that the section's kind can have."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """Offer the names of the kind, in new rows as well."""
        model = type(form.instance)
        column = "list" if model is m.Point else "name"
        names = text_names(self.instance.kind, model) if self.instance.pk else []
        form.fields[column] = forms.ChoiceField(choices=[("", "choose"), *((name, name) for name in names)])
        if set(names) & set(PASSAGES):
            write_in_markdown(form.fields["text"])
        super().add_fields(form, index)


def inline(row: type[Model]) -> type[Any]:
    """The inline of a model: short rows in a table, long ones below each other."""
    base = TabularInline if row in IN_TABLES else StackedInline
    rows = NamedTextFormSet if row in {m.Point, m.Passage} else TableFormSet
    columns = [field.name for field in row._meta.fields if field.name not in {"id", "position"}]
    attributes: dict[str, Any] = {
        "model": row,
        "form": ReferenceForm,
        "formset": rows if base is TabularInline else ReferenceFormSet,
        "extra": 1,
        "fields": [name for name in columns if not row._meta.get_field(name).remote_field] + ["position"],
    }
    return type(f"{row.__name__}Inline", (Texts, Hinted, base), attributes)


SECTION_INLINES: dict[str, list[type[Any]]] = {
    str(kind): [inline(model) for model in entry_models(str(kind))] for kind in m.Section.Kind
}
