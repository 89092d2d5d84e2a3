"""One form for each part of the profile; nothing in them is required."""

from assessments.forms.profile.conditions import ConditionsForm
from assessments.forms.profile.gates import GatesForm, gate_field
from assessments.forms.profile.part import CHOOSE_LISTED, PartForm
from assessments.forms.profile.target import DATE_FAR, DATE_PAST, DATE_WRONG, TargetForm
from assessments.forms.profile.time import TimeForm
from assessments.forms.profile.work import WorkForm

__all__ = [
    "CHOOSE_LISTED",
    "DATE_FAR",
    "DATE_PAST",
    "DATE_WRONG",
    "ConditionsForm",
    "GatesForm",
    "PartForm",
    "TargetForm",
    "TimeForm",
    "WorkForm",
    "gate_field",
]
