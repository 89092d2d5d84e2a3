"""What can be found in a document: each thing once, under the place where it stands."""

from careers.search.entries import Entry, of_catalogue, of_guide
from tests.careers.presentation import builders
from tests.content import catalogue, guide, section

FAQ = builders.section("faq", "faq", items=[{"question": "Why?", "answer": "Because.", "source": "survey"}])
SKILLS = builders.section("skills", "technical_skills", items=[{"skill": "cds", "also": ["ethics"], "title": "Alerts"}])


def entries(kind: str, *sections: dict[str, object]) -> list[Entry]:
    document = builders.document(abbreviation="PR", sections=list(sections))
    return [entry for entry in of_guide(document) if entry.kind == kind]


def test_a_guide_is_found_by_its_title_its_abbreviation_and_what_it_says_of_itself() -> None:
    (entry,) = entries("guide", FAQ)
    assert (entry.title, entry.also, entry.text) == ("Pilot of Records", "PR", "Flies. Far.")
    assert entry.card
    assert entry.card["slug"] == "pilot"


def test_a_section_leads_to_its_place_in_its_guide() -> None:
    (entry,) = entries("section", FAQ)
    assert (entry.title, entry.anchor, entry.part, entry.context) == ("Faq", "faq", "faq", "Pilot of Records")
    assert "Because" not in entry.text


def test_a_question_is_found_by_itself_and_leads_to_its_section() -> None:
    (entry,) = entries("question", SKILLS, FAQ)
    assert (entry.title, entry.text, entry.anchor) == ("Why?", "Because.", "faq")


def test_a_section_knows_the_skills_that_it_lists() -> None:
    (entry,) = entries("section", SKILLS)
    assert entry.card == {"skills": ["cds", "ethics"]}
    (other,) = entries("section", FAQ)
    assert other.card is None


def test_of_the_real_guide_everything_is_found_once() -> None:
    document = guide()
    found = list(of_guide(document))
    assert [entry.kind for entry in found].count("guide") == 1
    assert [entry.anchor for entry in found if entry.kind == "section"] == [row["slug"] for row in document["sections"]]
    assert [entry.kind for entry in found].count("question") == len(section(document, "faq")["items"])
    assert all(entry.title and entry.text for entry in found)


def test_of_the_catalogue_skills_and_actions_are_found_by_what_they_are() -> None:
    found = {entry.key: entry for entry in of_catalogue(catalogue())}
    assert len(found) == len(catalogue()["competencies"]["skills"]) + len(catalogue()["actions"]["actions"])
    skill, action = found["ehr_optimisation"], found["abpm-ci-cert"]
    assert (skill.kind, skill.context) == ("skill", "Skill · EHR, workflow and usability")
    assert "multi-year EHR roadmap" in skill.text
    assert (action.kind, action.context) == ("action", "Certification · ABPM, or ABPath for pathologists")
