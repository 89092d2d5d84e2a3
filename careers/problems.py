"""What is wrong with a document, and where."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A place inside a document and the reason why it cannot stay so."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path or 'document'}: {self.reason}"


class DocumentError(Exception):
    """A document that cannot be used, with its problems in the order of the document."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def shortened(value: object, limit: int = 60) -> str:
    """The value as it would be typed, cut to the limit."""
    text = repr(value)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
