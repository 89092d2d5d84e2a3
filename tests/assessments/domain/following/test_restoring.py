"""An earlier schedule followed again: what is done or running lies where it lies now, everything else as it did."""

from typing import Any

from hypothesis import given

from assessments.domain.following.extras import none
from assessments.domain.following.progress import BLOCKED, DOING, DONE, UNTOUCHED, Progress
from assessments.domain.following.restoring import knowing, restored, settled
from tests.assessments.domain.following.schedules import followed, rows

Rows = list[dict[str, Any]]
STAYING = {DONE, DOING, BLOCKED}


def by_key(document: dict[str, Any]) -> dict[str, Any]:
    listed = [*document.get("kept", ()), *document["actions"]]
    found = {row["id"]: row for row in listed}
    assert len(found) == len(listed)
    return found


@given(rows(), rows(), followed)
def test_every_action_is_there_once_from_now_or_from_then(then: Rows, now: Rows, progress: dict[str, Progress]) -> None:
    found = by_key(restored({"actions": then}, settled(now, progress)))
    before, present = ({row["id"]: row for row in listed} for listed in (then, now))
    stays = {key for key in present if progress.get(key, UNTOUCHED).state in STAYING}
    assert found.keys() == before.keys() | stays
    assert all(row == (present[key] if key in stays else before[key]) for key, row in found.items())


@given(rows(), followed)
def test_restoring_what_stands_changes_nothing(now: Rows, progress: dict[str, Progress]) -> None:
    document = {"status": "optimal", "kept": now[:1], "actions": now[1:]}
    assert restored(document, settled(now, progress)) == document
    assert restored({"actions": now}, settled(now, progress)) == {"actions": now}


def test_what_an_earlier_catalogue_did_not_know_comes_along() -> None:
    own = {"id": "own-a", "name": "Shadow the board"}
    rows = [{"id": "own-a", "name": "as a row"}, {"id": "new-course"}]
    found = knowing(none() | {"retired": [{"id": "old"}]}, rows, [own, {"id": "own-b"}])
    assert found["own"] == [own]
    assert found["retired"] == [{"id": "old"}, {"id": "new-course"}]
    assert knowing({}, [], [own]) == {"own": [], "retired": []}
