"""Skills are matched by their keys: none is lost, none is counted twice."""

from typing import Any

import pytest

from careers.presentation.compare import guides as reading
from careers.presentation.compare import skills
from careers.presentation.compare.answers import MISSING
from tests.careers.presentation import builders
from tests.careers.presentation.compare.guides import document, guide, pair, texts

ALL = [builders.published(slug) for slug in builders.slugs()]


def skill(key: str | None, title: str, *also: str) -> dict[str, Any]:
    return {"skill": key, "title": title, "detail": "x"} | ({"also": list(also)} if also else {})


def named(slug: str, *rows: dict[str, Any], kind: str = "technical_skills") -> Any:
    return document(slug, builders.section("abilities", kind, items=list(rows), sources=["survey"]))


def test_the_same_key_is_shared_whatever_each_guide_calls_it() -> None:
    guides = pair(named("pilot", skill("cds", "Alerts"), skill("x", "X")), named("nurse", skill("cds", "Rules")))
    (found,) = skills.shared(guides, 2)
    assert [(each.short, entry.title, entry.place) for each, entry in found.named] == [
        ("Pilot", "Alerts", "abilities"),
        ("Nurse", "Rules", "abilities"),
    ]


def test_what_one_guide_names_alone_is_its_own() -> None:
    guides = pair(named("pilot", skill("cds", "Alerts"), skill("x", "X")), named("nurse", skill("cds", "Rules")))
    assert [[entry.title for entry in each.skills] for each in skills.own(guides)] == [["X"], []]


def test_skills_without_a_key_are_never_shared() -> None:
    guides = pair(named("pilot", skill(None, "Coding")), named("nurse", skill(None, "Coding")))
    assert skills.shared(guides, 2) == ()
    assert [len(each.skills) for each in skills.own(guides)] == [1, 1]


def test_a_skill_within_another_counts_and_says_where() -> None:
    guides = pair(
        named("pilot", skill("gov", "Governance", "ai_governance")), named("nurse", skill("ai_governance", "AI"))
    )
    (found,) = skills.shared(guides, 2)
    assert found.named[0][1].title == "AI governance, within Governance"


def test_a_skill_with_an_entry_of_its_own_keeps_its_own_name() -> None:
    found = skills.skills(guide(named("x", skill("a", "A", "b"), skill("b", "B"))["sections"][0]))
    assert [entry.title for entry in found.values()] == ["A", "B"]


def test_the_row_counts_them_and_a_guide_without_has_no_answer() -> None:
    answer = skills.named(guide(named("x", skill("a", "A", "c"), skill("b", "B"))["sections"][0]))
    assert (answer.value, texts(answer)) == ("3 skills", ["First in its list: A; B."])
    assert answer.names == frozenset({"a", "b", "c"})
    assert skills.named(guide()) is MISSING


@pytest.mark.parametrize("many", [2, 3])
def test_shared_and_own_skills_together_are_all_skills(many: int) -> None:
    for start in range(len(ALL)):
        guides = reading.read((ALL + ALL)[start : start + many])
        everything = {key for each in guides for key in skills.skills(each)}
        assert sum(len(skills.shared(guides, by)) for by in range(1, many + 1)) == len(everything)
        assert sum(len(each.skills) for each in skills.own(guides)) == len(skills.shared(guides, 1))
