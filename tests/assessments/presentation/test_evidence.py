"""An entry says what it is used for; an example begins an entry without being typed again."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

import pytest

from assessments.models import EvidenceFile, Rating
from assessments.presentation import evidence as presentation
from assessments.presentation.catalogue import Catalogue
from tests.content import catalogue

NAMES = {"cds": "Decision support", "ethics": "Ethical judgment", "team": "HL7 and teams"}
THEM = "you have rated them above “not had the chance”."
ID = UUID("6e6dc563-0b32-4cb5-95f7-2124b93ed0c9")


@dataclass
class Kept:
    """An entry as its rows would have it."""

    title: str = "Cut overrides"
    done_on: date | None = date(2026, 3, 31)
    outcome: str = ""
    backs: list[str] = field(default_factory=list)
    kept_file: EvidenceFile | None = None

    def get_absolute_url(self) -> str:
        return f"/evidence/{ID}/"


@pytest.mark.parametrize(
    ("skills", "rated", "use"),
    [
        ([], [], "Backs no skill yet."),
        (["cds"], ["cds"], "Backs your rating of decision support."),
        (["cds", "ethics"], ["cds", "ethics"], "Backs your rating of decision support, and ethical judgment."),
        (["cds"], [], "Will back decision support once you have rated it above “not had the chance”."),
        (
            ["cds", "ethics", "team"],
            ["cds"],
            f"Backs your rating of decision support. Will back ethical judgment, and HL7 and teams once {THEM}",
        ),
        (["gone"], ["gone"], "Backs your rating of gone."),
    ],
)
def test_an_entry_says_what_it_backs(skills: list[str], rated: list[str], use: str) -> None:
    row = presentation.row(Kept(backs=skills), NAMES, set(rated))
    assert (row.title, row.when, row.use, row.file) == ("Cut overrides", "31 March 2026", use, None)
    assert row.url == f"/evidence/{ID}/"


@pytest.mark.parametrize(
    ("scan", "size", "about", "tone", "served"),
    [
        ("not_scanned", 2048, "PDF, 2.0\xa0KB", "", True),
        ("clean", 2048, "PDF, 2.0\xa0KB", "good", True),
        ("held", 2048, "PDF, 2.0\xa0KB", "gap", False),
        ("found", 0, "PDF", "bad", False),
    ],
)
def test_a_file_says_what_the_scanner_said(scan: str, size: int, about: str, tone: str, served: bool) -> None:
    line = presentation.file_line(EvidenceFile(evidence_id=ID, name="a.pdf", kind="pdf", size=size, scan=scan))
    assert line
    assert (line.name, line.about, line.tone) == ("a.pdf", about, tone)
    assert line.url == (f"/evidence/{ID}/file/" if served else "")


def test_skills_stand_by_domain_and_a_domain_with_a_tick_is_open() -> None:
    real = Catalogue(catalogue())
    names = {key: row["name"] for key, row in real.skills.items()} | {"gone": "gone"}
    groups = presentation.groups(real, names, {"cds", "gone"})
    assert [group.name for group in groups] == [row["name"] for row in real.domains.values()] + [presentation.OLDER]
    assert [group.name for group in groups if group.is_open] == [real.domain_name("cds"), presentation.OLDER]
    choices = [choice for group in groups for choice in group.choices]
    assert {choice.key for choice in choices} == {*real.skills, "gone"}
    assert len({choice.id for choice in choices}) == 32
    assert choices[0].id == "id_skills_0"


def test_examples_without_an_entry_are_offered() -> None:
    told = {"cds": "Led it", "ethics": " ", "team": "Built a team", "gone": "x"}
    ratings = [Rating(skill=skill, evidence=text) for skill, text in told.items()]
    assert presentation.examples(ratings, NAMES, {"team"}) == (
        presentation.Example("Decision support", "Led it", "/evidence/new/?skill=cds&example=1"),
    )


@pytest.mark.parametrize(
    ("example", "title", "what"),
    [
        ("Led it", "Led it", ""),
        (" Led\n it ", "Led it", ""),
        ("word " * 40, "word " * 23 + "word…", "word " * 40),
        ("x" * 500, "x" * 119 + "…", "x" * 500),
    ],
)
def test_an_entry_begins_with_the_example(example: str, title: str, what: str) -> None:
    assert presentation.begun(example) == {"title": title, "what": what}
    assert len(title) <= 120
    assert presentation.begun(" ") == {}


def test_a_question_shows_what_backs_its_skill() -> None:
    found = presentation.for_skill([Kept(done_on=None)], "cds")
    assert found.entries == (presentation.Link("Cut overrides", "", f"/evidence/{ID}/"),)
    assert found.add_url == "/evidence/new/?skill=cds"
