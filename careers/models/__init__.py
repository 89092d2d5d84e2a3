"""Rows that editors work on, and the frozen documents that readers are served."""

from careers.models.actions import Action
from careers.models.career import Career
from careers.models.catalogue import Catalogue
from careers.models.conditions import Condition
from careers.models.desk.comments import Comment
from careers.models.desk.deeds import Deed
from careers.models.desk.drafts import Draft, KeptForm, Presence
from careers.models.desk.upkeep import FormerSlug, LinkCheck, Reminder
from careers.models.domains import CatalogueSource, Domain, DomainWeight
from careers.models.effects import Lift, Window
from careers.models.entries.demands import EducationRequirement, SkillDescription
from careers.models.entries.help import Promise, Resource, ToolkitItem
from careers.models.entries.job import Comparison, Duty, Specialization, ToolGroup
from careers.models.entries.judgment import Benefit, Drawback, Question
from careers.models.entries.ladder import RelatedCareer, Rung
from careers.models.entries.pay import Country, LevelPay, PayFactor
from careers.models.entries.texts import Passage, Point
from careers.models.entries.way import EducationRoute, Step
from careers.models.figures import Figure
from careers.models.gates import Gate
from careers.models.items import Item, Option
from careers.models.levels import Level, Proficiency
from careers.models.published import Edition, InstrumentVersion
from careers.models.requirements import GateRequirement, Requirement
from careers.models.search import SearchEntry, SearchSource, SearchWord
from careers.models.sections import Section
from careers.models.skills import Anchor, Skill
from careers.models.sources import Source
from careers.models.toolkit import ToolkitEdition

__all__ = [
    "Action",
    "Anchor",
    "Benefit",
    "Career",
    "Catalogue",
    "CatalogueSource",
    "Comment",
    "Comparison",
    "Condition",
    "Country",
    "Deed",
    "Domain",
    "DomainWeight",
    "Draft",
    "Drawback",
    "Duty",
    "Edition",
    "EducationRequirement",
    "EducationRoute",
    "Figure",
    "FormerSlug",
    "Gate",
    "GateRequirement",
    "InstrumentVersion",
    "Item",
    "KeptForm",
    "Level",
    "LevelPay",
    "Lift",
    "LinkCheck",
    "Option",
    "Passage",
    "PayFactor",
    "Point",
    "Presence",
    "Proficiency",
    "Promise",
    "Question",
    "RelatedCareer",
    "Reminder",
    "Requirement",
    "Resource",
    "Rung",
    "SearchEntry",
    "SearchSource",
    "SearchWord",
    "Section",
    "Skill",
    "SkillDescription",
    "Source",
    "Specialization",
    "Step",
    "ToolGroup",
    "ToolkitEdition",
    "ToolkitItem",
    "Window",
]
