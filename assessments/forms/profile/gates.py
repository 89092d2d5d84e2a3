"""How the gates stand."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from assessments.forms.profile.part import PartForm
from assessments.models import GateState


class GatesForm(PartForm):
    """How each gate stands; the gates come from the published catalogue."""

    def __init__(self, *args: Any, gates: Iterable[Mapping[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for gate in gates:
            self.fields[gate_field(gate["id"])] = forms.ChoiceField(
                label=gate["name"],
                help_text=gate["how_met"],
                choices=GateState.choices,
                widget=forms.RadioSelect,
                required=False,
                error_messages={"invalid_choice": f"Choose how this stands for you: {gate['name']}"},
            )

    @property
    def answers(self) -> dict[str, Any]:
        """The state of every gate that was asked for, empty where there is no answer."""
        return {"states": {name.removeprefix(gate_field("")): state for name, state in self.cleaned_data.items()}}


def gate_field(gate: str) -> str:
    """The name of the field that asks how a gate stands."""
    return f"gate-{gate}"
