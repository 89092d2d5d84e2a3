"""The shape view: one axis a domain, from 0 in the middle to the requirement at the rim, as outlines only."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from assessments.presentation.standing import DomainRow

CENTER, RADIUS, LABEL_RADIUS = 170, 130, 150
LEAST_AXES = 3


@dataclass(frozen=True, slots=True)
class Axis:
    """A domain's axis: its number and name, the end of its line and the place of its number."""

    number: int
    name: str
    score: int
    x: float
    y: float
    label_x: float
    label_y: float


@dataclass(frozen=True, slots=True)
class Radar:
    """Axes and the points of both outlines in a box of 340 by 340."""

    axes: tuple[Axis, ...]
    you: str
    required: str
    half: str


def radar(domains: Sequence[DomainRow]) -> Radar | None:
    """The shape of the domains that have a score, in their order; None where they span no shape."""
    total = len(domains)
    if total < LEAST_AXES:
        return None
    return Radar(
        axes=tuple(_axis(place, total, domain) for place, domain in enumerate(domains)),
        you=_outline([domain.score for domain in domains]),
        required=_outline([100] * total),
        half=_outline([50] * total),
    )


def _axis(place: int, total: int, domain: DomainRow) -> Axis:
    end, label = _point(place, total, RADIUS), _point(place, total, LABEL_RADIUS)
    return Axis(place + 1, domain.name, domain.score, *end, label[0], round(label[1] + 5, 1))


def _outline(values: Sequence[float]) -> str:
    points = (_point(place, len(values), RADIUS * value / 100) for place, value in enumerate(values))
    return " ".join(f"{x},{y}" for x, y in points)


def _point(place: int, total: int, radius: float) -> tuple[float, float]:
    """Clockwise from the top."""
    angle = 2 * pi * place / total
    return round(CENTER + radius * sin(angle), 1), round(CENTER - radius * cos(angle), 1)
