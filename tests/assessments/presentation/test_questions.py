"""One question as its page shows it: its statements, its situation, and how far the form is; never what is required."""

from dataclasses import asdict, replace
from typing import Any

import pytest

from assessments.domain import form
from assessments.domain.form import Form
from assessments.domain.scoring import Answers, Rating
from assessments.presentation import questions
from assessments.presentation.catalogue import Catalogue
from tests.assessments.presentation.builders import CATALOGUE, INSTRUMENT, document, item
from tests.assessments.presentation.realistic import catalogue


def asked(rated: str = "", answered: str = "") -> Form:
    """A form in which these skills and scenarios are answered."""
    ratings = dict.fromkeys(rated.split(), Rating(2))
    return form.build(INSTRUMENT, Answers(ratings, {}, dict.fromkeys(answered.split(), "A")))


def scenario(stem: str) -> tuple[str, str]:
    found = questions.scenario(Catalogue(document(knowledge_items=[item("alert", "cds", stem)])), "alert")
    return found.situation, found.question


def test_the_five_statements_stand_lowest_first() -> None:
    found = questions.anchors(CATALOGUE, "cds")
    assert [(anchor.level, anchor.value, anchor.word) for anchor in found] == [
        (1, "1", "Aware"),
        (2, "2", "Supervised"),
        (3, "3", "Independent"),
        (4, "4", "Leads"),
        (5, "5", "Sets it"),
    ]
    assert found[3].text == "CDS design at 4."


def test_neither_statements_nor_scenarios_tell_what_is_required_or_right() -> None:
    shown: list[Any] = [asdict(anchor) for anchor in questions.anchors(CATALOGUE, "cds")]
    shown.append(asdict(questions.scenario(CATALOGUE, "alert")))
    assert {key for row in shown[:-1] for key in row} == {"level", "value", "word", "text"}
    assert set(shown[-1]) == {"skill", "situation", "question", "options"}
    assert shown[-1]["options"][1] == {"id": "B", "text": "Option B"}


@pytest.mark.parametrize(
    ("stem", "situation", "question"),
    [
        ("What comes first?", "", "What comes first?"),
        ("An alert is overridden. What now?", "An alert is overridden.", "What now?"),
        ("Is it safe? Who decides?", "Is it safe?", "Who decides?"),
        ("It fails. Nobody knows why. What now?", "It fails. Nobody knows why.", "What now?"),
        ("Override is at 96.5% vs. 90. What now? ", "Override is at 96.5% vs. 90.", "What now?"),
        ("“Stop!” is shouted. “Why?” you ask. Who acts?", "“Stop!” is shouted. “Why?” you ask.", "Who acts?"),
    ],
)
def test_the_last_sentence_is_the_question(stem: str, situation: str, question: str) -> None:
    assert scenario(stem) == (situation, question)


def test_every_real_scenario_ends_in_a_question_with_options() -> None:
    for key in catalogue().items:
        found = questions.scenario(catalogue(), key)
        assert found.question.endswith("?"), key
        assert len(found.options) >= 3


@pytest.mark.parametrize(
    ("rated", "id", "position", "label"),
    [
        ("", "cds", 1, "0 of 3 skills answered"),
        ("cds", "safety", 2, "1 of 3 skills answered"),
        ("cds safety budget", "budget", 3, "3 of 3 skills answered"),
    ],
)
def test_progress_counts_questions_of_the_same_kind(rated: str, id: str, position: int, label: str) -> None:
    found = questions.place(asked(rated, "alert"), form.SKILL, id)
    assert (found.position, found.total, found.label) == (position, 3, label)


def test_skills_have_a_segment_for_each_domain() -> None:
    clinical, lead = questions.progress(asked("cds")).segments
    assert (clinical.x, lead.x) == ("0.00%", "66.67%")
    # one of two skills of the first domain, none of the second
    assert float(clinical.filled[:-1]) == pytest.approx(float(clinical.width[:-1]) / 2, abs=0.01)
    assert lead.filled == "0.00%"


def test_scenarios_have_one_segment() -> None:
    found = questions.place(asked("cds", "alert"), form.SCENARIO, "outage")
    assert (found.position, found.total, found.answered) == (2, 2, 1)
    assert found.label == "1 of 2 scenarios answered"
    assert [segment.filled for segment in found.segments] == ["49.77%"]


def test_a_single_scenario_is_singular() -> None:
    one = replace(asked(), steps=(form.Step(form.SCENARIO, "alert", answered=False),))
    assert questions.progress(one, form.SCENARIO).label == "0 of 1 scenario answered"


def test_domains_are_counted_in_their_order() -> None:
    assert questions.domain_counts(asked()) == [(0, 2), (0, 1)]
    assert questions.domain_counts(asked("safety budget")) == [(1, 2), (1, 1)]
