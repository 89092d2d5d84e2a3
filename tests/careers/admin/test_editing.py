"""An editor changes one entry in a form of the desk: that entry changes, and nothing else does."""

from dataclasses import dataclass

import pytest
from django.db.models import Model
from django.test import Client

from careers import models as m
from careers.differences import differences
from careers.services import write
from tests.careers.admin.desk import CONTENT, address
from tests.careers.admin.forms import opened, send
from tests.content import career, catalogue, guide, the_catalogue

pytestmark = pytest.mark.django_db
FAQ, STEPS, ABROAD = "Frequently asked questions", "How to become a CMIO", "Working abroad"
MEDIAN, CDS = "Median pay, headline of the base guide", "Clinical decision support design and management"


@dataclass
class Edit:
    """Where something else is typed, and what that changes in words."""

    row: str
    entry: str
    typed: str
    told: str
    model: type[Model] = m.Section

    def __str__(self) -> str:
        return f"{self.row} {self.entry}"

    @property
    def found(self) -> Model:
        """The row of the CMIO's guide or catalogue that has this kind or key."""
        of_guide = {"career": career()} if self.model in {m.Section, m.Figure} else {}
        name = "kind" if self.model is m.Section else "key"
        return self.model._default_manager.get(**of_guide, **{name: self.row})


EDITS = [
    Edit("salary", "body", "One sentence.", "Salary: body changed"),
    Edit("salary", "title", "Pay", "Pay: title changed from Salary to Pay"),
    Edit("salary", "sources", "base-guide", "Salary: sources changed"),
    Edit("salary", "levelpay_set-0-median_figure", "", "Salary: by level “deputy”: median figure removed"),
    Edit(
        "how_to_become",
        "step_set-0-title",
        "Study medicine",
        f"{STEPS}: steps “Study medicine”: title changed from Train as a doctor to Study medicine",
    ),
    Edit(
        "how_to_become",
        "step_set-0-max_months",
        "99",
        f"{STEPS}: steps “Train as a doctor”: max months changed from 120 to 99",
    ),
    Edit("how_to_become", "point_set-0-text", "Read.", f"{STEPS}: strategies changed"),
    Edit("pros", "benefit_set-0-detail", "It pays.", "Advantages: items “Effect on care”: detail changed"),
    Edit("cons", "drawback_set-1-detail", "It is hard.", "Drawbacks: items “Two fields to master”: detail changed"),
    Edit(
        "global",
        "country_set-0-usd_high",
        "460000",
        f"{ABROAD}: countries “United States”: usd high changed from 450000 to 460000",
    ),
    Edit("global", "passage_set-0-text", "Ask first.", f"{ABROAD}: remote changed"),
    Edit("faq", "question_set-2-answer", "A lot.", f"{FAQ}: items “How much does a CMIO earn?”: answer changed"),
    Edit("faq", "question_set-0-position", "99", f"{FAQ}: items order changed"),
    Edit("career_path", "rung_set-1-min_years", "5", "Career path: levels “CMIO”: min years changed from 12 to 5"),
    Edit("bg-pay-median", "value", "201000", f"Figures “{MEDIAN}”: value changed from 200000 to 201000", m.Figure),
    Edit("bg-pay-median", "year", "2012", f"Figures “{MEDIAN}”: year added", m.Figure),
    Edit("cds", "anchors-0-text", "Knows it.", f"Competencies: skills “{CDS}”: levels: 1 changed", m.Skill),
    Edit(
        "cds",
        "requirements-0-required",
        "1",
        f"Competencies: skills “{CDS}”: required: deputy changed from 3 to 1",
        m.Skill,
    ),
    Edit(
        "medical_degree",
        "how_met",
        "Study.",
        "Competencies: prerequisites “Medical degree (MD, DO or equivalent)”: how met changed",
        m.Gate,
    ),
    Edit(
        "sql-course",
        "lifts-0-high",
        "5",
        "Actions: actions “SQL and data literacy”: develops “analytics_bi”: to changed from 2 to 5",
        m.Action,
    ),
    Edit(
        "cds-silent-run",
        "options-0-rationale",
        "So.",
        "Actions: knowledge items “cds-silent-run”: options “A”: rationale changed",
        m.Item,
    ),
]
WITH_A_FORM = [model for model in CONTENT if model not in {m.Edition, m.InstrumentVersion, m.Section}]


def changes() -> list[str]:
    """What the working rows of the CMIO's guide and of the catalogue say otherwise than the documents."""
    return [*differences(guide(), write(career())), *differences(catalogue(), write(the_catalogue()))]


def assert_saved_untouched(client: Client, row: Model) -> None:
    path = address("change", row)
    assert send(client, path, opened(client, path)).status_code == 302, row


@pytest.mark.parametrize("edit", EDITS, ids=str)
def test_one_entry_changes(as_edith: Client, edit: Edit) -> None:
    path = address("change", edit.found)
    form = opened(as_edith, path)
    assert form.entries[edit.entry] != edit.typed
    assert send(as_edith, path, form, **{edit.entry: edit.typed}).status_code == 302
    assert changes() == [edit.told]


def test_saving_every_section_untouched_changes_nothing(as_edith: Client) -> None:
    rows = list(career().sections.all())
    assert len({row.kind for row in rows}) == len(m.Section.Kind)
    for row in rows:
        assert_saved_untouched(as_edith, row)
    assert write(career()) == guide()


@pytest.mark.parametrize("model", WITH_A_FORM)
def test_saving_other_rows_untouched_changes_nothing(as_edith: Client, model: type[Model]) -> None:
    owner = (
        {"career": career()} if model in {m.Figure, m.Source} else {"slug": career().slug} if model is m.Career else {}
    )
    for row in model._default_manager.filter(**owner).order_by("-pk")[:3]:
        assert_saved_untouched(as_edith, row)
    assert changes() == []


def test_a_new_row_comes_last(as_edith: Client) -> None:
    section = m.Section.objects.get(career=career(), kind="pros")
    path, count = address("change", section), m.Benefit.objects.filter(section=section).count()
    new = f"benefit_set-{count}"
    send(as_edith, path, opened(as_edith, path), **{f"{new}-title": "New", f"{new}-detail": "Now."})
    assert changes() == ["Advantages: items “New” added"]
    assert write(career())["sections"][section.position]["items"][-1] == {"title": "New", "detail": "Now."}


def test_a_new_line_goes_into_one_of_the_lists_of_its_section(as_edith: Client) -> None:
    section = m.Section.objects.get(career=career(), kind="salary")
    path, count = address("change", section), m.Point.objects.filter(section=section).count()
    form, new = opened(as_edith, path), f"point_set-{count}"
    assert form.options[f"{new}-list"] == ["", "benefits"]
    assert send(as_edith, path, form, **{f"{new}-list": "benefits", f"{new}-text": "A pension."}).status_code == 302
    assert write(career())["sections"][section.position]["benefits"][-1] == "A pension."


def test_a_row_can_be_taken_away(as_edith: Client) -> None:
    path = address("change", m.Section.objects.get(career=career(), kind="pros"))
    send(as_edith, path, opened(as_edith, path), **{"benefit_set-0-DELETE": "on"})
    assert changes() == ["Advantages: items “Effect on care” removed"]


def test_a_new_section_gets_its_rows_once_it_has_a_kind(as_edith: Client) -> None:
    path = address("add", m.Section)
    typed = {"career": str(career().pk), "slug": "more", "title": "More", "kind": "pros", "lead": "L.", "body": "B."}
    send(as_edith, path, opened(as_edith, path), **typed, position="99")
    form = opened(as_edith, address("change", m.Section.objects.get(slug="more")))
    assert "benefit_set-0-title" in form.entries
    assert changes() == ["More added"]
