"""The whole page of a comparison."""

from collections.abc import Sequence
from typing import Any

from careers.presentation import words
from careers.presentation.compare import guides as reading
from careers.presentation.compare.guides import Document, Guide
from careers.presentation.compare.numbering import Numbering
from careers.presentation.compare.rows import Row, biggest, groups, rows
from careers.presentation.compare.rules import words_of
from careers.presentation.compare.skills import own, shared

LONGEST_NAMES = 44
"""Characters that the names may take in the heading; beyond, it counts them."""

TOLD_APART = {"work", "skills"}
"""Rows that the heading does not rank: what guides say themselves, and the skills, which it counts."""


def page(documents: Sequence[Document]) -> dict[str, Any]:
    """Guides, differences, rows and skills, with the sources of all of them."""
    guides = reading.read(documents)
    found = rows(guides)
    numbering = Numbering()
    shown = numbering.groups(groups(found))
    return {
        "guides": guides,
        "names": words_of([guide.short for guide in guides]),
        "heading": heading(guides, found),
        "differences": biggest(found),
        "has_plot": any(row.plot for row in found),
        "groups": shown,
        "skills": skill_lists(guides, numbering),
        "sources": numbering.cited(),
    }


def heading(guides: Sequence[Guide], found: Sequence[Row]) -> str:
    """What the rows show in one sentence: where measured ones lie furthest apart, and how many skills are shared."""
    apart = [row.question for row in found if row.verdict and row.verdict.is_apart]
    topics = [question.topic for question in apart if question.key not in TOLD_APART]
    skills = shared(guides, len(guides))
    many = words.counted(len(skills), "skill") if skills else "no skill"
    if not topics:
        return f"{_subject(guides)} lie close wherever they can be measured, and share {many}"
    return f"{_subject(guides)} differ most in {words_of(topics[:2])}, and share {many}"


def skill_lists(guides: Sequence[Guide], numbering: Numbering) -> dict[str, Any]:
    """The skills that all guides name, those of two out of three, and those of one alone."""
    return {
        "all": shared(guides, len(guides)),
        "some": shared(guides, 2) if len(guides) > 2 else (),
        "own": [(each, numbering.marks(each.marks, each.guide)) for each in own(guides)],
    }


def _subject(guides: Sequence[Guide]) -> str:
    names = words_of([guide.short for guide in guides])
    return names if len(names) <= LONGEST_NAMES else f"These {words.counting(len(guides)).lower()} careers"
