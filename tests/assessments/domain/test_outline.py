"""An outline holds the levels, steps and skills that a guide names."""

from assessments.domain.outline import read
from tests import content


def test_the_guide_of_the_assessed_career_names_all_three() -> None:
    outline = read(content.guide())
    assert outline.levels == ("deputy", "cmio", "senior")
    assert outline.steps[1] == "Train as a doctor"
    assert len(outline.steps) == 6
    listed = content.section(content.guide(), "technical_skills")["items"]
    keys = {row["skill"] for row in listed} | {key for row in listed for key in row.get("also", ())}
    assert outline.skills["technical-skills"] == keys
    assert outline.skills.keys() == {"technical-skills", "soft-skills"}


def test_its_levels_are_those_that_can_be_assessed() -> None:
    levels = content.catalogue()["competencies"]["career_levels"]
    assert read(content.guide()).levels == tuple(row["id"] for row in levels)


def test_a_guide_without_such_sections_has_an_empty_one() -> None:
    outline = read({"sections": [{"slug": "overview", "items": [{"title": "x"}]}]})
    assert (outline.levels, outline.steps, outline.skills) == ((), {}, {})
