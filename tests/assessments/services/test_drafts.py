"""A draft keeps what was typed: nothing is lost by leaving, by a mistake or by a second tab."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import User

from assessments.models import Calculation, Draft, Result
from assessments.services import drafts
from assessments.services.drafts import DraftChanged, Place, Sent
from tests.assessments.runs import LATER, NOW, built, newest, submitted

pytestmark = pytest.mark.django_db
DATES = {"start": ["2026-12-07"], "target": ["soon"]}
MEANS = {"hours_per_week": ["4"], "budget_usd": ["5,000"]}


@pytest.fixture
def result(alice: User) -> Result:
    return submitted(alice)


@pytest.fixture
def place(alice: User, result: Result) -> Place:
    return Place(alice, result, None)


def save(place: Place, step: str = "1", seen: int | None = None, **given: object) -> Draft:
    values = {"fields": DATES if step == "1" else MEANS, **given}
    return drafts.save(place=place, sent=Sent(step=step, seen=seen, **values), at=NOW)  # type: ignore[arg-type]


def table(place: Place, state: str = "waiting") -> Calculation:
    values = {"purpose": "what_if", "version": newest(), "digest": uuid4().hex, "request": {}, "created_at": NOW}
    return Calculation.objects.create(user=place.user, result=place.result, state=state, **values)


def test_nothing_is_there_before_something_was_entered(place: Place) -> None:
    assert drafts.draft_of(place) is None
    assert not Draft.objects.exists()


def test_what_is_typed_is_kept_step_by_step_whether_it_is_right_or_not(place: Place) -> None:
    save(place)
    draft = save(place, "2")
    assert draft.entered["fields"] == {**DATES, **MEANS}
    assert (draft.revision, draft.entered["saved"]) == (2, {"1": 1, "2": 2})
    assert drafts.draft_of(place) == draft


def test_the_same_form_sent_twice_is_one_change(place: Place) -> None:
    first, again = save(place, seen=0), save(place, seen=0)
    assert (first.revision, again.revision, again.entered) == (1, 1, first.entered)


def test_another_page_that_saved_something_else_in_the_step_is_told_of(place: Place) -> None:
    save(place, seen=0)
    save(place, seen=1, fields={**DATES, "target": ["2029-12-31"]})
    with pytest.raises(DraftChanged) as refused:
        save(place, seen=1, fields={**DATES, "target": ["2028-12-31"]})
    assert refused.value.draft.entered["fields"]["target"] == ["2029-12-31"]
    taken = save(place, seen=2, fields={**DATES, "target": ["2028-12-31"]})
    assert taken.entered["fields"]["target"] == ["2028-12-31"]


def test_two_pages_that_save_different_steps_do_not_meet(place: Place) -> None:
    save(place, seen=0)
    save(place, "2", seen=0)
    assert save(place, "1", seen=1, fields={**DATES, "target": ["x"]}).entered["fields"]["target"] == ["x"]


def test_own_actions_are_added_once_and_removed(place: Place) -> None:
    before = [{"id": "own-0", "name": "Of the plan"}]
    new = {"id": "own-1", "name": "Shadow our CMIO"}
    for _ in range(2):
        draft = save(place, "3", fields={"pinned": []}, own=before, add=new)
    assert draft.entered["own"] == [*before, new]
    assert save(place, "3", fields={"pinned": []}, remove="own-0").entered["own"] == [new]
    assert save(place, "3", fields={"pinned": []}, remove="own-9").entered["own"] == [new]


def test_what_no_database_can_keep_and_what_is_too_long_is_kept_as_far_as_it_shows_what_is_wrong(place: Place) -> None:
    fields = {"own_name": ["a\0b" + "x" * 10**6], "pinned": ["y" * 10**4] * 1000}
    kept = save(place, "3", fields=fields).entered["fields"]
    assert kept["own_name"][0].startswith("a\N{REPLACEMENT CHARACTER}bx")
    assert (len(kept["own_name"][0]), len(kept["pinned"]), len(kept["pinned"][0])) == (6000, 300, 200)


def test_drafts_of_a_result_and_of_its_plan_are_two(place: Place, alice: User, result: Result) -> None:
    of_plan = Place(alice, result, built(result))
    save(place)
    save(of_plan, fields={"target": ["x"]})
    assert Draft.objects.count() == 2
    drafts.discard(of_plan)
    assert drafts.draft_of(of_plan) is None
    assert drafts.draft_of(place) is not None


def test_nobody_elses_draft_is_found(place: Place, charlie: User) -> None:
    save(place)
    assert drafts.draft_of(Place(charlie, place.result, None)) is None


def remembered(place: Place) -> dict[str, object]:
    draft = save(place, "2")
    drafts.remember(draft=draft, rows=[table(place)], axes={"hours": ["4", "6"], "budgets": ["0", "5,000"]})
    kept: dict[str, object] = Draft.objects.get().entered
    return kept


def test_a_table_stays_as_long_as_only_its_hours_and_budgets_are_changed(place: Place) -> None:
    assert "table" in remembered(place)
    assert "table" in save(place, "2", fields={"hours_per_week": ["6"], "budget_usd": ["0"]}).entered
    more = {"hours_per_week": ["6"], "budget_usd": ["0"], "pinned": [], "move-post": ["no"], "target": ["2029-12-31"]}
    assert "table" in save(place, "2", fields=more, was={"target": ["2029-12-31"]}).entered
    assert "table" not in save(place, "2", fields={"hours_per_week": ["5"], "budget_usd": ["0"]}).entered


@pytest.mark.parametrize(
    "change",
    [{"step": "1"}, {"step": "3", "fields": {"pinned": ["x"]}}, {"step": "3", "fields": {}, "add": {"id": "a"}}],
)
def test_any_other_change_makes_a_table_untrue(place: Place, change: dict[str, object]) -> None:
    remembered(place)
    assert "table" not in save(place, **change).entered  # type: ignore[arg-type]


def test_rows_that_nobody_waits_for_any_more_are_dropped_before_they_are_begun(place: Place) -> None:
    draft = save(place, "2")
    old, begun, new = table(place), table(place, "running"), table(place)
    drafts.remember(draft=draft, rows=[old, begun], axes={})
    drafts.remember(draft=draft, rows=[new], axes={})
    assert set(Calculation.objects.all()) == {begun, new}
    assert Draft.objects.get().entered["table"]["ids"] == [str(new.pk)]


def test_rows_that_other_answers_made_untrue_are_dropped_at_once(place: Place) -> None:
    remembered(place)
    save(place, "3", fields={"pinned": ["x"]})
    assert not Calculation.objects.exists()


def test_saving_tells_when(place: Place) -> None:
    save(place)
    drafts.save(place=place, sent=Sent("1", {"target": ["x"]}, None), at=LATER)
    assert Draft.objects.get().saved_at == LATER
