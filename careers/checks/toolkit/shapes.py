"""A small language for the shape of plain data: which entries it has, of which types, in which order."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from careers.problems import Problem, shortened

SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
RESERVED = {"all", "base", "main"}
"""Words that an address or a page has in the place of an id."""


class Shape(Protocol):
    """What a value has to be."""

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        """Where the value does not fit."""

    def ordered(self, value: Any) -> Any:
        """A fitting value with its mappings in the order of the shape."""


class Plain:
    """A value without parts."""

    def ordered(self, value: Any) -> Any:
        """The value itself."""
        return value


@dataclass(frozen=True)
class Text(Plain):
    """A text; an empty one only where that is said."""

    blank: bool = False

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        """Where it is none."""
        if not isinstance(value, str) or not (self.blank or value.strip()):
            yield Problem(path, f"{shortened(value)} is not a text")


@dataclass(frozen=True)
class Id(Plain):
    """A name that can stand in an address."""

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        """Where it cannot."""
        if not isinstance(value, str) or not SLUG.fullmatch(value) or value in RESERVED:
            yield Problem(path, f"{shortened(value)} cannot stand in an address")


@dataclass(frozen=True)
class Whole(Plain):
    """A whole number within bounds."""

    least: int = 0
    most: int = 1000

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        """Where it is none, or outside."""
        if type(value) is not int or not self.least <= value <= self.most:
            yield Problem(path, f"{shortened(value)} is not a whole number from {self.least} to {self.most}")


@dataclass(frozen=True)
class Flag(Plain):
    """Yes or no."""

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        """Where it is neither."""
        if not isinstance(value, bool):
            yield Problem(path, f"{shortened(value)} is not true or false")


@dataclass(frozen=True)
class OneOf(Plain):
    """One of a few words."""

    words: tuple[str, ...]

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        """Where it is another."""
        if value not in self.words:
            yield Problem(path, f"{shortened(value)} is none of {', '.join(self.words)}")


@dataclass(frozen=True)
class Listed:
    """A list of equal things; an empty one only where that is said."""

    of: Shape
    blank: bool = False

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        """Where it is none, and those of its entries."""
        if not isinstance(value, list):
            yield Problem(path, f"{shortened(value)} is not a list")
            return
        if not value and not self.blank:
            yield Problem(path, "is empty")
        for place, entry in enumerate(value):
            yield from self.of.problems(entry, f"{path}[{place}]")

    def ordered(self, value: Any) -> Any:
        """The list with each entry in order."""
        return [self.of.ordered(entry) for entry in value]


@dataclass(frozen=True)
class Keyed:
    """Equal things by keys that are free."""

    of: Shape

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        """Where it is no mapping, and those of its entries."""
        if not isinstance(value, Mapping):
            yield Problem(path, f"{shortened(value)} is not a mapping")
            return
        for key, entry in value.items():
            yield from self.of.problems(entry, f"{path}.{key}")

    def ordered(self, value: Any) -> Any:
        """The entries by their keys' alphabet."""
        return {key: self.of.ordered(value[key]) for key in sorted(value)}


@dataclass(frozen=True)
class Entries:
    """Named entries: those that have to be there and those that may."""

    needed: Mapping[str, Shape]
    optional: Mapping[str, Shape] = field(default_factory=dict)

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        """Missing and unknown entries, and the problems of the others."""
        if not isinstance(value, Mapping):
            yield Problem(path, f"{shortened(value)} is not a mapping")
            return
        shapes = {**self.needed, **self.optional}
        for key in [*self.needed, *(key for key in value if key not in self.needed)]:
            here = f"{path}.{key}" if path else str(key)
            if key not in value:
                yield Problem(here, "is missing")
            elif key not in shapes:
                yield Problem(here, "is not an entry that this place can have")
            else:
                yield from shapes[key].problems(value[key], here)

    def ordered(self, value: Any) -> Any:
        """The entries as the shape names them."""
        shapes = {**self.needed, **self.optional}
        return {key: shape.ordered(value[key]) for key, shape in shapes.items() if key in value}


@dataclass(frozen=True)
class Maybe:
    """A thing, or nothing."""

    of: Shape

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        """Those of the thing."""
        if value is not None:
            yield from self.of.problems(value, path)

    def ordered(self, value: Any) -> Any:
        """The thing in order."""
        return None if value is None else self.of.ordered(value)


def texts(*names: str) -> dict[str, Shape]:
    """Entries that are texts."""
    return dict.fromkeys(names, Text())


def lists(*names: str) -> dict[str, Shape]:
    """Entries that are lists of texts."""
    return dict.fromkeys(names, Listed(Text()))


def meta(*names: str) -> Entries:
    """The head of a document, with these notes."""
    return Entries({"version": Whole(1), **texts("language", "skills_file", *names)})
