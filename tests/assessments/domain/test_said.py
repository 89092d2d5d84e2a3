"""What follows from what somebody said."""

from assessments.domain.said import Said

SAID = Said({"licence": "met", "board": "not_met"}, frozenset({"bachelors"}), frozenset({"sql-course"}))


def test_gates_are_found_by_their_state_in_the_order_asked_for() -> None:
    assert SAID.in_state("met", ("board", "licence")) == ("licence",)
    assert SAID.in_state("", ("years", "board", "degree")) == ("years", "degree")


def test_a_condition_is_held_or_met_by_what_was_done() -> None:
    assert SAID.has("bachelors", [])
    assert SAID.has("data-access", ["sql-course", "other"])
    assert not SAID.has("data-access", ["other"])


def test_it_is_empty_only_without_anything_at_all() -> None:
    nothing: frozenset[str] = frozenset()
    assert Said({}, nothing, nothing).is_empty
    parts = [Said({"licence": "met"}, nothing, nothing), Said({}, SAID.held, nothing), Said({}, nothing, SAID.done)]
    assert not any(said.is_empty for said in parts)
