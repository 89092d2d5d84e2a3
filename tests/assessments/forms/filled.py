"""The form of a plan, filled in right but for what a test changes."""

from django.http import QueryDict

from assessments.forms.plans import PlanForm

ID = "6e6dc563-0b32-4cb5-95f7-2124b93ed0c9"
ACTIONS = ("sql-course", "agile-course", "ms-informatics-online", "target-search")
MOVES = ("ms-informatics-online", "target-search")
CONDITIONS = (("org-sponsor", "A named sponsor"), ("data-access", "Data access"))
RIGHT = {
    "id": ID,
    "start": "2026-12-07",
    "target": "2029-12-31",
    "hours_per_week": "6",
    "budget_usd": "15,000",
    "blocked_weeks": "2027-07-05 to 2027-07-18",
}


def plan_form(**changes: str | list[str]) -> PlanForm:
    """What a browser sends: right values, with these in their place; lists are fields sent several times."""
    sent = QueryDict(mutable=True)
    for name, value in (RIGHT | changes).items():
        sent.setlist(name, value if isinstance(value, list) else [value])
    return PlanForm(sent, actions=ACTIONS, moves=MOVES, conditions=CONDITIONS)
