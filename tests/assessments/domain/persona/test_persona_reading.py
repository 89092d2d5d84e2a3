"""A persona is read against an instrument: every name is known, every value is of its kind."""

import re
from typing import Any

import pytest

from assessments.domain.persona import PersonaError, read, target
from assessments.domain.scoring import Answers, Rating
from tests.assessments.domain.builders import CAREER, persona, published
from tests.assessments.domain.persona.mistakes import MISSING, accepted, changed, refused


def test_a_right_persona_is_read_field_by_field() -> None:
    found = read(persona(), published())
    assert (found.career, found.level, found.profession, found.country) == (CAREER, "cmio", "physician", "US")
    assert found.conditions == {"md-do", "licence-unrestricted"}
    assert found.unavailable == {"appointment"}
    assert found.gates == {"medical_degree": "met", "primary_board": "in_progress"}
    assert found.answers == Answers(
        ratings={"cds": Rating(3, low_confidence=True, evidence=True), "ethics": Rating(2)},
        mentor_ratings={"cds": 2},
        scenarios={"ehr-upgrade-short-testing": "D", "cds-silent-run": "unsure"},
    )


def test_profile_and_ratings_are_all_it_needs() -> None:
    least: dict[str, Any] = {"career": CAREER, "level": "cmio", "profile": {"profession": "nurse"}, "ratings": {}}
    found = read(least, published())
    assert (found.country, found.conditions, found.unavailable, found.gates) == ("", frozenset(), frozenset(), {})
    assert found.answers == Answers({}, {}, {})
    assert found.plan is None


@pytest.mark.parametrize("path", ["career", "level", "profile", "profile.profession", "ratings", "ratings.cds.level"])
def test_it_says_what_is_missing(path: str) -> None:
    assert str(refused(path, MISSING)) == f"{path}: is missing"


@pytest.mark.parametrize(
    "path",
    ["rating", "profile.job", "ratings.cds.levl", "plan.hours", "plan.running.0.weekz"],
)
def test_it_refuses_a_field_that_it_does_not_know(path: str) -> None:
    error = refused(path, 1)
    assert error.field == re.sub(r"\.(\d+)", r"[\1]", path)
    assert "not a field" in error.reason


@pytest.mark.parametrize("value", [None, [], "x", 3, True])
@pytest.mark.parametrize(
    "path",
    ["profile", "profile.gates", "ratings", "ratings.cds", "mentor_ratings", "scenarios", "plan", "plan.running.0"],
)
def test_it_refuses_what_is_no_object_where_one_belongs(path: str, value: object) -> None:
    error = refused(path, value)
    assert error.field == path.replace(".0", "[0]")
    assert "object" in error.reason


@pytest.mark.parametrize("value", [9, 6, -1, 3.0, 2.5, "3", True, None, [3], {}])
@pytest.mark.parametrize("path", ["ratings.cds.level", "mentor_ratings.cds"])
def test_it_refuses_a_level_of(path: str, value: object) -> None:
    error = refused(path, value)
    assert error.field == path
    assert error.reason == f"{value!a} is not a whole number from 0 to 5"


@pytest.mark.parametrize("level", range(6))
def test_it_takes_every_level_from_0_to_5(level: int) -> None:
    assert accepted("ratings.cds.level", level).answers.ratings["cds"].level == level
    assert accepted("mentor_ratings.cds", level).answers.mentor_ratings["cds"] == level


@pytest.mark.parametrize(
    ("path", "value", "word"),
    [
        ("profile.profession", "wizard", "'wizard'"),
        ("profile.profession", ["physician"], "profession"),
        ("profile.gates.knighthood", "met", "'knighthood'"),
        ("profile.gates.medical_degree", "maybe", "met, in_progress, not_met, not_applicable"),
        ("profile.gates.medical_degree", None, "None"),
        ("ratings.flying", {"level": 3}, "'flying'"),
        ("mentor_ratings.flying", 3, "'flying'"),
        ("ratings.cds.confidence", "huge", "low, normal or high"),
        ("ratings.cds.confidence", None, "low, normal or high"),
        ("ratings.cds.evidence", 1, "true or false"),
        ("ratings.cds.evidence", "yes", "true or false"),
        ("scenarios.no-such-item", "A", "'no-such-item'"),
        ("scenarios.cds-silent-run", "E", "'E'"),
        ("scenarios.cds-silent-run", "a", "'a'"),
        ("scenarios.cds-silent-run", 0, "unsure"),
        ("career", 5, "text"),
        ("level", None, "text"),
    ],
)
def test_it_names_what_is_not_known_and_where(path: str, value: object, word: str) -> None:
    error = refused(path, value)
    assert error.field == path
    assert word in error.reason


@pytest.mark.parametrize("country", ["us", "USA", "U", "U1", "ÅÄ", "ПР", 12, None, ["US"], "U "])
def test_a_country_is_two_capital_letters(country: object) -> None:
    assert refused("profile.country", country).field == "profile.country"
    assert accepted("profile.country", "DE").country == "DE"


@pytest.mark.parametrize("name", ["conditions", "unavailable"])
def test_conditions_are_lists_of_known_names(name: str) -> None:
    assert refused(f"profile.{name}", "md-do").field == f"profile.{name}"
    assert refused(f"profile.{name}", ["appointment", "luck"]).field == f"profile.{name}[1]"
    assert refused(f"profile.{name}", [3]).field == f"profile.{name}[0]"


def test_only_what_an_organization_arranges_can_be_unavailable() -> None:
    error = refused("profile.unavailable", ["org-sponsor", "md-do"])
    assert error.field == "profile.unavailable[1]"
    assert "organization" in error.reason
    assert accepted("profile.conditions", ["org-sponsor"]).conditions == {"org-sponsor"}


@pytest.mark.parametrize(("word", "low"), [("low", True), ("normal", False), ("high", False)])
def test_high_confidence_earns_nothing(word: str, low: bool) -> None:
    assert accepted("ratings.cds.confidence", word).answers.ratings["cds"] == Rating(3, low, evidence=True)


@pytest.mark.parametrize("option", ["A", "B", "C", "D", "unsure"])
def test_every_option_of_an_item_can_be_chosen(option: str) -> None:
    assert accepted("scenarios.cds-silent-run", option).answers.scenarios["cds-silent-run"] == option


def test_the_target_is_known_before_an_instrument_is() -> None:
    assert target({"career": "a-career", "level": "a-level", "rest": 1}) == ("a-career", "a-level")
    for name in ("career", "level"):
        with pytest.raises(PersonaError, match=f"^{name}: is missing$"):
            target(changed(name, MISSING))


def test_a_field_without_a_name_is_the_persona_itself() -> None:
    with pytest.raises(PersonaError, match=r"^persona: is not a field"):
        read(changed("career", CAREER) | {"": 1}, published())


def test_an_error_stays_on_one_short_line_whatever_the_file_holds() -> None:
    error = refused("profile.profession", "w\n\x1b[31m" + "x" * 5000)
    assert "w\\n\\x1b" in error.reason
    assert len(str(error)) < 120
    data = persona()
    data["ratings"]["flying\n" + "y" * 5000] = {"level": 1}
    with pytest.raises(PersonaError) as caught:
        read(data, published())
    assert caught.value.field.startswith("ratings.flying\\nyyy")
    assert len(str(caught.value)) < 250
