"""Looking things up in a published catalogue: by key, in its words, and loudly where a key is unknown."""

import pytest

from tests.assessments.presentation.builders import CATALOGUE
from tests.assessments.presentation.realistic import catalogue


def test_rows_are_found_by_key_in_the_order_of_the_document() -> None:
    assert list(CATALOGUE.domains) == ["clinical", "lead"]
    assert list(CATALOGUE.skills) == ["cds", "safety", "budget"]
    assert CATALOGUE.gates["degree"]["name"] == "Medical degree"
    assert CATALOGUE.items["alert"]["key"] == "B"
    assert CATALOGUE.actions["exam"]["name"] == "Board exam"
    assert CATALOGUE.conditions["held"]["scope"] == "profile"


def test_a_skill_knows_its_domain() -> None:
    assert CATALOGUE.domain_name("budget") == "Leading"


@pytest.mark.parametrize(
    ("level", "word"), [(0, "Not had the chance"), (1, "Aware"), (3, "Independent"), (5, "Sets it")]
)
def test_a_proficiency_has_a_word(level: int, word: str) -> None:
    assert CATALOGUE.word(level) == word


def test_a_proficiency_has_an_anchor_and_0_has_a_reason() -> None:
    assert CATALOGUE.anchor("cds", 5) == "CDS design at 5."
    assert CATALOGUE.anchor("cds", 0) == "My role has not given me access to this work."


def test_an_action_names_what_the_organization_has_to_agree_to() -> None:
    assert CATALOGUE.to_arrange("review") == ("A sponsor agrees",)
    assert CATALOGUE.to_arrange("exam") == ()
    assert CATALOGUE.to_arrange("course") == ()


def test_an_unknown_key_is_an_error_and_not_an_empty_name() -> None:
    for look_up in (CATALOGUE.domain_name, CATALOGUE.to_arrange, lambda key: CATALOGUE.anchor(key, 1)):
        with pytest.raises(KeyError):
            look_up("gone-since")
    with pytest.raises(KeyError):
        CATALOGUE.word(6)


def test_the_real_catalogue_has_a_word_and_an_anchor_for_every_level() -> None:
    real = catalogue()
    anchors = {real.anchor(skill, level) for skill in real.skills for level in range(1, 6)}
    assert len(anchors) == 31 * 5
    assert len({real.word(level) for level in range(6)}) == 6
    assert all(real.domain_name(skill) for skill in real.skills)
