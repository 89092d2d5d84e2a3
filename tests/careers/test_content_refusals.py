"""A faulty content file: its name, the place inside it and the reason, and nothing is loaded."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from careers.models import Career, Edition, InstrumentVersion
from careers.services import write
from tests.content import CMIO, catalogue, guide, save, section, the_catalogue

pytestmark = pytest.mark.django_db
OTHER = "chief-medical-officer"
Fault = Callable[[Any], object]


def refusal(folder: Path) -> str:
    before = [write(career) for career in Career.objects.all()], write(the_catalogue())
    with pytest.raises(CommandError) as caught:
        call_command("content", "load", "--overwrite", "--folder", str(folder), stdout=StringIO())
    assert ([write(career) for career in Career.objects.all()], write(the_catalogue())) == before
    assert (Edition.objects.count(), InstrumentVersion.objects.count()) == (8, 1)
    assert str(caught.value).endswith("\nNothing was loaded.")
    return str(caught.value)


def set_in(*path: Any, value: Any) -> Fault:
    def fault(document: Any) -> None:
        for step in path[:-1]:
            document = document[step]
        document[path[-1]] = value

    return fault


GUIDE_FAULTS: dict[str, tuple[Fault, str]] = {
    "unknown source": (set_in("figures", 0, "source", value="nobody"), "figures[0].source: 'nobody' is not a source"),
    "unknown source of a section": (
        set_in("sections", 2, "sources", value=["nobody"]),
        "sections[2].sources: 'nobody' is not a source of this guide",
    ),
    "unknown figure": (set_in("key_facts", "pay", value="none"), "key_facts.pay: 'none' is not a figure of this guide"),
    "unknown skill": (
        lambda document: section(document, "technical_skills")["items"][0].update(skill="juggling"),
        "items[0].skill: 'juggling' is not a skill of the catalogue",
    ),
    "unknown guide": (
        lambda document: section(document, "related")["items"][0].update(career_slug="astronaut"),
        "items[0].career_slug: 'astronaut' is not a guide of this site",
    ),
    "a key twice": (
        lambda document: document["sources"].append(document["sources"][0]),
        "sources[0].key: 'base-guide' stands more than once",
    ),
    "value and range": (
        lambda document: document["figures"][0].update(value=1, low=1, high=2),
        "figures[0]: has to hold either a value or a range",
    ),
    "text for a number": (set_in("figures", 0, "year", value="2016"), "figures[0].year: '2016' is not a whole number"),
    "no body": (lambda document: document["sections"][0].pop("body"), "sections[0].body: is missing"),
    "no kind": (lambda document: document["sections"][0].pop("kind"), "sections[0].kind: is missing"),
    "unknown kind": (
        set_in("sections", 0, "kind", value="poem"),
        "sections[0].kind: 'poem' Value 'poem' is not a valid",
    ),
    "unknown entry": (set_in("sections", 0, "colour", value="red"), "sections[0].colour: is not an entry that this"),
    "NUL": (set_in("tagline", value="a\0b"), "tagline: "),
    "dates out of order": (set_in("review_by", value="2001-01-01"), "review_by: is before reviewed_on"),
    "not a date": (set_in("review_by", value="soon"), "review_by: 'soon'"),
    "a number too large": (set_in("sources", 0, "year", value=10**30), "sources[0].year: "),
}
CATALOGUE_FAULTS: dict[str, tuple[Fault, str]] = {
    "weights": (
        lambda document: document["competencies"]["skills"][0]["weight_by_level"].update(cmio=99),
        "competencies.skills: weights for cmio sum to ",
    ),
    "no anchor": (
        lambda document: document["competencies"]["skills"][3]["levels"].pop("4"),
        "competencies.skills[3].levels: has to hold one anchor for each level from 1 to 5",
    ),
    "circle": (
        lambda document: [action.update(requires_actions=[other["id"]]) for action, other in pair(document)],
        "actions.actions: need each other in a circle: ",
    ),
    "key": (
        set_in("actions", "knowledge_items", 0, "key", value="F"),
        "actions.knowledge_items[0].key: is none of the item's options",
    ),
    "level of nine": (
        lambda document: document["competencies"]["skills"][0]["required"].update(cmio=9),
        "competencies.skills[0].required.cmio: 9 ",
    ),
}


def pair(document: Any) -> list[tuple[Any, Any]]:
    first, second = document["actions"]["actions"][:2]
    return [(first, second), (second, first)]


@pytest.mark.parametrize("name", GUIDE_FAULTS)
def test_a_faulty_guide_is_refused(tmp_path: Path, name: str) -> None:
    fault, words = GUIDE_FAULTS[name]
    document = guide()
    fault(document)
    told = refusal(save(tmp_path, {OTHER: guide(OTHER) | {"title": "Changed"}, CMIO: document}))
    assert told.startswith(f"{CMIO}.yaml: ")
    assert words in told


@pytest.mark.parametrize("name", CATALOGUE_FAULTS)
def test_a_faulty_catalogue_is_refused(tmp_path: Path, name: str) -> None:
    fault, words = CATALOGUE_FAULTS[name]
    document = catalogue()
    fault(document)
    told = refusal(save(tmp_path, {CMIO: guide() | {"title": "Changed"}}, document))
    assert "catalogue: " in told
    assert words in told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("slug: [open\n", "line 2"),
        ("slug: &a one\ntitle: *a\n", "line 2: aliases are not read"),
        ("slug: a\0b\n", "cannot be read"),
        ("slug: a\nslug: b\n", "line 2, column 1: 'slug' stands twice"),
        ("- a list\n", "document: ['a list'] is not a mapping"),
        ("", "document: None is not a mapping"),
    ],
)
def test_a_file_that_is_no_document_is_refused(tmp_path: Path, text: str, words: str) -> None:
    folder = save(tmp_path)
    (folder / "careers" / "broken.yaml").write_text(text)
    told = refusal(folder)
    assert told.startswith("broken.yaml: ")
    assert words in told


def test_every_problem_of_a_document_is_told_at_once(tmp_path: Path) -> None:
    document = guide() | {"tagline": None, "summary": 7}
    del document["title"]
    told = refusal(save(tmp_path, {CMIO: document})).splitlines()
    assert [line.split(": ")[1] for line in told[:-1]] == ["title", "tagline", "summary"]


def test_a_folder_without_guides_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"holds no careers/\*.yaml"):
        call_command("content", "load", "--folder", str(tmp_path))


def test_a_missing_catalogue_is_refused(tmp_path: Path) -> None:
    folder = save(tmp_path)
    (folder / "catalogue" / "actions.yaml").unlink()
    assert refusal(folder).startswith("actions.yaml: document: cannot be read")
