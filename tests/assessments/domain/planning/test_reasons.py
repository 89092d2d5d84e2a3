"""Every action says what it is for, why then, and what has to be arranged."""

from typing import Any

import pytest

from tests.assessments.domain.planning.builders import (
    Row,
    action,
    catalogue,
    condition,
    gate,
    planned,
    running,
    situation,
)

CONDITIONS = [
    condition("office", "organization"),
    condition("data", "organization"),
    condition("earned", by=["first"]),
]


def why(*actions: Row, doors: tuple[Row, ...] = (), **given: Any) -> dict[str, str]:
    """The reasons of a plan by action."""
    document = catalogue(list(actions), conditions=CONDITIONS, gates=doors)
    return {row["id"]: row["why"] for row in planned(document, situation(**given)).plan["actions"]}


def test_it_lifts_skills_and_opens_gates_and_starts_at_once() -> None:
    both = action("x", ("a", 0, 2), ("b", 0, 3))
    assert why(both) == {"x": "Lifts A from 0 to 2 and lifts B from 0 to 3. It can start at once."}
    found = why(action("x", ("a", 0, 1)), doors=(gate("g", by=["x"]), gate("h", by=["x"])))
    purpose = "Lifts A from 0 to 1, opens the gate Gate g and opens the gate Gate h."
    assert found == {"x": f"{purpose} It can start at once."}


def test_it_comes_before_what_needs_it_and_that_follows_at_once() -> None:
    assert why(action("first"), action("second", ("a", 0, 2), needs=["first"])) == {
        "first": "Has to come before Action second. It can start at once.",
        "second": "Lifts A from 0 to 2. It starts as soon as Action first has ended.",
    }


def test_what_earns_a_condition_comes_before_it_as_well() -> None:
    found = why(action("first"), action("second", ("a", 0, 2), conditions=["earned"]))
    assert found["first"] == "Has to come before Action second. It can start at once."


def test_a_lift_that_begins_where_another_ends_follows_it() -> None:
    found = why(action("low", ("a", 0, 1)), action("top", ("a", 1, 2)))
    assert found["top"] == "Lifts A from 1 to 2. It starts as soon as Action low has ended."


def test_what_only_waits_for_hours_says_so() -> None:
    found = why(action("x", ("a", 0, 2)), action("y", ("b", 0, 1)))
    assert found["y"] == "Lifts B from 0 to 1. It starts as soon as there are enough free hours."


def test_what_waits_for_its_window_says_so() -> None:
    found = why(action("x", ("a", 0, 2), windows=[("02-01", "02-28")]))
    assert found["x"] == "Lifts A from 0 to 2. Its weeks follow from its yearly window."


def test_what_is_there_because_it_was_asked_for_says_so() -> None:
    assert why(action("x"), pinned={"x"}) == {"x": "Is there because you asked for it. It can start at once."}
    found = why(action("x", ("a", 0, 2)), pinned={"x"})
    assert found["x"].startswith("Lifts A from 0 to 2 and is there because you asked for it.")


def test_what_has_to_be_arranged_stands_at_the_end() -> None:
    found = why(action("x", ("a", 0, 2), conditions=["office", "data", "earned"]), action("first"))
    assert found["x"].endswith(" has ended. To arrange: Condition office and Condition data.")


@pytest.mark.parametrize(
    "x", [action("x", ("a", 1, 2), needs=["run"]), action("x", ("a", 1, 2)), action("x", ("a", 1, 2), paid=True)]
)
def test_what_waits_for_something_under_way_names_it(x: Row) -> None:
    found = why(action("run", ("a", 0, 1)), x, running=(running("run", 0, 2),))
    assert found == {"x": "Lifts A from 1 to 2. It starts as soon as Action run has ended."}


def test_what_was_lifted_by_something_else_is_not_named() -> None:
    """`other` ends when `y` starts, but lifts another skill: only the hours were missing."""
    found = why(action("other", ("a", 0, 2)), action("y", ("b", 1, 2)), levels={"a": 0, "b": 1})
    assert found["y"] == "Lifts B from 1 to 2. It starts as soon as there are enough free hours."
