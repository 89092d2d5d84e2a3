"""Sample people are whole and invented, aim at each level, and can be scored by an instrument that asks for less."""

from typing import Any

import pytest

from assessments.domain.instrument import read
from assessments.services.samples import Sample, Standing, samples, standing
from tests.content import catalogue

DOCUMENT = catalogue()
SKILLS = [skill["id"] for skill in DOCUMENT["competencies"]["skills"]]


def by(sample: Sample, document: Any) -> Standing:
    found = standing(sample, document, 1)
    assert found is not None
    return found


def test_there_is_one_for_each_level() -> None:
    assert [sample.level for sample in samples()] == [row["id"] for row in DOCUMENT["competencies"]["career_levels"]]


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.title)
def test_each_is_rated_in_every_skill_and_asked_for_nothing_unknown(sample: Sample) -> None:
    found = by(sample, DOCUMENT)
    assert found.readiness.complete
    assert found.unasked == ()
    assert set(sample.persona["ratings"]) == set(SKILLS)
    assert found.instrument == read(DOCUMENT, version=1, career=sample.persona["career"], level=sample.level)


def test_they_stand_in_different_bands() -> None:
    assert len({by(sample, DOCUMENT).readiness.band for sample in samples()}) >= 2


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.title)
def test_what_is_not_asked_any_more_is_left_out(sample: Sample) -> None:
    document = catalogue()
    item = next(iter(sample.persona["scenarios"]))
    document["competencies"]["skills"] = [row for row in document["competencies"]["skills"] if row["id"] != "ethics"]
    document["competencies"]["prerequisites"] = document["competencies"]["prerequisites"][1:]
    document["actions"]["conditions"] = document["actions"]["conditions"][1:]
    items = document["actions"]["knowledge_items"]
    document["actions"]["knowledge_items"] = [row for row in items if row["id"] != item and row["skill"] != "ethics"]
    found = by(sample, document)
    assert {"ethics", item} <= set(found.unasked)
    assert found.readiness.complete
    assert len(found.gates) == len(by(sample, DOCUMENT).gates) - 1


def test_an_option_that_is_gone_is_no_answer() -> None:
    document, sample = catalogue(), samples()[0]
    chosen = sample.persona["scenarios"]["cds-silent-run"]
    item = next(row for row in document["actions"]["knowledge_items"] if row["id"] == "cds-silent-run")
    item["options"] = [option for option in item["options"] if option["id"] != chosen]
    assert by(sample, document).unasked == ("cds-silent-run",)


def test_without_its_level_or_its_profession_a_sample_cannot_be_scored() -> None:
    document, sample = catalogue(), samples()[0]
    document["competencies"]["professions"] = ["nurse"]
    assert standing(sample, document, 1) is None
    document = catalogue()
    document["competencies"]["career_levels"] = document["competencies"]["career_levels"][1:]
    assert standing(sample, document, 1) is None
