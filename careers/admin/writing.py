"""The field that Markdown is written in: beside it a preview, which needs no script, and a short help."""

import re
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

SHOWN = "_show:"
"""What the name of a preview's button begins with; the name of its field follows."""
ROW = re.compile(r"-(\d+)-")


class MarkdownInput(forms.Textarea):
    """A text area whose text can be looked at as readers will see it."""

    def __init__(self, label: str, attrs: Any = None) -> None:
        """The label says of which field the button shows the text."""
        super().__init__(attrs)
        self.label = label

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The text area, the button and the help."""
        row = ROW.search(name)
        called = f"{self.label}, row {int(row[1]) + 1}" if row else self.label
        beside = render_to_string("admin/desk/markdown_input.html", {"button": f"{SHOWN}{name}", "called": called})
        area = super().render(name, value, attrs, renderer)
        return mark_safe(area + beside)  # noqa: S308  # both are rendered with everything escaped
