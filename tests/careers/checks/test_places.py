"""Paths of documents lead to the fields in which they are edited, as the desk's own forms name them."""

import pytest

from careers import services
from careers.checks.places import Place, Places, place
from careers.models import Point, Section
from tests.content import career, guide, the_catalogue

KINDS = [section["kind"] for section in guide()["sections"]]


def there(path: str) -> Place:
    root = career()
    return place(root, services.write(root), path)


def in_catalogue(path: str) -> Place:
    return place(the_catalogue(), services.write(the_catalogue()), path)


def part(kind: str, rest: str) -> str:
    return f"sections[{KINDS.index(kind)}].{rest}"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "title", "model", "key", "field"),
    [
        ("title", "Guide, title", "career", "", "title"),
        ("key_facts.pay", "Guide, median pay", "career", "", "pay"),
        ("key_facts.cautions.growth", "Guide, caution about growth", "career", "", "caution_growth"),
        ("", "Guide", "career", "", ""),
        ("nowhere[3].at.all", "Guide", "career", "", ""),
        ("figures[3].source", "Figure “Deputy CMIO, average”, source", "figure", "bg-level-deputy-average", "source"),
        ("figures[3]", "Figure “Deputy CMIO, average”", "figure", "bg-level-deputy-average", ""),
        (part("salary", "body"), "Section “Salary”, body", "section", "salary", "body"),
        (
            part("faq", "items[1].answer"),
            "Section “Frequently asked questions”, question 2, answer",
            "section",
            "faq",
            "question_set-1-answer",
        ),
    ],
)
def test_places_of_a_guide(path: str, title: str, model: str, key: str, field: str) -> None:
    found = there(path)
    assert (found.model, found.key, found.field) == (model, key, field)
    assert found.title == title


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "model", "key", "field"),
    [
        ("review_by", "catalogue", "", "review_by"),
        ("competencies.uncertainties[1]", "catalogue", "", "uncertainties"),
        ("competencies.skills[2].required.cmio", "skill", "usability_burden", "requirements-1-required"),
        ("competencies.skills[0].levels.5", "skill", "ehr_optimisation", "anchors-4-text"),
        ("competencies.proficiency_scale.3", "proficiency", "3", "word"),
        ("actions.actions[0].develops[0].to", "action", "abpm-ci-cert", "lifts-0-high"),
        ("actions.knowledge_items[0].key", "item", "ehr-upgrade-short-testing", "right_option"),
        ("actions.knowledge_items[0].options[2].text", "item", "ehr-upgrade-short-testing", "options-2-text"),
    ],
)
def test_places_of_the_catalogue(path: str, model: str, key: str, field: str) -> None:
    found = in_catalogue(path)
    assert (found.model, found.key, found.field) == (model, key, field)


@pytest.mark.django_db
def test_whole_lists_have_places_too() -> None:
    assert in_catalogue("actions.actions").address == "/admin/careers/action/"
    assert there("sections[99].body").address == "/admin/careers/section/"


@pytest.mark.django_db
def test_lines_of_several_lists_are_told_apart() -> None:
    found = there(part("diversity", "green_flags[1]"))
    number = int(found.field.split("-")[1])
    row = Point.objects.filter(section__slug="diversity", section__career=career()).order_by("position", "pk")[number]
    assert row.text == guide()["sections"][KINDS.index("diversity")]["green_flags"][1]


@pytest.mark.django_db
def test_rows_are_read_once_for_all_paths() -> None:
    root = career()
    places = Places(root, services.write(root))
    places.of("sections[0].body")
    Section.objects.filter(career=root).update(title="Another")
    assert "Another" not in places.of("sections[1].body").title
