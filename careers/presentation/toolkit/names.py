"""What the catalogue calls skills, levels and proficiencies."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from careers.presentation import words


@dataclass(frozen=True, slots=True)
class Names:
    """Names by key; what the catalogue does not name is said in plain words."""

    skills: Mapping[str, str]
    levels: Mapping[str, str]
    scale: Mapping[str, str]

    def skill(self, key: str) -> str:
        """A skill's name."""
        return self.skills.get(key) or words.plain(key)

    def of_skills(self, keys: Iterable[str]) -> str:
        """Skills in a row; many of their names hold an "and" of their own."""
        return "; ".join(self.skill(key) for key in keys)

    def level(self, key: str) -> str:
        """A career level's name."""
        return self.levels.get(key) or words.plain(key)

    def of_levels(self, keys: Iterable[str]) -> str:
        """Career levels in the catalogue's order: Deputy CMIO, CMIO and Senior CMIO."""
        wanted = set(keys)
        ordered = [key for key in self.levels if key in wanted]
        return listed([self.level(key) for key in [*ordered, *sorted(wanted - set(ordered))]])

    def proficiency(self, number: int) -> str:
        """A proficiency with its word: level 4, leads."""
        word = self.scale.get(str(number))
        return f"level {number}, {word}" if word else f"level {number}"


def names(competencies: str | None) -> Names:
    """The names in the catalogue's competencies, which come as JSON; none where there are none."""
    found = json.loads(competencies) if competencies else {}
    return Names(
        skills={row["id"]: row["name"] for row in found.get("skills", ())},
        levels={row["id"]: row["name"] for row in found.get("career_levels", ())},
        scale=found.get("proficiency_scale", {}),
    )


def listed(texts: Iterable[str]) -> str:
    """One, two and three."""
    *others, last = texts
    return f"{', '.join(others)} and {last}" if others else last
