"""What the script is told that saves a form of the desk by itself."""

from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.http import JsonResponse

from careers.admin.both_texts import differing
from careers.presentation.words import counting

NAMES = {"slug", "key"}
"""Fields that other rows and readers' links rely on: half typed, they would be wrong names."""


@dataclass(frozen=True, slots=True)
class Doubts:
    """What speaks against saving a form that nobody asked to save."""

    form: Any
    formsets: list[Any]
    is_new: bool

    @property
    def is_unchanged(self) -> bool:
        """Whether saving would change nothing at all."""
        rows = [row for formset in self.formsets for row in formset.initial_forms]
        return not self._grows and not any(differing(form) for form in (self.form, *rows))

    @property
    def faults(self) -> list[str]:
        """The fields that are not valid, by name."""
        rows = [row for formset in self.formsets for row in formset.forms]
        whole = [formset for formset in self.formsets if formset.non_form_errors()]
        return [f"{form.prefix or ''} {name}".strip() for form in (self.form, *rows) for name in form.errors] + [
            formset.prefix for formset in whole
        ]

    @property
    def words(self) -> str:
        """Why it is better kept than saved; nothing where it can be saved."""
        if faults := len(self.faults):
            noun, verb = ("field", "needs") if faults == 1 else ("fields", "need")
            return f"{counting(faults).lower()} {noun} {verb} another look"
        if self.is_new:
            return "it is added when you save"
        if self._grows or any(formset.deleted_forms for formset in self.formsets):
            return "rows are added and deleted when you save"
        if NAMES & set(self.form.changed_data):
            return "a name that other pages rely on is changed when you save"
        return ""

    @property
    def _grows(self) -> bool:
        return any(row.has_changed() for formset in self.formsets for row in formset.extra_forms)


def saved(at: datetime, seen: str) -> JsonResponse:
    """It stands in the working rows now."""
    return JsonResponse({"state": "saved", "at": at.isoformat(), "seen": seen})


def kept(doubts: Doubts) -> JsonResponse:
    """It is kept beside them."""
    words = f"Kept, not yet in the draft: {doubts.words}"
    return JsonResponse({"state": "kept", "problems": doubts.faults, "words": words})


def stale() -> JsonResponse:
    """It is kept, because somebody else was first."""
    words = "Somebody else has saved this meanwhile: your text is kept"
    return JsonResponse({"state": "stale", "words": words, "link": "See both texts"}, status=HTTPStatus.CONFLICT)


def gone() -> JsonResponse:
    """It is kept, because there is no row any more."""
    words = "Somebody else has deleted this meanwhile: your text is kept"
    return JsonResponse({"state": "stale", "words": words, "link": "See your text"}, status=HTTPStatus.CONFLICT)


def too_long() -> JsonResponse:
    """It is neither saved nor kept."""
    words = "Not saved: there is too much text in this form. Copy it before you leave, then shorten it"
    return JsonResponse({"state": "refused", "words": words}, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
