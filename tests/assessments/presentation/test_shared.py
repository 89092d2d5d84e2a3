"""A guest sees the skills by domain, what is answered, and where to go on."""

import pytest

from assessments.domain.instrument import Skill
from assessments.models import MentorRating, Rating
from assessments.presentation import shared as presentation
from assessments.presentation.catalogue import Catalogue
from tests.assessments.runs import NOW
from tests.content import catalogue

NAMES = {"cds": "cds_ai", "ai_governance": "cds_ai", "ethics": "professional"}


@pytest.fixture(scope="module")
def rows() -> Catalogue:
    return Catalogue(catalogue())


def given(skill: str, level: int | None) -> MentorRating:
    return MentorRating(skill=skill, level=level, saved_at=NOW)


def shown(rows: Catalogue, *ratings: MentorRating) -> tuple[presentation.Group, ...]:
    skills = tuple(
        Skill(id=skill, name=skill, domain=rows.skills[skill]["domain"], required=3, weight=1) for skill in NAMES
    )
    return presentation.groups(skills, rows, {rating.skill: rating for rating in ratings})


def test_skills_stand_by_domain_with_what_is_answered(rows: Catalogue) -> None:
    groups = shown(rows, given("cds", None), given("ethics", 0))
    assert [(group.name, group.answered) for group in groups] == [
        (rows.domain_name("cds"), 1),
        (rows.domain_name("ethics"), 1),
    ]
    lines = [(line.id, line.is_answered, line.cannot_say) for group in groups for line in group.lines]
    assert lines == [("cds", True, True), ("ai_governance", False, False), ("ethics", True, False)]
    progress = presentation.progress(groups)
    assert (progress.label, len(progress.segments)) == ("2 of 3 skills answered, one of them with ‘I cannot say’", 2)
    assert presentation.progress(shown(rows)).label == "0 of 3 skills answered"


def test_the_way_on_leads_to_the_next_open_skill_and_around_the_end(rows: Catalogue) -> None:
    groups = shown(rows, given("ethics", 2))
    found = [presentation.next_open(groups, after) for after in ("", "cds", "ai_governance", "ethics")]
    assert [line.id if line else None for line in found] == ["cds", "ai_governance", "cds", "cds"]
    assert presentation.next_open(shown(rows, *(given(skill, 1) for skill in NAMES))) is None


@pytest.mark.parametrize(
    ("level", "word"),
    [(None, presentation.CANNOT_SAY), (0, presentation.NO_CHANCE), (4, "Leads")],
)
def test_an_answer_of_another_tab_is_told_in_words(rows: Catalogue, level: int | None, word: str) -> None:
    told = presentation.changed(given("cds", level), rows)
    assert (told.word, told.saved_at, told.evidence, told.low_confidence) == (word, NOW, "", False)
    assert told.text == (rows.anchor("cds", level) if level else told.text) != ""


def test_an_answer_of_the_owner_is_never_told_to_a_guest(rows: Catalogue) -> None:
    with pytest.raises(TypeError):
        presentation.changed(Rating(skill="cds", level=3, saved_at=NOW), rows)
