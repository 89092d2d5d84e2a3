"""What is wrong with a form as it was sent, with the way to each field: the panel above it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in words; of a field, with its name and its place on the page."""

    words: str
    label: str = ""
    anchor: str = ""


def faults(forms: Iterable[Any]) -> list[Fault]:
    """All faults of the forms on a page, in the order of their fields."""
    return [fault for form in forms if form.is_bound for fault in _of(form)]


def _of(form: Any) -> Iterator[Fault]:
    for words in form.non_field_errors():
        yield Fault(words)
    for bound in form:
        for words in bound.errors:
            yield Fault(words, str(bound.label), f"#{bound.id_for_label}")
