"""What a newer version of the instrument changed for a level, by key and in words."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from assessments.presentation.catalogue import Catalogue
from assessments.presentation.updates import changes, update
from tests.assessments.presentation.builders import CATALOGUE, document, item

Document = dict[str, Any]


def told(change: Callable[[Document], object], level: str = "cmio") -> list[str]:
    newer = deepcopy(document())
    change(newer)
    return list(changes(CATALOGUE, Catalogue(newer), level))


def skill(found: Document, place: int = 0) -> Document:
    row: Document = found["competencies"]["skills"][place]
    return row


def items(found: Document) -> list[Document]:
    rows: list[Document] = found["actions"]["knowledge_items"]
    return rows


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda new: skill(new).update(name="Alert design"), "Skills renamed: “CDS design” is now “Alert design”."),
        (lambda new: new["competencies"]["skills"].pop(1), "Skills removed: safety reviews."),
        (
            lambda new: new["competencies"]["skills"].append(skill(new) | {"id": "new", "name": "AI models"}),
            "Skills added: AI models.",
        ),
        (lambda new: skill(new)["levels"].update({"3": "Otherwise."}), "Levels reworded: CDS design."),
        (
            lambda new: skill(new)["required"].update(cmio=3),
            "Required level changed: CDS design from leads to independent.",
        ),
        (lambda new: skill(new)["weight_by_level"].update(cmio=2.5), "Weight changed: CDS design from 2 to 2.5."),
        (lambda new: items(new).append(item("more", "cds")), "One scenario added."),
        (lambda new: items(new).clear(), "Two scenarios removed."),
        (lambda new: items(new)[0].update(key="A"), "One scenario revised."),
    ],
)
def test_each_kind_of_change_has_its_line(change: Callable[[Document], object], line: str) -> None:
    assert told(change) == [line]


def test_several_skills_share_a_line() -> None:
    def change(new: Document) -> None:
        skill(new)["weight_by_level"]["cmio"] = 1
        skill(new, 2)["weight_by_level"]["cmio"] = 3

    assert told(change) == ["Weight changed: CDS design from 2 to 1; budgets from 1 to 3."]


def test_order_alone_and_texts_that_the_level_does_not_ask_are_no_change() -> None:
    def change(new: Document) -> None:
        new["competencies"]["skills"].reverse()
        skill(new)["required_rationale"] = "Another reason."

    assert told(change) == ["Nothing that this level asks changed."]


def test_a_level_that_is_gone_is_said() -> None:
    def change(new: Document) -> None:
        new["competencies"]["career_levels"] = [{"id": "deputy", "name": "Deputy"}]

    assert told(change) == ["The level of this result can no longer be assessed."]


def test_the_banner_names_the_version_and_its_day() -> None:
    found = update(4, date(2027, 3, 3), CATALOGUE, CATALOGUE, "cmio")
    assert found.title == "The assessment was updated (version 4, 3 March 2027)"
