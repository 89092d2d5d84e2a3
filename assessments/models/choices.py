"""The answers that a profile can give."""

from django.db import models


class Profession(models.TextChoices):
    """The professions that the catalogue tells apart."""

    PHYSICIAN = "physician", "Physician"
    NURSE = "nurse", "Nurse"
    PHARMACIST = "pharmacist", "Pharmacist"
    DENTIST = "dentist", "Dentist"
    OTHER_CLINICIAN = "other-clinician", "Other clinician"
    NON_CLINICIAN = "non-clinician", "Not a clinician"


class Ehr(models.TextChoices):
    """The electronic health record in use where the user works."""

    EPIC = "epic", "Epic"
    ORACLE = "oracle", "Oracle Health (Cerner)"
    MEDITECH = "meditech", "Meditech"
    OTHER = "other", "Another one"
    NONE = "none", "None, or I do not work at a site"


CONDITIONS_OF_EHR = {"org-epic": Ehr.EPIC}
"""Conditions of the catalogue that the EHR in use answers, so that nobody is asked twice."""


class GateState(models.TextChoices):
    """How a gate stands for the user."""

    MET = "met", "Met"
    IN_PROGRESS = "in_progress", "In progress"
    NOT_MET = "not_met", "Not met"
    NOT_APPLICABLE = "not_applicable", "Does not apply to me"
