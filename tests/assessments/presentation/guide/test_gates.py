"""The gates of a profession with their states; the heading counts the rows."""

from assessments.presentation.guide.gates import NOT_SAID, gates
from tests.assessments.presentation.guide import readers


def test_there_are_none_before_the_first_answer() -> None:
    assert gates(readers.reader()) is None
    assert gates(readers.reader(readers.said(gone="met", held="bachelors"))) is None


def test_each_gate_of_the_profession_has_its_state() -> None:
    said = readers.said(
        medical_degree="met", licence="in_progress", primary_board="not_met", residency="not_applicable"
    )
    found = gates(readers.reader(said))
    assert found
    names = [readers.catalogue().gates[key]["name"] for key in readers.gates()]
    assert [row.name for row in found.rows] == names
    states = dict(zip(readers.gates(), ((row.state, row.tag) for row in found.rows), strict=True))
    assert states["medical_degree"] == ("Met", "good")
    assert states["licence"] == ("In progress", "you")
    assert states["primary_board"] == ("Not met", "gap")
    assert states["residency"] == ("Does not apply to you", "")
    assert states["ci_board"] == (NOT_SAID, "")


def test_the_heading_counts_only_what_applies() -> None:
    said = readers.said(medical_degree="met", licence="in_progress", residency="not_applicable")
    found = gates(readers.reader(said))
    assert found
    assert found.title == f"You meet 1 of {len(readers.gates()) - 1} gates that apply to you; one is in progress"


def test_gates_of_another_profession_do_not_count() -> None:
    nurse = gates(readers.reader(readers.said(licence="met", advanced_degree="met"), profession="nurse"))
    assert nurse
    assert nurse.title == f"You meet 1 of {len(readers.gates('nurse'))} gates that apply to you"
    assert gates(readers.reader(readers.said(licence="met"), profession="nurse")) is None
