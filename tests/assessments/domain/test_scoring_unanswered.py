"""Unanswered is unanswered: what is shown, and what stands apart from the score."""

import pytest

from assessments.domain.scoring import GateStatus, gate_statuses, score
from tests.assessments.domain.builders import answers, gate, instrument, item, skill

FIVE = [skill(name) for name in "abcde"]


@pytest.mark.parametrize(("rated", "shown"), [("", False), ("ab", False), ("abc", True), ("abcde", True)])
def test_a_domain_shows_its_score_once_three_fifths_are_rated(rated: str, shown: bool) -> None:
    domain = score(instrument(*FIVE), answers(dict.fromkeys(rated, 3))).domains[0]
    assert (domain.score is not None) is shown
    assert (domain.answered, domain.skills) == (len(rated), 5)


def test_a_domain_counts_its_own_skills_only() -> None:
    found = score(instrument(*FIVE, skill("f", domain="lead", weight=9)), answers({"f": 5}))
    clinical, lead = found.domains
    assert (clinical.id, clinical.name, clinical.score, clinical.answered) == ("clinical", "Clinical", None, 0)
    assert (lead.id, lead.answered, lead.skills) == ("lead", 1, 1)
    alone = score(instrument(skill("f", domain="lead")), answers({"f": 5}))
    assert lead.score is not None
    assert lead.score.score == pytest.approx(alone.overall.score)
    assert (lead.score.low, lead.score.high) == pytest.approx((alone.overall.low, alone.overall.high))


def test_a_mentor_and_a_scenario_do_not_make_a_skill_rated() -> None:
    found = score(instrument(skill("a"), items=(item("i1", "a"),)), answers({}, {"a": 5}, {"i1": "B"}))
    assert not found.complete
    assert found.domains[0].answered == 0


def test_what_they_say_still_counts_in_the_figures() -> None:
    nothing = score(instrument(skill("a")), answers()).skills[0]
    heard = score(instrument(skill("a")), answers({}, {"a": 5})).skills[0]
    assert heard.meets > nothing.meets
    assert heard.points_lost < nothing.points_lost


def test_readiness_is_complete_once_every_skill_is_rated() -> None:
    assert not score(instrument(*FIVE), answers(dict.fromkeys("abcd", 3))).complete
    assert score(instrument(*FIVE), answers(dict.fromkeys("abcde", 3))).complete


def test_a_quick_check_has_the_wider_range() -> None:
    quick = score(instrument(*FIVE), answers(dict.fromkeys("abc", 2))).overall
    full = score(instrument(*FIVE), answers(dict.fromkeys("abcde", 2))).overall
    assert quick.high - quick.low > full.high - full.low


def test_answers_about_other_skills_change_nothing() -> None:
    small = instrument(skill("a"), items=(item("i1", "a"),))
    assert score(small, answers({"z": 5}, {"z": 5}, {"z1": "B"})) == score(small, answers())


def test_gaps_that_cost_the_same_keep_the_order_of_the_instrument() -> None:
    found = score(instrument(*FIVE), answers(dict.fromkeys("ace", 2)))
    assert [gap.id for gap in found.gaps] == ["a", "c", "e", "b", "d"]


def test_three_levers_say_what_closing_them_adds() -> None:
    found = score(instrument(skill("a", weight=1), *FIVE[1:], skill("z", weight=5)), answers())
    assert [lever.skill for lever in found.levers] == ["z", "a", "b"]
    # an unknown skill of four loses 1 - (0 + 1 + 2 + 3 + 4 + 4) / 24 = 10 / 24, and z holds half of all weight
    assert [lever.points for lever in found.levers] == pytest.approx(
        [100 * 5 / 10 * 10 / 24, 10 * 10 / 24, 10 * 10 / 24]
    )


def test_what_costs_next_to_nothing_is_no_lever() -> None:
    found = score(instrument(skill("a", weight=9999), skill("b", weight=0.01)), answers())
    assert [lever.skill for lever in found.levers] == ["a"]


def test_a_skill_is_measured_by_its_domain_even_when_skills_are_mixed() -> None:
    mixed = instrument(skill("a"), skill("b", domain="lead"), skill("c"))
    found = score(mixed, answers({"a": 1, "b": 5, "c": 1}))
    assert [(domain.id, domain.skills) for domain in found.domains] == [("clinical", 2), ("lead", 1)]
    assert [one.domain for one in found.skills] == ["clinical", "lead", "clinical"]


def test_gates_stand_in_order_and_are_not_met_until_somebody_says_so() -> None:
    gated = instrument(
        skill(),
        gates=(gate("degree"), gate("board", "expected"), gate("residency", "helpful", "physician")),
    )
    assert gate_statuses(gated, "nurse", {"board": "in_progress", "residency": "met"}) == (
        GateStatus("degree", "required", "not_met"),
        GateStatus("board", "expected", "in_progress"),
        GateStatus("residency", "helpful", "not_applicable"),
    )


def test_a_gate_may_be_set_aside_by_hand() -> None:
    gated = instrument(skill(), gates=(gate("degree"),))
    assert gate_statuses(gated, "nurse", {"degree": "not_applicable"})[0].status == "not_applicable"
