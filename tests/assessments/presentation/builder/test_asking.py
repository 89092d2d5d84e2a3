"""What the plan builder asks: only big moves that could help, what each takes, and the actions in groups."""

from typing import Any

import pytest

from assessments.presentation.builder import asking
from assessments.presentation.builder.asking import Move
from assessments.presentation.catalogue import KINDS, Catalogue
from tests.assessments.presentation.builders import CATALOGUE, action, document, gate, instrument, lift
from tests.assessments.presentation.realistic import catalogue

LEVELS = {"cds": 2, "safety": 2, "budget": 0}


def moves(levels: dict[str, int] | None = None, open_gates: tuple[str, ...] = (), **given: Any) -> tuple[Move, ...]:
    """The moves of a catalogue with one big move."""
    row = action("post", "Director post", "role", **{"big_move": True} | given)
    asked = instrument(actions=[row], conditions=[], prerequisites=[gate("board", "Board", "expected", by=["post"])])
    return asking.moves(asked, LEVELS if levels is None else levels, open_gates)


def hint(**given: Any) -> str:
    (move,) = moves(**{"develops": [lift("cds", 2, 3)]} | given)
    return move.hint


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("Director post", "role", "a director post"),
        ("Medical director of informatics", "role", "a medical director of informatics post"),
        ("Associate or deputy CMIO post", "role", "an associate or deputy CMIO post"),
        ("Online master's in informatics", "education", "an online master's in informatics"),
        ("ACGME clinical informatics fellowship", "fellowship", "an ACGME clinical informatics fellowship"),
        ("CMIO program", "education", "a CMIO program"),
    ],
)
def test_a_move_is_asked_as_a_question(name: str, kind: str, said: str) -> None:
    row = action("post", name, kind, big_move=True, develops=[lift("cds", 2, 3)])
    (move,) = asking.moves(instrument(actions=[row], conditions=[]), LEVELS, ())
    assert (move.id, move.question) == ("post", f"Would you consider {said}?")


@pytest.mark.parametrize(
    ("levels", "develops", "asked"),
    [
        ({"cds": 2}, [lift("cds", 2, 3)], True),
        ({"cds": 0}, [lift("cds", 2, 3)], True),
        ({"cds": 3}, [lift("cds", 2, 3)], False),
        ({"cds": 4}, [lift("cds", 4, 5)], False),
        ({"budget": 2}, [lift("budget", 1, 4)], False),
        ({}, [lift("cds", 2, 3)], False),
        ({"cds": 2}, [], False),
    ],
)
def test_a_move_that_lifts_nothing_is_not_asked(
    levels: dict[str, int], develops: list[dict[str, Any]], asked: bool
) -> None:
    assert bool(moves(levels, develops=develops)) == asked


def test_a_move_that_opens_a_gate_is_asked() -> None:
    assert moves(open_gates=("board",))
    assert not moves(open_gates=("degree",))


def test_a_move_that_other_actions_wait_for_is_asked() -> None:
    condition = {"id": "held", "name": "Holds a post", "scope": "profile", "met_by_actions": ["post"]}
    rows = [action("post", "Director post", big_move=True), action("other", "Another move", big_move=True)]
    found = asking.moves(instrument(actions=rows, conditions=[condition]), {}, ())
    assert [move.id for move in found] == ["post"]
    assert found[0].hint.endswith("Lifts no skill by itself, but opens what other actions or employers ask for.")


def test_what_is_no_big_move_is_not_asked() -> None:
    assert moves(big_move=False, develops=[lift("cds", 2, 3)]) == ()


@pytest.mark.parametrize(
    ("given", "effort"),
    [
        ({}, "10 to 20 hours of your own over 2 to 4 weeks."),
        ({"hours_min": 1, "hours_max": 1, "weeks_min": 1, "weeks_max": 1}, "1 hour of your own over 1 week."),
        ({"hours_min": 600, "hours_max": 1800, "weeks_min": 104, "weeks_max": 104}, "600 to 1,800 hours of your own"),
        ({"paid_time": True, "weeks_min": 52, "weeks_max": 156}, "1 to 3 years, worked inside a paid post."),
        ({"paid_time": True, "weeks_min": 1, "weeks_max": 1}, "1 week, worked inside a paid post."),
    ],
)
def test_a_hint_says_what_a_move_takes(given: dict[str, Any], effort: str) -> None:
    assert hint(**given).startswith(effort)


@pytest.mark.parametrize(
    ("low", "high", "cost"),
    [
        (0, 0, "Costs nothing."),
        (0, 500, "Costs up to $500."),
        (500, 500, "Costs $500."),
        (30000, 70000, "Costs $30,000 to $70,000."),
    ],
)
def test_a_hint_says_what_a_move_costs(low: int, high: int, cost: str) -> None:
    assert f" {cost} " in hint(cost_min_usd=low, cost_max_usd=high)


@pytest.mark.parametrize(
    ("skills", "use"),
    [
        (["cds"], "Could lift CDS design."),
        (["cds", "safety"], "Could lift CDS design, and safety reviews."),
        (["cds", "safety", "budget"], "Could lift CDS design, safety reviews, and budgets."),
        (["cds", "safety", "budget", "cds"], "Could lift CDS design, safety reviews, budgets, and one more skill."),
        (["cds"] * 5, "Could lift CDS design, CDS design, CDS design, and two more skills."),
    ],
)
def test_a_hint_names_three_skills_at_most(skills: list[str], use: str) -> None:
    assert hint(develops=[lift(skill, 0, 3) for skill in skills]).endswith(use)


def test_actions_stand_by_kind_and_name_whatever_their_capitals() -> None:
    found = asking.action_groups(CATALOGUE)
    assert [(group.name, [name for _, name in group.actions]) for group in found] == [
        ("Projects", ["Review board"]),
        ("Roles and duties", ["chair duty", "Director post"]),
        ("Courses", ["CDS course"]),
        ("Certifications", ["Board exam"]),
    ]


def test_a_group_that_is_left_without_actions_is_not_shown() -> None:
    found = asking.action_groups(CATALOGUE, without=["course", "duty"])
    assert [group.name for group in found] == ["Projects", "Roles and duties", "Certifications"]
    assert asking.action_groups(Catalogue(document(actions=[]))) == ()


def test_every_action_of_the_real_catalogue_has_its_group() -> None:
    grouped = [key for group in asking.action_groups(catalogue()) for key, _ in group.actions]
    assert sorted(grouped) == sorted(catalogue().actions)
    assert {row["kind"] for row in catalogue().actions.values()} == set(KINDS)


def test_only_conditions_of_the_organization_can_be_arranged() -> None:
    assert asking.to_arrange(CATALOGUE) == (("sponsor", "A sponsor agrees"),)


def test_a_move_that_was_opened_or_asked_for_before_is_asked_again_whatever_it_brings() -> None:
    asked = instrument(actions=[action("post", "Director post", big_move=True)], conditions=[])
    assert asking.moves(asked, {}, ()) == ()
    assert [move.id for move in asking.moves(asked, {}, (), also=["post", "gone"])] == ["post"]


def test_what_is_ticked_stands_before_the_others_by_name() -> None:
    offer = asking.offer(CATALOGUE, {"exam", "course", "gone"}, without={"duty"})
    assert [name for _, name in offer.chosen] == sorted(name for key, name in offer.chosen)
    assert {key for key, _ in offer.chosen} == {"exam", "course", "gone"} & set(CATALOGUE.actions)
    rest = {key for group in offer.groups for key, _ in group.actions}
    assert rest == set(CATALOGUE.actions) - {"exam", "course", "duty"}
    assert offer.size == len(rest)
