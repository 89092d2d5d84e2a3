"""What moves is told once, with both sides and the difference; what stays is said to stay."""

from typing import Any

from assessments.presentation.personas import Moved, moved
from assessments.services.samples import samples, standing
from tests.content import catalogue

CMIO = samples()[1]


def found(change: Any = None) -> Moved:
    document = catalogue()
    if change is not None:
        change(document)
    return moved(CMIO, standing(CMIO, catalogue(), 1), standing(CMIO, document, 2))


def skill(document: Any, id: str) -> Any:
    return next(row for row in document["competencies"]["skills"] if row["id"] == id)


def easier(document: Any) -> None:
    for row in document["competencies"]["skills"]:
        row["required"]["cmio"] = 1


def test_the_same_document_moves_nothing() -> None:
    told = found()
    assert told.finding == "Nothing moves."
    assert [row.name for row in told.summary] == ["Readiness"]
    assert told.summary[0].before == told.summary[0].after
    assert told.summary[0].difference == "0"
    assert (told.domains, told.skills, told.gates, told.gaps) == ((), (), (), ())


def test_names_move_nothing() -> None:
    assert found(lambda document: skill(document, "cds").update(name="Another")).finding == "Nothing moves."


def test_a_rise_over_a_band_says_both_bands() -> None:
    told = found(easier)
    assert told.finding.startswith("Readiness rises by ")
    before, after = (standing(CMIO, document, 1) for document in (catalogue(), _easy()))
    assert before is not None
    assert after is not None
    assert told.summary[0].difference == f"+{after.readiness.overall.score - before.readiness.overall.score:.1f}"
    assert f"{before.readiness.overall.score:.1f} (" in told.summary[0].before
    counts = {row.name: (int(row.before), int(row.after)) for row in told.summary[1:]}
    assert [sum(side) for side in zip(*counts.values(), strict=True)] == [31, 31]
    assert counts["Skills: gap"][1] == 0
    assert len(told.domains) == 9


def _easy() -> Any:
    document = catalogue()
    easier(document)
    return document


def test_gaps_are_the_costliest_of_either_side() -> None:
    told = found(lambda document: skill(document, "ai_governance")["required"].update(cmio=5))
    first, *others = told.gaps
    assert first.name == "AI and machine learning evaluation and governance"
    assert float(first.after) > float(first.before)
    assert len(others) >= 4
    assert {row.difference for row in others} == {"0"}
    costs = [float(row.after) for row in told.gaps]
    assert costs == sorted(costs, reverse=True)


def test_what_is_gone_or_new_is_told_by_name() -> None:
    def change(document: Any) -> None:
        skill(document, "ethics").update(id="care", name="Care")
        gates = document["competencies"]["prerequisites"]
        gates[0].update(id="school", name="School")

    told = found(change)
    assert {(row.name, row.before) for row in told.skills if row.before == "not there"} == {("Care", "not there")}
    assert [row.after for row in told.skills if row.name.startswith("Ethic")] == ["not there"]
    assert {(row.name, row.before, row.after) for row in told.gates} >= {("School", "not there", "Not met, required")}
    assert told.notes[0] == "Care: new, and not rated by this person, so the range is wider."


def test_what_cannot_be_compared_shows_no_figure() -> None:
    for sides in ((None, standing(CMIO, catalogue(), 1)), (standing(CMIO, catalogue(), 1), None)):
        told = moved(CMIO, *sides)
        assert told.finding.startswith("Cannot be compared: the ")
        assert told.summary == ()
