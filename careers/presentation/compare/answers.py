"""What one guide says to one question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from careers.presentation.compare.guides import Guide
from careers.presentation.figures import Figure
from careers.presentation.sources import Source

NOT_HERE = "Not in this guide"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence below the answer, with the sources it rests on."""

    text: str
    marks: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer in short, what it rests on, and what a rule compares; `place` is the section that says more."""

    value: str
    marks: tuple[Source, ...] = ()
    lines: tuple[Line, ...] = ()
    place: str = ""
    is_missing: bool = False
    is_disputed: bool = False
    is_estimate: bool = False
    caution: str = ""
    figures: tuple[Figure, ...] = ()
    amount: float | None = None
    unit: str = ""
    counts: str = ""
    asks: bool | None = None
    names: frozenset[str] | None = None
    stated: str = ""


MISSING = Answer(NOT_HERE, is_missing=True)
Answering = Callable[[Guide], Answer]


def lines(*texts: str, marks: Sequence[Source] = ()) -> tuple[Line, ...]:
    """The texts that say something, the sources after the last one."""
    said = [text for text in texts if text]
    return tuple(Line(text, tuple(marks) if text is said[-1] else ()) for text in said)
