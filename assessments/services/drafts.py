"""What was entered in a builder so far: kept as it was typed, so that leaving and coming back loses nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from assessments.models import Calculation, Draft, Plan, Result

LONGEST_TEXT = 6000
LONGEST_ENTRY = 200
MOST_ENTRIES = 300
LIMITS = frozenset({"hours_per_week", "budget_usd"})
"""What a table of what-ifs varies: it stays true when nothing else is changed."""

NO = ["no"]
"""What stands in a question that was not asked yet; an empty list says as much."""

Fields = Mapping[str, Sequence[str]]
Own = Mapping[str, Any]


class DraftChanged(Exception):
    """The same step was saved by another page meanwhile; `draft` is how it stands now."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(f"{draft} was changed")
        self.draft = draft


@dataclass(frozen=True, slots=True)
class Place:
    """Whose draft it is: for a new plan from a result, or for a change of a plan."""

    user: User
    result: Result
    plan: Plan | None


@dataclass(frozen=True, slots=True)
class Sent:
    """A step as its page sent it: what is typed in each field, and the revision that the page showed.

    - seen: None where the page did not say, which is taken for the present one
    - was: what stood in fields that the draft does not hold yet
    - own: own actions where the draft holds none yet, or in any case; `add` one to them, `remove` one by its key
    - more: what other steps hold from now on, where it follows from what was sent
    """

    step: str
    fields: Fields
    seen: int | None
    was: Fields = field(default_factory=dict)
    own: Sequence[Own] = ()
    add: Own | None = None
    remove: str = ""
    replaces_own: bool = False
    more: Mapping[str, Fields] = field(default_factory=dict)


def draft_of(place: Place) -> Draft | None:
    """The draft at that place, if anything was entered."""
    return Draft.objects.filter(user=place.user, result=place.result, plan=place.plan).first()


@transaction.atomic
def save(*, place: Place, sent: Sent, at: datetime) -> Draft:
    """Keep what a step sent; DraftChanged where another page saved something else in this step meanwhile."""
    where = {"user": place.user, "result": place.result, "plan": place.plan}
    made, _ = Draft.objects.get_or_create(**where, defaults={"saved_at": at})
    draft = Draft.objects.select_for_update().get(pk=made.pk)
    before = {"fields": {}, "saved": {}, **draft.entered}
    fields = {name: _bounded(values) for name, values in sent.fields.items()}
    if _is_stale(before, sent, fields):
        raise DraftChanged(draft)
    entered = {**before, "fields": {**before["fields"], **fields, **_flat(sent.more)}}
    if sent.add or sent.remove or sent.replaces_own:
        entered["own"] = _changed(sent.own if sent.replaces_own else before.get("own", sent.own), sent)
    if entered == before and sent.step in before["saved"]:
        return draft
    _drop_table(draft, entered, {**before, "fields": {**sent.was, **before["fields"]}})
    draft.revision += 1
    entered["saved"] = {**before["saved"], **dict.fromkeys((sent.step, *sent.more), draft.revision)}
    draft.entered, draft.saved_at = entered, at
    draft.save()
    return draft


@transaction.atomic
def remember(*, draft: Draft, rows: Sequence[Calculation], axes: Mapping[str, Any]) -> None:
    """Keep which rows of what-ifs belong to the answers; those not begun that nobody asks for any more are dropped."""
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    ids = [str(row.pk) for row in rows]
    _withdraw(draft, [id for id in locked.entered.get("table", {}).get("ids", ()) if id not in ids])
    locked.entered = {**locked.entered, "table": {"ids": ids, **axes}}
    locked.save(update_fields=["entered"])


def discard(place: Place) -> None:
    """Forget everything that was entered."""
    Draft.objects.filter(user=place.user, result=place.result, plan=place.plan).delete()


def _is_stale(before: Mapping[str, Any], sent: Sent, fields: Fields) -> bool:
    """Whether the step was saved since its page was drawn, with other values than these."""
    if sent.seen is None or before["saved"].get(sent.step, 0) <= sent.seen:
        return False
    return any(before["fields"].get(name) != values for name, values in fields.items() if not name.startswith("own_"))


def _changed(own: Sequence[Own], sent: Sent) -> list[Own]:
    kept = [row for row in own if row["id"] != sent.remove]
    return [*kept, sent.add] if sent.add and all(row["id"] != sent.add["id"] for row in kept) else kept


def _drop_table(draft: Draft, entered: dict[str, Any], before: Mapping[str, Any]) -> None:
    """Forget a table of what-ifs that other answers have made untrue."""
    now, was = {**before["fields"], **entered["fields"]}, before["fields"]
    changed = any((now[name] or NO) != (was.get(name, NO) or NO) for name in now.keys() - LIMITS)
    table = entered.get("table")
    if table and (changed or entered.get("own") != before.get("own") or not _covers(table, now)):
        _withdraw(draft, entered.pop("table")["ids"])


def _withdraw(draft: Draft, ids: Sequence[str]) -> None:
    """Drop rows of what-ifs that are not begun yet, so that they are in nobody's way."""
    waiting = Calculation.objects.for_user(draft.user).filter(state=Calculation.State.WAITING)
    waiting.filter(pk__in=ids, purpose=Calculation.Purpose.WHAT_IF).delete()


def _covers(table: Mapping[str, Any], fields: Fields) -> bool:
    given = [fields.get(name, [""])[-1:] for name in ("hours_per_week", "budget_usd")]
    return given in [[[hours], [budget]] for hours in table["hours"] for budget in table["budgets"]]


def _flat(more: Mapping[str, Fields]) -> dict[str, list[str]]:
    return {name: _bounded(values) for fields in more.values() for name, values in fields.items()}


def _bounded(values: Sequence[str]) -> list[str]:
    """At most so much of what was typed that it still shows what is wrong; databases cannot keep a NUL."""
    longest = LONGEST_TEXT if len(values) == 1 else LONGEST_ENTRY
    return [value[:longest].replace("\0", "\N{REPLACEMENT CHARACTER}") for value in values[:MOST_ENTRIES]]
