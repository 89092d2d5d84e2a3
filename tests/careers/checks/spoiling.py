"""One fault put into a document, and what the checks then say."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from careers.problems import Problem

Put = Callable[[Any], object]


@dataclass
class Fault:
    """What is done to a document, and the problems that it is to have then: path and reason of each."""

    name: str
    put: Put
    told: list[tuple[str, str]]

    def __str__(self) -> str:
        return self.name


def at(*path: Any, put: Any) -> Put:
    """Put a value in a place of the document."""

    def spoil(document: Any) -> None:
        for step in path[:-1]:
            document = document[step]
        document[path[-1]] = put

    return spoil


def within(*path: Any, **changes: Any) -> Put:
    """Change entries of a mapping in a place of the document; None takes an entry away."""

    def spoil(document: Any) -> None:
        for step in path:
            document = document[step]
        for key, value in changes.items():
            if value is None:
                document.pop(key, None)
            else:
                document[key] = value

    return spoil


def said(problems: list[Problem]) -> list[tuple[str, str]]:
    """The problems as pairs."""
    return [(problem.path, problem.reason) for problem in problems]
