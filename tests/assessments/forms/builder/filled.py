"""The forms of the builder's steps, filled in right but for what a test changes."""

from collections.abc import Mapping
from datetime import date

from django.http import QueryDict

from assessments.forms.builder import ActionsForm, DatesForm, MeansForm

TODAY = date(2026, 12, 1)
ACTIONS = ("sql-course", "agile-course", "ms-informatics-online", "target-search")
MOVES = ("ms-informatics-online", "target-search")
CONDITIONS = (("org-sponsor", "A named sponsor"), ("data-access", "Data access"))
SKILLS = (("cds", "Clinical decision support"),)
DATES = {"start": "2026-12-07", "target": "2029-12-31", "blocked_weeks": "2027-07-05 to 2027-07-18"}
MEANS = {"hours_per_week": "6", "budget_usd": "15,000"}
OWN = {"own_name": "Shadow our CMIO", "own_hours": "12", "own_weeks": "4", "own_cost": "", "own_skill": ""}
Values = str | list[str]


def sent(right: Mapping[str, Values], changes: Mapping[str, Values]) -> QueryDict:
    """What a browser sends: right values, with these in their place; lists are fields sent several times."""
    data = QueryDict(mutable=True)
    for name, value in {**right, **changes}.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


def dates_form(changes: Mapping[str, Values] | None = None, *, has_start: bool = True, **more: Values) -> DatesForm:
    """Step 1."""
    return DatesForm(sent({**DATES, **(changes or {})}, more), today=TODAY, has_start=has_start)


def means_form(changes: Mapping[str, Values] | None = None, **more: Values) -> MeansForm:
    """Step 2."""
    return MeansForm(sent({**MEANS, **(changes or {})}, more), moves=MOVES)


def actions_form(
    changes: Mapping[str, Values] | None = None, *, own: int = 0, asks_own: bool = False, has_done: bool = True
) -> ActionsForm:
    """Step 3, with nothing ticked and no own action described but for these values."""
    return ActionsForm(
        sent({}, changes or {}),
        actions=ACTIONS,
        conditions=CONDITIONS,
        skills=SKILLS,
        own=own,
        has_done=has_done,
        asks_own=asks_own,
    )
