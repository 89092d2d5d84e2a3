"""What is gathered while a document is read."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models

from careers.documents.columns import MISSING
from careers.problems import Problem, shortened


class Reading:
    """Rows and problems gathered while a document is read, parents before children."""

    def __init__(self) -> None:
        self.rows: list[models.Model] = []
        self.problems: list[Problem] = []

    def refuse(self, path: str, reason: str) -> None:
        """Note a problem; the reading goes on, so that one run names them all."""
        self.problems.append(Problem(path, reason))

    def mapping(self, value: Any, path: str) -> Mapping[str, Any]:
        """The value as a mapping, or an empty one with a problem noted."""
        if isinstance(value, Mapping):
            return value
        self.refuse(path, "is missing" if value is MISSING else f"{shortened(value)} is not a mapping")
        return {}

    def sequence(self, value: Any, path: str) -> Sequence[Any]:
        """The value as a list, or an empty one with a problem noted."""
        if isinstance(value, list):
            return value
        self.refuse(path, "is missing" if value is MISSING else f"{shortened(value)} is not a list")
        return []


def at(path: str, key: str) -> str:
    """The path of a key inside a mapping."""
    return f"{path}.{key}" if path else key
