"""How many guides, with or without the instrument, as the subject of a sentence."""

from collections.abc import Collection

from careers.presentation import words
from careers.presentation.desk.subject import Subject


def whom(subjects: Collection[Subject], *, noun: bool = True) -> str:
    """Three guides and the instrument; without the noun, which was said before: three and the instrument."""
    guides = sum(subject.is_guide for subject in subjects)
    parts = []
    if guides:
        number = words.counting(guides)
        parts.append(f"{number} {'guide' if guides == 1 else 'guides'}" if noun else number)
    if guides < len(subjects):
        parts.append("the instrument")
    told = " and ".join(parts)
    return told[:1].upper() + told[1:]


def verb(subjects: Collection[Subject], one: str, several: str) -> str:
    """The form of the verb that goes with so many."""
    return one if len(subjects) == 1 else several
