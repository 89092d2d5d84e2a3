"""The margin note of a section that lists skills: what the newest result says of them."""

from collections.abc import Collection
from dataclasses import dataclass

from assessments.presentation.guide.reader import Newest
from assessments.presentation.terms import NOT_ASKED, named
from assessments.presentation.words import count, sentence

NAMED_GAPS = 2


@dataclass(frozen=True, slots=True)
class SkillsNote:
    """How many of a section's skills the reader meets, and its gaps, the costliest named."""

    met: str
    rest: str


def skills_note(newest: Newest, listed: Collection[str]) -> SkillsNote | None:
    """What the result says of the listed skills; nothing where nobody rated any of them."""
    known = [skill for skill in newest.skills if skill.id in listed]
    rows = [row for row in known if row.status != NOT_ASKED]
    if not rows:
        return None
    met, gaps, unsure = ([row for row in rows if row.status == status] for status in ("met", "gap", "unsure"))
    parts = [_gaps([row.name for row in gaps])] if gaps else []
    if unsure:
        parts.append(f"{sentence(count(len(unsure), 'is', 'are'))} unsure.")
    which = f"{len(rows)} skills listed here{'' if len(rows) == len(known) else ' that you were asked about'}"
    return SkillsNote(_met(len(met), which), " ".join(parts))


def _met(met: int, which: str) -> str:
    if not met:
        return f"None of the {which} is clearly met yet"
    return f"You meet {met} of the {which}"


def _gaps(names: list[str]) -> str:
    found = sentence(count(len(names), "gap"))
    if len(names) <= NAMED_GAPS:
        return f"{found}: {named(names)}."
    return f"{found}; the ones that cost you most: {named(names[:NAMED_GAPS])}."
