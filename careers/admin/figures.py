"""The form of a figure: no number without unit, place and source, and no new one without saying how it was found."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from careers.admin.references import ReferenceForm
from careers.models import Career, Figure, Source
from careers.presentation import words

UNITS = {
    **words.CURRENCY_NAMES,
    **dict.fromkeys(("percent", "years", "months", "weeks", "hours"), ""),
    **dict.fromkeys(("openings", "jobs", "posts", "places", "hospitals", "units"), ""),
}
"""Units that are in use, with what they mean where that is not plain; others can be typed."""
WANTED = {
    "unit": "Say the unit, such as USD, percent or years: readers cannot read a number without one.",
    "geography": "Say the place, such as US, or GLOBAL for several countries: pay and prices differ between them.",
    "source": "Name the source: no number is shown without one. Where nobody counted, it is editorial judgment.",
    "estimate": "Say whether it was measured or is an estimate: readers see estimates marked.",
}
"""What is asked of every figure, and why."""
GUESS = "The source is the editors’ own judgment: mark the figure as an estimate, or name the source that measured it."


def _short(number: Decimal) -> Decimal:
    """The number without the zeros that the column adds after its point."""
    whole = number.to_integral_value()
    return whole if whole == number else number.normalize()


class Suggesting(forms.TextInput):
    """A line that offers known values and takes others."""

    def __init__(self, known: Mapping[str, str], attrs: Any = None) -> None:
        """Offer these values, each with its meaning in words."""
        super().__init__(attrs)
        self.known = known

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The line and the list behind it."""
        id = f"{(attrs or {}).get('id') or name}_known"
        line = super().render(name, value, {**(attrs or {}), "list": id}, renderer)
        known = render_to_string("admin/desk/known.html", {"id": id, "known": self.known})
        return mark_safe(line + known)  # noqa: S308  # both are rendered with everything escaped


class FigureForm(ReferenceForm):
    """A figure with all that readers need to weigh it; one from before the question may leave open what it is."""

    estimate = forms.TypedChoiceField(
        label="Measured or estimated",
        choices=(("", "not said yet"), ("False", "Measured or counted by its source"), ("True", "An estimate")),
        coerce=lambda typed: typed == "True",
        empty_value=None,
        required=False,
        help_text="Estimates are marked for readers. What the editors worked out themselves is one.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer known units and places, and say in words why each is wanted."""
        super().__init__(*args, **kwargs)
        stored = self.instance.estimate
        self.initial["estimate"] = "" if stored is None else str(stored)
        for name, known in (("unit", UNITS), ("geography", words.COUNTRIES)):
            if name in self.fields:
                self.fields[name].widget = Suggesting(known, self.fields[name].widget.attrs)
        for name in ("value", "low", "high"):
            if isinstance(number := self.initial.get(name), Decimal):
                self.initial[name] = _short(number)
        self._lead_to_sources()
        for name in WANTED.keys() & self.fields.keys():
            self.fields[name].error_messages["required"] = WANTED[name]

    def _lead_to_sources(self) -> None:
        """A number that is put right often comes from a source that the guide has not named before."""
        if "source" in self.fields and self.known.owner:
            address = f"{reverse('admin:careers_source_add')}?career={self.known.owner.pk}"
            words = (
                'What gives this number. Where it is not in the list, save, <a href="{}">add the source</a>, and return'
            )
            self.fields["source"].help_text = format_html(words, address)

    def clean(self) -> dict[str, Any]:
        """Ask a new figure whether it is an estimate, and hold what rests on judgment to be one."""
        cleaned = super().clean()
        estimate = cleaned.get("estimate")
        # Older figures came before the question.
        is_older = bool(self.instance.pk) and not self.initial["estimate"]
        if estimate is None and not is_older:
            self.add_error("estimate", WANTED["estimate"])
        elif not estimate and self.has_changed() and self._is_judgment(cleaned):
            self.add_error("estimate", GUESS)
        return cleaned

    def _is_judgment(self, cleaned: dict[str, Any]) -> bool:
        career = cleaned.get("career") or self.known.owner
        if not isinstance(career, Career):
            return False
        source = Source.objects.filter(career=career, key=cleaned.get("source", ""))
        return source.filter(kind=Source.Kind.EDITORIAL).exists()

    class Meta:
        model = Figure
        fields = "__all__"
