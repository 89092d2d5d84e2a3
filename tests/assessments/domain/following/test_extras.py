"""A plan's own, split and retired actions: with them the catalogue keeps every law that it has without them."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain import instrument as instruments
from assessments.domain.following import extras as extra
from assessments.domain.following.extras import is_retired, part, with_extras
from assessments.domain.instrument import Action
from careers.checks.catalogue import catalogue_problems
from tests.assessments.domain.builders import document

DOCUMENT = document()
ROWS = {row["id"]: row for row in DOCUMENT["actions"]["actions"]}
SKILLS = [row["id"] for row in DOCUMENT["competencies"]["skills"]]
REFERENCES = ("requires_actions", "met_by_actions", "satisfied_by")


@st.composite
def own_rows(draw: st.DrawFn) -> dict[str, Any]:
    low = draw(st.integers(0, 4))
    lift = {"skill": draw(st.sampled_from([*SKILLS, "no-longer-there"])), "from": low, "to": low + 1}
    return {
        "id": f"{extra.OWN}{draw(st.uuids())}",
        "name": draw(st.text(min_size=1, max_size=20)),
        "hours": draw(st.integers(1, 400)),
        "weeks": draw(st.integers(1, 104)),
        "cost_usd": draw(st.integers(0, 50_000)),
        **draw(st.sampled_from([{}, lift])),
    }


@st.composite
def retired_rows(draw: st.DrawFn) -> dict[str, Any]:
    """An action that the catalogue had: it names what is still there, and what went with it."""
    row = deepcopy(draw(st.sampled_from([*ROWS.values()])))
    gone = draw(st.sampled_from([[], ["gone"]]))
    lifts = [{"skill": skill, "from": 1, "to": 2} for skill in gone]
    more = {name: [*row[name], *gone] for name in ("requires_actions", "requires_conditions", "satisfies")}
    return {**row, **more, "id": f"old-{row['id']}", "develops": [*row["develops"], *lifts]}


EXTRAS = st.fixed_dictionaries(
    {
        "own": st.lists(own_rows(), max_size=3, unique_by=lambda row: row["id"]),
        "splits": st.dictionaries(st.sampled_from([*ROWS]), st.floats(0.05, 0.95), max_size=4),
        "retired": st.lists(retired_rows(), max_size=3, unique_by=lambda row: row["id"]),
        "placed": st.just({}),
    }
)


def actions(extras: dict[str, Any]) -> dict[str, Action]:
    found = instruments.read(with_extras(DOCUMENT, extras), version=1, career="c", level="cmio")
    return {action.id: action for action in found.actions}


def test_without_extras_it_is_the_same_document() -> None:
    assert with_extras(DOCUMENT, {}) is DOCUMENT
    assert with_extras(DOCUMENT, extra.none()) is DOCUMENT


def test_a_placed_action_leaves_the_document() -> None:
    placed = {"sql-course": {"start": "2027-01-04", "weeks": 6}}
    assert with_extras(DOCUMENT, extra.none() | {"placed": placed}) is DOCUMENT


@given(EXTRAS)
def test_with_extras_the_catalogue_keeps_its_laws(extras: dict[str, Any]) -> None:
    before = deepcopy(DOCUMENT)
    assert catalogue_problems(with_extras(DOCUMENT, extras)) == catalogue_problems(DOCUMENT)
    assert before == DOCUMENT


@given(EXTRAS)
def test_every_action_is_there_once_whole_or_in_two_parts(extras: dict[str, Any]) -> None:
    split = extras["splits"].keys()
    expected = {key for key in ROWS if key not in split} | {part(key, number) for key in split for number in (1, 2)}
    expected |= {row["id"] for row in (*extras["own"], *extras["retired"])}
    assert actions(extras).keys() == expected


@given(st.sampled_from([*ROWS]), st.floats(0.05, 0.95))
def test_two_parts_are_the_action(key: str, share: float) -> None:
    found = actions({"splits": {key: share}})
    whole, first, second = actions({})[key], found[part(key, 1)], found[part(key, 2)]
    assert first.hours + second.hours == pytest.approx(whole.hours)
    assert first.cost_max_usd + second.cost_max_usd == whole.cost_max_usd
    assert first.weeks_max + second.weeks_max >= whole.weeks_max
    assert first.weeks_min <= first.weeks_max
    assert (first.lifts, second.lifts) == ((), whole.lifts)
    assert (first.satisfies, second.satisfies) == ((), whole.satisfies)
    assert second.requires_actions == (*whole.requires_actions, part(key, 1))
    assert first.requires_actions == whole.requires_actions


@given(st.sampled_from([*ROWS]))
def test_whoever_asks_for_a_split_action_asks_for_its_second_part(key: str) -> None:
    def asking(found: Any, wanted: str) -> int:
        lists = (found["competencies"]["prerequisites"], found["actions"]["conditions"], found["actions"]["actions"])
        return sum(wanted in row.get(name, ()) for rows in lists for row in rows for name in REFERENCES)

    after = with_extras(DOCUMENT, {"splits": {key: 0.5}})
    assert asking(after, key) == 0
    assert asking(after, part(key, 2)) == asking(DOCUMENT, key)


@pytest.mark.parametrize(("on", "first", "second"), [("start", 1, 0), ("end", 0, 1)])
def test_only_the_part_that_lies_in_a_window_has_it(on: str, first: int, second: int) -> None:
    row = {**ROWS["sql-course"], "id": "in-may", "fixed_windows": [{"start": "05-01", "end": "05-31"}], "window_on": on}
    found = actions({"retired": [row], "splits": {"in-may": 0.5}})
    assert [len(found[part("in-may", number)].windows) for number in (1, 2)] == [first, second]


def test_an_own_action_lifts_its_skill_and_asks_for_nothing() -> None:
    row = {"id": "own-a", "name": "Shadow the board", "hours": 12, "weeks": 3, "cost_usd": 50}
    lifts = {"skill": "cds", "from": 2, "to": 3}
    plain, lifting = (actions({"own": [row | more]})["own-a"] for more in ({}, lifts))
    assert (plain.hours, plain.weeks_min, plain.weeks_max, plain.cost_max_usd) == (12, 3, 3, 50)
    assert (plain.requires_actions, plain.requires_conditions, plain.lifts) == ((), (), ())
    assert [(lift.skill, lift.low, lift.high) for lift in lifting.lifts] == [("cds", 2, 3)]


def test_what_the_catalogue_has_again_is_taken_from_it() -> None:
    old = {**ROWS["sql-course"], "name": "As it was"}
    assert with_extras(DOCUMENT, {"retired": [old]}) is DOCUMENT


@pytest.mark.parametrize(
    ("action", "retired"),
    [("sql-course", False), ("sql-course--part-2", False), ("gone", True), ("gone--part-1", True), ("own-x", False)],
)
def test_retired_is_what_the_live_catalogue_does_not_have(action: str, retired: bool) -> None:
    assert is_retired(action, DOCUMENT) is retired
