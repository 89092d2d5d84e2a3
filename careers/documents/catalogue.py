"""The shape of the catalogue: competencies and actions, published together as one document."""

from django.db.models import Model

from careers import models as m
from careers.documents.parts import Grid, Listed, Nested, Part, mapped


def _listed(key: str, model: type[Model], *parts: Part | str) -> Listed:
    return Listed(key, model, "catalogue", *parts)


COMPETENCIES = Nested(
    "competencies",
    "meta:competencies_meta uncertainties professions published_frameworks",
    Grid(m.Proficiency, "catalogue", "level", "proficiency_scale:word proficiency_definitions:definition"),
    _listed("career_levels", m.Level, "id:key name"),
    _listed("sources", m.CatalogueSource, "id:key title year url~ supports access"),
    _listed(
        "domains",
        m.Domain,
        "id:key name weight weight_rationale sources",
        Grid(m.DomainWeight, "domain", "level", "weight_by_level:weight"),
    ),
    _listed(
        "skills",
        m.Skill,
        "id:key name domain kind definition required_rationale weight sources",
        Grid(m.Requirement, "skill", "level", "required weight_by_level:weight"),
        Grid(m.Anchor, "skill", "level", "levels:text"),
    ),
    _listed(
        "prerequisites",
        m.Gate,
        "id:key name applies_to how_met substitutes satisfied_by evidence sources note note_date confidence",
        Grid(m.GateRequirement, "gate", "level", "necessity typical_years~"),
    ),
)

ACTIONS = Nested(
    "actions",
    "meta:actions_meta",
    _listed("conditions", m.Condition, "id:key scope name prerequisite~ met_by_actions"),
    _listed(
        "actions",
        m.Action,
        "id:key kind name provider summary weeks_min weeks_max hours_min hours_max cost_min_usd cost_max_usd",
        "paid_time big_move requires_actions requires_conditions satisfies evidence repeatable window_on?",
        "confidence note",
        Listed("develops", m.Lift, "action", "skill from:low to:high"),
        Listed("fixed_windows", m.Window, "action", "start end"),
        Nested("source~", "title:source_title year:source_year url:source_url~"),
    ),
    _listed(
        "knowledge_items",
        m.Item,
        "id:key skill difficulty level_probed stem key:right_option",
        Listed("options", m.Option, "item", "id:key text rationale"),
        Nested("reference", "title:reference_title year:reference_year url:reference_url~"),
    ),
)

CATALOGUE = mapped(COMPETENCIES, ACTIONS)
