"""Names and notes of a published catalogue document, by key."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Rows = Mapping[str, Mapping[str, Any]]

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


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Rows of the document by key; they stay readable when the working catalogue has moved on."""

    actions: Rows
    skills: Rows
    domains: Mapping[str, str]
    gates: Rows
    conditions: Rows
    scale: Mapping[int, str]

    def domain_of(self, skill: str) -> str:
        """The name of a skill's domain."""
        return self.domains[self.skills[skill]["domain"]]

    def arranged_for(self, action: str) -> tuple[str, ...]:
        """Names of the organization's conditions that an action assumes."""
        asked = (self.conditions[key] for key in self.actions[action]["requires_conditions"])
        return tuple(row["name"] for row in asked if row["scope"] == "organization")


def read(document: Mapping[str, Any]) -> Catalogue:
    """The catalogue in a published document."""
    competencies, actions = document["competencies"], document["actions"]
    return Catalogue(
        actions=_by_id(actions["actions"]),
        skills=_by_id(competencies["skills"]),
        domains={row["id"]: row["name"] for row in competencies["domains"]},
        gates=_by_id(competencies["prerequisites"]),
        conditions=_by_id(actions["conditions"]),
        scale={int(level): word for level, word in competencies["proficiency_scale"].items()},
    )


def _by_id(rows: list[Mapping[str, Any]]) -> Rows:
    return {row["id"]: row for row in rows}
