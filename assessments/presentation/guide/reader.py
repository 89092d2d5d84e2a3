"""What a guide knows of its reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessments.domain.said import Said
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.standing import SkillRow, skill_rows, unrated
from assessments.presentation.terms import BANDS, span, whole
from assessments.presentation.words import day


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest result: readiness out of 100 for a level of the ladder, with its range, and every skill's standing."""

    level: str
    level_name: str
    score: int
    range_words: str
    band: str
    taken: str
    url: str
    skills: tuple[SkillRow, ...]

    @property
    def figure(self) -> str:
        """The score, never without its range."""
        return f"{self.score}, likely {self.range_words}"


@dataclass(frozen=True, slots=True)
class Begun:
    """An attempt that is open: how many of its skills are rated, and where it goes on."""

    rated: int
    total: int
    level_name: str
    url: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who is signed in; `gates` are those that apply to their profession, in the catalogue's order."""

    target: str
    said: Said
    gates: tuple[str, ...]
    catalogue: Catalogue
    newest: Newest | None
    begun: Begun | None

    @property
    def is_new(self) -> bool:
        """Whether nothing is known yet."""
        return not (self.target or self.newest or self.begun) and self.said.is_empty


def newest(document: Mapping[str, Any], catalogue: Catalogue, *, level_name: str, taken: date, url: str) -> Newest:
    """A result's document, with the catalogue that it was scored with."""
    report = document["report"]
    readiness = report["readiness"]
    return Newest(
        level=report["level"],
        level_name=level_name,
        score=whole(readiness["score"]),
        range_words=span(whole(readiness["low"]), whole(readiness["high"])),
        band=BANDS[readiness["band"]],
        taken=day(taken),
        url=url,
        skills=skill_rows(report, catalogue, unrated(document)),
    )
