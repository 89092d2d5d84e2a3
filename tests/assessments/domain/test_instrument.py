"""An instrument is the published catalogue as one target level sees it."""

import pytest

from assessments.domain import instrument as instruments
from assessments.domain.instrument import LEVELS, Lift, Window
from tests.assessments.domain.builders import CAREER, document, published


def test_it_knows_which_version_career_and_level_it_speaks_for() -> None:
    found = instruments.read(document(), version=12, career=CAREER, level="senior")
    assert (found.version, found.career, found.level) == (12, CAREER, "senior")


@pytest.mark.parametrize(("level", "required", "weight"), [("deputy", 3, 8), ("cmio", 4, 6), ("senior", 5, 4)])
def test_a_skill_carries_what_this_level_asks_of_it(level: str, required: int, weight: float) -> None:
    first = published(level).skills[0]
    assert (first.id, first.required, first.weight) == ("ehr_optimisation", required, weight)


@pytest.mark.parametrize("level", ["deputy", "cmio", "senior"])
def test_31_skills_in_9_domains_share_all_weight(level: str) -> None:
    found = published(level)
    assert len(found.skills) == 31
    assert len(found.domains) == 9
    assert {skill.domain for skill in found.skills} == {domain.id for domain in found.domains}
    assert found.total_weight == pytest.approx(100)
    assert all(skill.weight > 0 and skill.required in LEVELS[1:] for skill in found.skills)


def test_it_keeps_the_order_of_the_document() -> None:
    rows = document()["competencies"]["skills"]
    assert [skill.id for skill in published().skills] == [row["id"] for row in rows]


def test_it_refuses_a_level_that_nobody_described() -> None:
    with pytest.raises(KeyError):
        instruments.read(document(), version=1, career=CAREER, level="emperor")


def test_a_gate_of_years_asks_for_more_of_them_on_a_higher_level() -> None:
    name = next(gate.id for gate in published("senior").gates if gate.years)
    deputy, senior = (
        next(gate for gate in published(level).gates if gate.id == name) for level in ("deputy", "senior")
    )
    assert (deputy.years or 0) < (senior.years or 0)


def test_a_gate_without_years_has_none_and_names_its_professions() -> None:
    gate = next(gate for gate in published().gates if gate.id == "residency")
    assert gate.years is None
    assert gate.professions == {"physician"}
    assert gate.necessity == "required"


def test_an_item_has_its_key_among_its_options() -> None:
    items = published().items
    assert len(items) == 64
    assert all(item.key in item.options for item in items)
    first = items[0]
    assert (first.id, first.skill, first.level, first.key) == (
        "ehr-upgrade-short-testing",
        "ehr_optimisation",
        3,
        "D",
    )
    assert first.options == ("A", "B", "C", "D")


def test_an_action_keeps_its_lifts_windows_and_the_mean_of_its_hours() -> None:
    action = next(action for action in published().actions if action.id == "abpm-ci-cert")
    assert action.hours == (120 + 220) / 2
    assert action.lifts == (Lift("informatics_foundations", 2, 3),)
    assert action.windows == (Window((10, 1), (11, 15)),)
    assert action.window_on == "end"
    assert action.requires_actions == ("ci-fellowship",)
    assert action.satisfies == ("ci_board", "informatics_credential")


def test_an_action_without_windows_counts_by_its_first_day() -> None:
    action = next(action for action in published().actions if action.id == "sql-course")
    assert action.windows == ()
    assert action.window_on == "start"


def test_a_condition_says_whether_an_organization_has_to_arrange_it() -> None:
    scopes = {condition.id: condition.scope for condition in published().conditions}
    assert scopes["appointment"] == "organization"
    assert scopes["md-do"] == "profile"
