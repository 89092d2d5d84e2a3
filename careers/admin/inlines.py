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


class NamedTextForm(ReferenceForm):
    """A text of a section whose name is one of those that the section's kind can have."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the names of the kind."""
        super().__init__(*args, **kwargs)
        column = "list" if isinstance(self.instance, m.Point) else "name"
        section = self.instance.section if self.instance.section_id else None
        names = text_names(section.kind, type(self.instance)) if section else []
        self.fields[column] = forms.ChoiceField(choices=[("", "choose"), *((name, name) for name in names)])
        if set(names) & set(PASSAGES):
            write_in_markdown(self.fields["text"])


class TableFormSet(ReferenceFormSet):
    """Rows as a table: its head names the columns to the eye only, so each field says its name itself."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """Name the fields; the head of the table holds their hints, the heading above it is what they belong to."""
        super().add_fields(form, index)
        for name, field in form.fields.items():
            field.widget.attrs.setdefault("aria-label", field.label or pretty_name(name))
            if field.help_text:
                field.widget.attrs["aria-describedby"] = f"{self.prefix}-heading"


def inline(row: type[Model]) -> type[Any]:
    """The inline of a model: short rows in a table, long ones below each other."""
    base = TabularInline if row in IN_TABLES else StackedInline
    form = NamedTextForm if row in {m.Point, m.Passage} else ReferenceForm
    columns = [field.name for field in row._meta.fields if field.name not in {"id", "position"}]
    attributes: dict[str, Any] = {
        "model": row,
        "form": form,
        "formset": TableFormSet if base is TabularInline else ReferenceFormSet,
        "extra": 1,
        "fields": [name for name in columns if not row._meta.get_field(name).remote_field] + ["position"],
    }
    return type(f"{row.__name__}Inline", (Texts, Hinted, base), attributes)


SECTION_INLINES: dict[str, list[type[Any]]] = {
    str(kind): [inline(model) for model in entry_models(str(kind))] for kind in m.Section.Kind
}
