"""Readers of a guide, made from the published catalogue and a result that is small enough to count."""

from typing import Any

from assessments.domain.said import Said
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.guide.reader import Newest, Reader
from assessments.presentation.standing import SkillRow
from tests import content

NOTHING = Said({}, frozenset(), frozenset())


def catalogue() -> Catalogue:
    """What is published."""
    return Catalogue(content.catalogue())


def gates(profession: str = "physician") -> tuple[str, ...]:
    """The gates that apply to a profession."""
    return tuple(key for key, row in catalogue().gates.items() if profession in row["applies_to"])


def said(*, held: str = "", done: str = "", **states: str) -> Said:
    """States of gates by their keys; conditions and actions as lists of words."""
    return Said(states, frozenset(held.split()), frozenset(done.split()))


def reader(said: Said = NOTHING, *, profession: str = "physician", **given: Any) -> Reader:
    """Somebody who said this and has neither target nor result, unless they are given."""
    values = {"target": "", "newest": None, "begun": None} | given
    return Reader(said=said, gates=gates(profession), catalogue=catalogue(), **values)


def newest(*skills: SkillRow, level: str = "cmio") -> Newest:
    """A result of 62 for a level."""
    return Newest(level, level.upper(), 62, "57 to 67", "Close to ready", "1 December 2026", "/result/", skills)


def skill(id: str, status: str, points: float = 1.0) -> SkillRow:
    """A skill named after its key."""
    words = dict.fromkeys(("likely_word", "range_words", "required_word", "now", "then", "why", "domain_name"), "")
    return SkillRow(id, id.title(), "domain", likely=1, required=2, points=points, status=status, **words)
