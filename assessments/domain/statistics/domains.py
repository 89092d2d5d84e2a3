"""How far the ratings within a domain go together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessments.domain.instrument import Domain, Skill
from assessments.domain.statistics.correlation import alpha
from assessments.domain.statistics.hiding import FEWEST, Figure, Hidden, counted
from assessments.domain.statistics.sittings import Sitting


@dataclass(frozen=True, slots=True)
class DomainFigures:
    """A domain, how many skills it has, and Cronbach's alpha over the n people who rated all of them."""

    id: str
    name: str
    skills: int
    n: int | Hidden
    alpha: Figure


def domain_figures(
    domains: Iterable[Domain], skills: Sequence[Skill], sittings: Sequence[Sitting]
) -> tuple[DomainFigures, ...]:
    """The figures of every domain, in the order given."""
    return tuple(
        _figures(domain, [skill.id for skill in skills if skill.domain == domain.id], sittings) for domain in domains
    )


def _figures(domain: Domain, skills: Sequence[str], sittings: Sequence[Sitting]) -> DomainFigures:
    whole = [sitting.ratings for sitting in sittings if sitting.ratings.keys() >= set(skills)]
    rows = [[float(ratings[skill].level) for skill in skills] for ratings in whole]
    found = alpha(rows) if len(rows) >= FEWEST else Hidden.FEW
    return DomainFigures(domain.id, domain.name, len(skills), counted(len(rows)), found)
