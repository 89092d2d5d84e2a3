"""What stands beside a field of the desk: what it is for, in which unit, and how long it may be."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.http import HttpRequest

from careers import models as m

WORTH_SAYING = 100
"""The shortest limit that is told: shorter texts are names and keys, where nobody comes near it."""

HINTS: Mapping[type[models.Model], Mapping[str, str]] = {
    m.Career: {
        "tagline": "One sentence under the title",
        "summary": "What lists and searches show of the guide",
        "reviewed_on": "When somebody last read all of it against its sources",
        "review_by": "Its owner is reminded before",
    },
    m.Section: {
        "slug": "The end of its address: /careers/guide/#slug",
        "lead": "The sentence a busy executive would repeat",
    },
    m.Figure: {
        "value": "In the unit below; leave empty for a range",
        "low": "In the unit below",
        "high": "In the unit below; leave empty for an open range",
        "year": "The year that the number is about, not that of its publication",
        "sample_size": "How many answers, people or posts",
    },
    m.Source: {"year": "Of publication", "url": "Where readers can open it"},
    m.Step: {"min_months": "Months", "max_months": "Months"},
    m.EducationRoute: {
        "min_months": "Months",
        "max_months": "Months",
        "cost_low_usd": "US dollars for the whole course",
        "cost_high_usd": "US dollars for the whole course",
    },
    m.Rung: {"min_years": "Years in the work", "max_years": "Years in the work; empty where it has no end"},
    m.Country: {
        "low": "A year, in the currency above",
        "high": "A year, in the currency above",
        "usd_low": "A year, in US dollars",
        "usd_high": "A year, in US dollars",
    },
    m.Domain: {"weight": "Of 100 for all domains"},
    m.DomainWeight: {"weight": "Of 100 for all domains at that level"},
    m.Skill: {"weight": "Of 100 for all skills"},
    m.Requirement: {"required": "1 to 5, as the anchors", "weight": "Of 100 for all skills at that level"},
    m.Anchor: {"level": "1 to 5"},
    m.GateRequirement: {"typical_years": "Years, where only time can meet it"},
    m.Item: {
        "difficulty": "1 to 5",
        "level_probed": "1 to 5, as the anchors of the skill",
        "right_option": "The letter of the option that is right",
    },
    m.Action: {
        "weeks_min": "Calendar weeks",
        "weeks_max": "Calendar weeks",
        "hours_min": "Hours of the learner in all",
        "hours_max": "Hours of the learner in all",
        "cost_min_usd": "US dollars out of pocket",
        "cost_max_usd": "US dollars out of pocket",
    },
    m.Window: {"start": "Month and day, such as 07-15", "end": "Month and day, such as 07-15"},
}


class Hinted:
    """Mixin of model admins and inlines: each field says its unit and its limit."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The field with its hint, after what the model itself says of it."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field is not None:
            field.help_text = hint(db_field, str(field.help_text))
        return field


def hint(column: Any, said: str) -> str:
    """The hint of a column, which begins with what is said of it already."""
    own = HINTS.get(column.model, {}).get(column.name, "")
    limit = column.max_length if isinstance(column, models.CharField) and not column.choices else None
    length = f"{limit} characters at most" if limit and limit >= WORTH_SAYING and "characters" not in said else ""
    return ". ".join(part.rstrip(".") for part in (said, own, length) if part)
