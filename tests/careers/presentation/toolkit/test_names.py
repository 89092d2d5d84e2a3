"""Skills, levels and proficiencies are called what the catalogue calls them."""

import pytest

from careers.presentation.toolkit.names import listed, names
from tests.careers.presentation.toolkit.known import real_names


def test_names_are_those_of_the_catalogue() -> None:
    known = real_names()
    assert known.skill("ehr_optimisation") == "EHR implementation and optimization"
    assert known.of_skills(["communication", "ethics"]) == "Communication and diplomacy; Ethical judgment"
    assert known.level("senior") == "Senior CMIO"
    assert known.proficiency(4) == "level 4, leads"


def test_what_the_catalogue_does_not_name_is_said_in_plain_words() -> None:
    known = names(None)
    assert (known.skill("ai_governance"), known.level("deputy"), known.proficiency(4)) == (
        "AI governance",
        "Deputy",
        "level 4",
    )


def test_levels_come_in_the_order_of_the_catalogue_with_strangers_last() -> None:
    assert real_names().of_levels(["senior", "boss", "deputy"]) == "Deputy CMIO, Senior CMIO and Boss"


@pytest.mark.parametrize(("texts", "said"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_lists_are_said_in_words(texts: list[str], said: str) -> None:
    assert listed(texts) == said
