"""What first attempts say about each rated skill."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from assessments.domain.instrument import LEVELS, Skill
from assessments.domain.statistics.hiding import Figure, Hidden, counted, middle, shares
from assessments.domain.statistics.sittings import Rated, Sitting
from assessments.domain.statistics.telling import NO_CHANCE, TOP, ends, is_told

CROWDED = 0.5
"""A rating tells people apart badly where more than half of them stand at one end of it."""

CEILING, FLOOR = "ceiling", "floor"


@dataclass(frozen=True, slots=True)
class SkillFigures:
    """A skill's figures.

    - n: people who rated it; mean and sd of their ratings, 0 to 5, "not had the chance" counted as 0
    - no_chance, top: shares of "not had the chance" and of 5
    - low_confidence: share of ratings marked so
    - seconds: the median time to the first answer
    - flags: "ceiling" or "floor"; only what shown figures tell
    """

    id: str
    domain: str
    n: int | Hidden
    mean: Figure
    sd: Figure
    no_chance: Figure
    top: Figure
    low_confidence: Figure
    seconds: Figure
    flags: tuple[str, ...]


def skill_figures(skills: Iterable[Skill], sittings: Sequence[Sitting]) -> tuple[SkillFigures, ...]:
    """The figures of every skill, in the order given; sd over n - 1.

    Mean and sd are hidden where together with n they would tell a small group that the shares keep hidden.
    """
    return tuple(
        _figures(skill, [sitting.ratings[skill.id] for sitting in sittings if skill.id in sitting.ratings])
        for skill in skills
    )


def _figures(skill: Skill, given: Sequence[Rated]) -> SkillFigures:
    levels = [rating.level for rating in given]
    counts = tuple(levels.count(level) for level in LEVELS)
    parts = shares(ends(counts))
    hidden = parts[TOP] if parts[TOP] is Hidden.FEW or is_told(counts) else None
    unsure = sum(rating.low_confidence for rating in given)
    return SkillFigures(
        id=skill.id,
        domain=skill.domain,
        n=counted(len(given)),
        mean=hidden or fmean(levels),
        sd=hidden or stdev(levels),
        no_chance=parts[NO_CHANCE],
        top=parts[TOP],
        low_confidence=shares({True: unsure, False: len(given) - unsure})[True],
        seconds=middle(rating.seconds for rating in given),
        flags=tuple(flag for flag, end in ((CEILING, TOP), (FLOOR, NO_CHANCE)) if _crowded(parts[end])),
    )


def _crowded(share: Figure) -> bool:
    return isinstance(share, float) and share > CROWDED
