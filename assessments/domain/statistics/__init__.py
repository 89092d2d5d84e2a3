"""What first attempts say about the items and skills of an instrument, with small groups of people kept hidden."""

from assessments.domain.statistics.domains import DomainFigures, domain_figures
from assessments.domain.statistics.hiding import FEWEST, Hidden, counted, shares
from assessments.domain.statistics.items import ItemFigures, item_figures
from assessments.domain.statistics.leaving import Leaving, leaving
from assessments.domain.statistics.sittings import Chosen, Rated, Sitting
from assessments.domain.statistics.skills import SkillFigures, skill_figures

__all__ = [
    "FEWEST",
    "Chosen",
    "DomainFigures",
    "Hidden",
    "ItemFigures",
    "Leaving",
    "Rated",
    "Sitting",
    "SkillFigures",
    "counted",
    "domain_figures",
    "item_figures",
    "leaving",
    "shares",
    "skill_figures",
]
