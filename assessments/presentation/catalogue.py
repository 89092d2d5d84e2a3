"""A published catalogue document as pages look things up in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from assessments.presentation.terms import NO_CHANCE
from assessments.presentation.words import sentence

Row = Mapping[str, Any]

KINDS = {
    "project": "Projects",
    "role": "Roles and duties",
    "course": "Courses",
    "education": "Degrees and certificates",
    "certification": "Certifications",
    "fellowship": "Fellowships",
    "mentoring": "Mentoring",
    "networking": "Networking",
    "application": "Applying",
    "reading": "Reading",
}
"""Kinds of actions as headings, in the order in which lists show them."""


@dataclass(frozen=True)
class Catalogue:
    """Rows of the document by key; KeyError for a key that the version does not have."""

    document: Mapping[str, Any]

    @cached_property
    def skills(self) -> dict[str, Row]:
        """Skills with their anchors."""
        return _by_id(self.document["competencies"]["skills"])

    @cached_property
    def domains(self) -> dict[str, Row]:
        """Domains in the order of the instrument."""
        return _by_id(self.document["competencies"]["domains"])

    @cached_property
    def gates(self) -> dict[str, Row]:
        """Gates with how they are met."""
        return _by_id(self.document["competencies"]["prerequisites"])

    @cached_property
    def items(self) -> dict[str, Row]:
        """Scenario items with their options."""
        return _by_id(self.document["actions"]["knowledge_items"])

    @cached_property
    def actions(self) -> dict[str, Row]:
        """Actions with what they take and what they develop."""
        return _by_id(self.document["actions"]["actions"])

    @cached_property
    def conditions(self) -> dict[str, Row]:
        """Conditions with who has to see to them."""
        return _by_id(self.document["actions"]["conditions"])

    def to_arrange(self, action: str) -> tuple[str, ...]:
        """Names of the organization's conditions that an action assumes."""
        asked = (self.conditions[key] for key in self.actions[action]["requires_conditions"])
        return tuple(row["name"] for row in asked if row["scope"] == "organization")

    def domain_name(self, skill: str) -> str:
        """The name of the skill's domain."""
        return str(self.domains[self.skills[skill]["domain"]]["name"])

    def word(self, level: int) -> str:
        """The word for a proficiency from 0 to 5."""
        return sentence(self.document["competencies"]["proficiency_scale"][str(level)]) if level else NO_CHANCE

    def anchor(self, skill: str, level: int) -> str:
        """What somebody at that proficiency from 1 to 5 does, or why 0 was chosen."""
        return self.skills[skill]["levels"][str(level)] if level else "My role has not given me access to this work."


def _by_id(rows: list[Row]) -> dict[str, Row]:
    return {row["id"]: row for row in rows}
