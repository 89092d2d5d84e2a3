"""What the page about the assessment counts is what the live instrument holds."""

from copy import deepcopy
from typing import Any

from assessments.domain import form
from assessments.presentation.about.facts import References, facts
from tests.assessments.domain.builders import document, published
from tests.assessments.domain.simulation.made import somebody

LEVELS = ("deputy", "cmio", "senior")


def of(changed: Any = None) -> Any:
    return facts(changed or document(), [published(level) for level in LEVELS])


def test_it_counts_the_published_catalogue() -> None:
    found, one = of(), published()
    assert (found.domains, found.skills, found.scenarios) == (len(one.domains), len(one.skills), len(one.items))
    assert (found.version, found.levels, found.options) == (1, ("Deputy CMIO", "CMIO", "Senior CMIO"), 4)
    assert found.open_points == tuple(document()["competencies"]["uncertainties"])
    assert 10 < found.sources <= len(document()["competencies"]["sources"])


def test_every_full_form_lies_between_its_fewest_and_most_questions() -> None:
    fewest, most = map(int, of().full.split(" to "))
    totals = [form.build(published(level), somebody(seed).answers).total for seed in range(5) for level in LEVELS]
    assert fewest < min(totals) <= max(totals) <= most == of().skills + of().scenarios


def test_a_reference_that_nobody_opened_is_counted_as_such() -> None:
    changed = deepcopy(document())
    check = changed["actions"]["meta"]["reference_check"]
    ids = [row["id"] for row in changed["actions"]["knowledge_items"]]
    check["page_seen"], check["fact_confirmed_elsewhere"] = [ids[0], "gone"], ids[:3]
    assert of(changed).references == References(1, 2, len(ids) - 3)
    del changed["actions"]["meta"]["reference_check"]
    assert of(changed).references == References(0, 0, len(ids))
