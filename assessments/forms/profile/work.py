"""Who the user is."""

from django import forms

from assessments.forms.profile.part import CHOOSE_LISTED, PartForm
from assessments.models import Ehr, Profession
from assessments.models.countries import COUNTRIES


class WorkForm(PartForm):
    """Profession, country and the EHR in use."""

    profession = forms.ChoiceField(
        label="Your profession",
        help_text="The one you trained in. It sets which gates apply to you",
        choices=Profession.choices,
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": CHOOSE_LISTED},
    )
    country = forms.ChoiceField(
        label="Country you work in",
        choices=[("", "Not said"), *COUNTRIES.items()],
        widget=forms.Select(attrs={"class": "input", "autocomplete": "country"}),
        required=False,
        error_messages={"invalid_choice": CHOOSE_LISTED},
    )
    ehr = forms.ChoiceField(
        label="Electronic health record in use where you work",
        choices=[("", "Not said"), *Ehr.choices],
        widget=forms.Select(attrs={"class": "input"}),
        required=False,
        error_messages={"invalid_choice": CHOOSE_LISTED},
    )
