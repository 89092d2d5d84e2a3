"""Groups of checkboxes that narrow a list, with how many rows each would leave."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """A checkbox; the count is missing where nobody knows it."""

    value: str
    label: str
    count: int | None
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """Checkboxes that share a name; any number of them can be chosen."""

    name: str
    title: str
    choices: tuple[Choice, ...]


def filters(*groups: Filter) -> tuple[Filter, ...]:
    """The groups in which there is something to choose."""
    return tuple(group for group in groups if len(group.choices) > 1 or any(row.is_chosen for row in group.choices))


def of_labels(
    name: str, title: str, labels: Mapping[str, str], counts: Mapping[str, int] | None, chosen: Sequence[str]
) -> Filter:
    """Checkboxes for the values that leave something or are chosen; without counts, for all."""
    shown = [value for value in labels if counts is None or counts.get(value) or value in chosen]
    return Filter(name, title, tuple(_choices(shown, labels, counts, chosen)))


def _choices(
    shown: Iterable[str], labels: Mapping[str, str], counts: Mapping[str, int] | None, chosen: Sequence[str]
) -> Iterable[Choice]:
    for value in shown:
        count = None if counts is None else counts.get(value, 0)
        yield Choice(value, labels[value], count, value in chosen)
