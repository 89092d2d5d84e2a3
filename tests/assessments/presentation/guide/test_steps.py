"""What somebody's own facts say about the steps of the way, and that nothing is said beyond them."""

import pytest

from assessments.presentation.guide.steps import DONE, STEPS, UNDER_WAY, step
from tests import content
from tests.assessments.presentation.guide.readers import catalogue, reader, said

DOCTOR, STUDY, LEAD, NETWORK, PORTFOLIO, APPLY = STEPS


def test_every_step_is_one_of_the_guide_and_every_step_of_the_guide_is_there() -> None:
    steps = content.section(content.guide(), "how_to_become")["steps"]
    assert [row["title"] for row in steps] == list(STEPS)


@pytest.mark.parametrize("title", STEPS)
def test_what_a_step_is_shown_by_is_in_the_catalogue(title: str) -> None:
    shown = STEPS[title]
    assert set(shown.gates) <= catalogue().gates.keys()
    assert set(shown.conditions) <= catalogue().conditions.keys()
    assert set(shown.actions) <= catalogue().actions.keys()


@pytest.mark.parametrize("title", [*STEPS, "A step that editors added"])
def test_nothing_is_said_of_somebody_who_said_nothing(title: str) -> None:
    assert step(reader(), title) is None


def test_a_step_that_ends_is_done_once_all_that_it_asks_is_met() -> None:
    note = step(reader(said(medical_degree="met", residency="met")), DOCTOR)
    assert note
    assert (note.state, note.tag) == (DONE, "good")
    names = ("Medical degree (MD, DO or equivalent)", "Completed residency in a clinical specialty")
    assert note.groups == (("Met", names),)


@pytest.mark.parametrize("residency", ["in_progress", "not_met"])
def test_it_is_under_way_while_something_is_open(residency: str) -> None:
    note = step(reader(said(medical_degree="met", residency=residency)), DOCTOR)
    assert note
    assert (note.state, note.tag) == (UNDER_WAY, "you")
    assert [name for name, _ in note.groups] == ["Met", {"in_progress": "In progress", "not_met": "Not met"}[residency]]


def test_it_is_not_done_before_everything_was_answered() -> None:
    note = step(reader(said(medical_degree="met")), DOCTOR)
    assert note
    assert note.state == UNDER_WAY


def test_what_is_only_missing_is_no_state() -> None:
    note = step(reader(said(leadership_experience="not_met")), LEAD)
    assert note
    assert (note.state, [name for name, _ in note.groups]) == ("", ["Not met"])


def test_a_gate_that_does_not_apply_is_not_asked() -> None:
    note = step(reader(said(medical_degree="met", residency="met"), profession="nurse"), DOCTOR)
    assert note
    assert note.groups == (("Met", ("Medical degree (MD, DO or equivalent)",)),)
    outside = step(reader(said(medical_degree="met", residency="not_applicable")), DOCTOR)
    assert outside
    assert outside.state == DONE


def test_conditions_and_gates_of_a_step_count_together() -> None:
    gates = {"informatics_years": "met", "advanced_degree": "met"}
    without, with_project = (step(reader(said(held=held, **gates)), STUDY) for held in ("", "finished-project"))
    assert without
    assert with_project
    assert (without.state, with_project.state) == (UNDER_WAY, DONE)


def test_a_condition_is_met_by_a_step_of_a_plan_too() -> None:
    note = step(reader(said(done="amia-membership find-mentor")), NETWORK)
    assert note
    assert [name for name, _ in note.groups] == ["Met", "Done in your plan"]
    assert note.groups[0][1] == ("Member of the named society",)
    assert "Mentor who is or was a CMIO" in note.groups[1][1]


@pytest.mark.parametrize(
    ("title", "action"), [(NETWORK, "find-mentor"), (PORTFOLIO, "portfolio"), (APPLY, "cv-rewrite")]
)
def test_a_step_without_an_end_is_never_done(title: str, action: str) -> None:
    note = step(reader(said(done=action, held="society-member chime-member finished-project")), title)
    assert note
    assert note.state == UNDER_WAY


def test_facts_that_the_catalogue_does_not_know_are_left_out() -> None:
    assert step(reader(said(held="gone", done="gone-too", gone="met")), NETWORK) is None
