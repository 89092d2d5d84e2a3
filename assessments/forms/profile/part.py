"""What the forms of all parts share; nothing in them is required."""

from collections.abc import Iterable
from typing import Any

from django import forms

CHOOSE_LISTED = "Choose one of the answers in the list"
Choices = Iterable[tuple[str, str]]


class PartForm(forms.Form):
    """One part of the profile."""

    use_required_attribute = False

    @property
    def answers(self) -> dict[str, Any]:
        """The valid answers as the service takes them."""
        return self.cleaned_data
