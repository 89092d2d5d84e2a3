"""The sources of a skill and of the actions that close it, each once, with how it was read."""

from assessments.presentation.references import Reference, references
from tests.assessments.presentation.realistic import catalogue


def test_the_skill_comes_first_and_says_how_its_sources_were_read() -> None:
    found = references(catalogue(), "ai_governance", ())
    assert len(found) == len(catalogue().skills["ai_governance"]["sources"])
    known = {"Opened and read", "Read in part", "Read in a copy", "Read in somebody else’s report"}
    assert {one.access for one in found} <= known


def test_a_source_that_several_actions_name_stands_once_and_a_year_in_the_title_is_not_repeated() -> None:
    found = references(catalogue(), "informatics_foundations", catalogue().actions)
    titles = [one.title for one in found]
    assert len(titles) == len(set(titles)) > 20
    assert [one for one in found if one.year and one.year in one.title] == []
    of_skill = references(catalogue(), "change_management", ())
    assert Reference("Base career guide, 2025", "", "", "Opened and read") in of_skill
