"""The forms of one question: a rating with its example, or a choice in a scenario."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms

from assessments.domain.instrument import LEVELS
from assessments.models import ScenarioAnswer

EVIDENCE_MAX = 500
CHOOSE_STATEMENT = "Choose the statement that fits you best, or choose ‘Not had the chance’"
CHOOSE_STEP = "Choose an answer, or choose ‘I would need to ask someone’"
EXAMPLE_TOO_LONG = f"The example must be {EVIDENCE_MAX} characters or fewer"


class _Example(forms.CharField):
    """A text whose line breaks count as one character, as they did in the browser that let them through."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text


class RatingForm(forms.Form):
    """The answer on one skill; nothing is preselected."""

    level = forms.TypedChoiceField(
        coerce=int,
        choices=[(str(level), str(level)) for level in LEVELS],
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE_STATEMENT, "invalid_choice": CHOOSE_STATEMENT},
    )
    low_confidence = forms.BooleanField(required=False)
    evidence = _Example(required=False, max_length=EVIDENCE_MAX, error_messages={"max_length": EXAMPLE_TOO_LONG})

    @property
    def chosen(self) -> str:
        """The chosen level as the page marks it, empty where nothing is chosen."""
        value = self["level"].value()
        return "" if value is None else str(value)

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing in the form that could be lost."""
        return not (self.data.get("level") or self.data.get("evidence", "").strip())


class ChoiceForm(forms.Form):
    """The answer on one scenario: an option's letter or "unsure"."""

    answer = forms.ChoiceField(
        widget=forms.RadioSelect, error_messages={"required": CHOOSE_STEP, "invalid_choice": CHOOSE_STEP}
    )

    def __init__(self, *args: Any, options: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answer = cast(forms.ChoiceField, self.fields["answer"])
        answer.choices = [(option, option) for option in (*options, ScenarioAnswer.UNSURE)]

    @property
    def chosen(self) -> str:
        """The chosen option as the page marks it, empty where nothing is chosen."""
        return self["answer"].value() or ""

    @property
    def says_nothing(self) -> bool:
        """Whether nothing was chosen."""
        return not self.data.get("answer")
