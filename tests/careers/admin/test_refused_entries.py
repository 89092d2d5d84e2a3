"""What cannot be right is refused in its form with words, everything typed is kept, and nothing is saved."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client

from careers import models as m
from careers.services import write
from tests.careers.admin.desk import address
from tests.careers.admin.forms import Form, opened, send
from tests.careers.pages import Page
from tests.content import CMIO, career, catalogue, guide, the_catalogue

pytestmark = pytest.mark.django_db
RELIED_ON = [
    *((m.Figure, "career"), (m.Figure, "key"), (m.Source, "key"), (m.Section, "kind"), (m.Section, "slug")),
    *((m.Skill, "key"), (m.Gate, "key"), (m.Action, "key"), (m.Item, "key"), (m.Domain, "key")),
]
NAMES = [
    (m.Figure, "key", "two words", "is not a key"),
    (m.Figure, "key", "bg-pay-range", "Figure with this Guide and Key already exists."),
    (m.Source, "key", "editorial", "Source with this Guide and Key already exists."),
    (m.Section, "slug", "pros", "Section with this Guide and Address already exists."),
    (m.Section, "slug", "a b", "Enter a valid “slug”"),
]
"""Names that are refused while a row may still be renamed."""


@dataclass
class Refusal:
    """What is typed into the form of a row with that key, and what the page then says."""

    key: str
    typed: dict[str, str]
    said: str
    model: type[Model] = m.Figure

    def __str__(self) -> str:
        return f"{self.key} {self.typed}"[:60]

    @property
    def row(self) -> Model:
        """The CMIO's row."""
        names = {m.Section: "kind", m.Career: "slug"}
        owner = {"career": career()} if self.model in {m.Section, m.Figure, m.Source} else {}
        return self.model._default_manager.get(**owner, **{names.get(self.model, "key"): self.key})


PAY = "bg-pay-median"
REFUSALS = [
    Refusal(PAY, {"source": ""}, "Name the source: no number is shown without one."),
    Refusal(PAY, {"source": "rumor"}, "“rumor” is not a source of this guide."),
    Refusal(PAY, {"unit": ""}, "Say the unit, such as USD, percent or years"),
    Refusal(PAY, {"geography": ""}, "Say the place, such as US, or GLOBAL"),
    Refusal(PAY, {"value": ""}, "Give either a value or a range that begins with low."),
    Refusal(PAY, {"low": "1"}, "Give either a value or a range that begins with low."),
    Refusal(PAY, {"value": "", "low": "3", "high": "2"}, "High is below low."),
    Refusal(PAY, {"value": "NaN"}, "Enter a number."),
    Refusal(PAY, {"value": "9" * 400}, "no more than 14 digits"),
    Refusal(PAY, {"year": "20"}, "greater than or equal to 1900"),
    Refusal(PAY, {"sample_size": "-1"}, "greater than or equal to 0"),
    Refusal(PAY, {"sample_size": "9" * 30}, "less than or equal to"),
    Refusal(PAY, {"label": "a\0b"}, "Null characters are not allowed."),
    Refusal(PAY, {"note": "a\0b"}, "Null characters are not allowed."),
    Refusal(PAY, {"conflicts_with": "bg-pay-range\nnobody"}, "“nobody” is not a figure of this guide."),
    Refusal("base-guide", {"url": "javascript:alert(1)"}, "Enter a valid URL.", m.Source),
    Refusal("base-guide", {"kind": "gossip"}, "Select a valid choice.", m.Source),
    Refusal("salary", {"body": " \n "}, "“Body” cannot be empty.", m.Section),
    Refusal("salary", {"sources": "nobody"}, "“nobody” is not a source of this guide.", m.Section),
    Refusal("salary", {"levelpay_set-0-median_figure": "x"}, "“x” is not a figure of this guide.", m.Section),
    Refusal("technical_skills", {"skilldescription_set-0-skill": "juggling"}, "is not a skill of the", m.Section),
    Refusal("related", {"relatedcareer_set-0-career_slug": "astronaut"}, "is not a guide of this site.", m.Section),
    Refusal("how_to_become", {"step_set-0-number": "2"}, "Please correct the duplicate data for", m.Section),
    Refusal("how_to_become", {"step_set-0-min_months": "soon"}, "Enter a whole number.", m.Section),
    Refusal("how_to_become", {"point_set-0-list": "red_flags"}, "Select a valid choice.", m.Section),
    Refusal(CMIO, {"review_by": "2001-01-01"}, "The next review cannot be before the last one.", m.Career),
    Refusal(CMIO, {"pay": "nobody"}, "“nobody” is not a figure of this guide.", m.Career),
    Refusal("cds", {"domain": "nowhere"}, "“nowhere” is not a domain.", m.Skill),
    Refusal("cds", {"anchors-0-level": "6"}, "less than or equal to 5", m.Skill),
    Refusal("cds", {"requirements-0-level": "boss"}, "“boss” is not a level of the catalogue.", m.Skill),
    Refusal("sql-course", {"weeks_min": "9", "weeks_max": "8"}, "The most weeks are below the fewest.", m.Action),
    Refusal("sql-course", {"requires_actions": "nothing"}, "“nothing” is not an action.", m.Action),
    Refusal("sql-course", {"lifts-0-low": "4", "lifts-0-high": "4"}, "To has to be above from.", m.Action),
    Refusal("sql-course", {"lifts-0-skill": "juggling"}, "“juggling” is not a skill of the catalogue.", m.Action),
]


def typed_into(client: Client, refusal: Refusal) -> tuple[Page, Form]:
    """What the page says after it was sent so, and what then stands in the form."""
    path = address("change", refusal.row)
    form = opened(client, path)
    assert set(refusal.typed) <= set(form.entries)
    response = send(client, path, form, **refusal.typed)
    assert response.status_code == 200
    html = response.content.decode()
    return Page(html), Form(html)


def browser_text(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


@pytest.mark.parametrize("refusal", REFUSALS, ids=str)
def test_it_is_refused_with_words_and_kept_as_typed(as_edith: Client, refusal: Refusal) -> None:
    page, form = typed_into(as_edith, refusal)
    assert refusal.said in page.text
    for entry, text in refusal.typed.items():
        is_choice = entry in form.options and text not in form.options[entry]
        assert is_choice or form.entries[entry] == browser_text(text)
    assert (write(career()), write(the_catalogue())) == (guide(), catalogue())


@pytest.mark.parametrize(("model", "entry", "typed", "said"), NAMES)
def test_a_name_that_was_never_published_can_be_changed_to_a_good_one(
    as_edith: Client, model: type[Model], entry: str, typed: str, said: str
) -> None:
    row: Any = model._default_manager.filter(career=career()).order_by("pk")[0]
    row.pk = None
    setattr(row, entry, "new")
    row.save()
    path = address("change", row)
    assert said in Page(send(as_edith, path, opened(as_edith, path), **{entry: typed}).content.decode()).text
    assert getattr(model._default_manager.get(pk=row.pk), entry) == "new"
    as_edith.post(path, {"_discard": "1"})
    assert send(as_edith, path, opened(as_edith, path), **{entry: "newer"}).status_code == 302
    assert getattr(model._default_manager.get(pk=row.pk), entry) == "newer"


def test_a_row_of_another_section_cannot_be_taken_over(as_edith: Client) -> None:
    theirs = m.Benefit.objects.exclude(section__career=career()).order_by("pk")[0]
    path = address("change", m.Section.objects.get(career=career(), kind="pros"))
    before = write(theirs.section.career)
    typed = {"benefit_set-0-id": str(theirs.pk), "benefit_set-0-title": "Taken"}
    send(as_edith, path, opened(as_edith, path), **typed)
    assert write(theirs.section.career) == before


@pytest.mark.parametrize("count", ["", "x", "-1", "1.5", "50"])
def test_a_form_that_no_browser_sends_breaks_nothing(as_edith: Client, count: str) -> None:
    path = address("change", m.Section.objects.get(career=career(), kind="pros"))
    response = send(as_edith, path, opened(as_edith, path), **{"benefit_set-TOTAL_FORMS": count})
    assert response.status_code in {200, 302, 400}
    assert write(career()) == guide()


@pytest.mark.parametrize(("model", "entry"), RELIED_ON)
def test_what_other_rows_rely_on_cannot_be_typed_at_all(as_edith: Client, model: type[Model], entry: str) -> None:
    row = model._default_manager.order_by("pk")[0]
    before: Any = getattr(row, entry)
    path = address("change", row)
    form = opened(as_edith, path)
    assert entry not in form.entries
    assert send(as_edith, path, form, **{entry: "2"}).status_code == 302
    assert getattr(model._default_manager.get(pk=row.pk), entry) == before
