"""The desk's page of sample people: what a draft of the instrument would do to results, or why it cannot be said."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from assessments.services.samples import samples
from careers.models import Gate, InstrumentVersion, Item, Lift, Requirement, Skill
from careers.services import write
from tests import markup
from tests.careers.admin.conftest import at_the_desk, editor, with_app
from tests.conftest import person
from tests.content import the_catalogue
from tests.markup import Element

pytestmark = pytest.mark.django_db
PAGE = "/admin/instrument/personas/"


@pytest.fixture
def as_editor(db: None) -> Client:
    return at_the_desk(editor("edith"))


def shown(browser: Client) -> Element:
    response = browser.get(PAGE)
    assert response.status_code == 200
    return markup.read(response)


def findings(page: Element) -> list[str]:
    return [found.text for found in page.all("p", class_="finding")]


def ask(skill: str, level: str, required: int) -> None:
    Requirement.objects.filter(skill__key=skill, level=level).update(required=required)


def test_nothing_moves_where_nothing_was_edited(as_editor: Client) -> None:
    page = shown(as_editor)
    assert findings(page) == ["Nothing moves."] * 3
    assert "The draft says what the live version says" in page.text
    assert [found.text for found in page.all("h2")] == [sample.title for sample in samples()]


def test_a_changed_requirement_moves_those_whose_level_it_is(as_editor: Client) -> None:
    ask("ai_governance", "cmio", 5)
    page = shown(as_editor)
    first, second, third = findings(page)
    assert first == third == "Nothing moves."
    assert second.startswith("Readiness falls by ")
    assert "AI and machine learning evaluation and governance" in page.text
    assert "5 asked" in page.text


def test_a_gate_that_is_asked_for_more_firmly_is_told(as_editor: Client) -> None:
    Gate.objects.get(key="ci_board").requirements.filter(level="deputy").update(necessity="required")
    page = shown(as_editor)
    assert findings(page) == ["Readiness stays; parts of it move.", "Nothing moves.", "Nothing moves."]
    assert "Not met, helpful" in page.text
    assert "Not met, required" in page.text


def test_an_item_that_was_taken_out_is_no_answer_any_more(as_editor: Client) -> None:
    Item.objects.filter(key="cds-silent-run").delete()
    page = shown(as_editor)
    assert "One answer of this person would not be asked for any more." in page.text
    assert findings(page)[0].startswith("Readiness falls by ")


def test_a_skill_that_was_taken_out_and_one_that_is_new(as_editor: Client) -> None:
    skill = Skill.objects.get(key="ethics")
    Skill.objects.filter(pk=skill.pk).update(key="new_ethics", name="New ethics")
    Lift.objects.filter(skill="ethics").update(skill="new_ethics")
    Item.objects.filter(skill="ethics").update(skill="new_ethics")
    page = shown(as_editor)
    assert "New ethics: new, and not rated by this person, so the range is wider." in page.text
    assert "not there" in page.text


def test_a_draft_that_breaks_laws_shows_no_figures(as_editor: Client) -> None:
    Skill.objects.filter(key="cds").update(weight=99)
    page = shown(as_editor)
    assert "No figures: the draft breaks a law of the instrument" in page.text
    assert "sum to 1" in page.text
    assert page.all("table") == []
    assert findings(page) == []


def test_each_law_leads_to_where_it_is_put_right(as_editor: Client) -> None:
    item = Item.objects.get(key="cds-silent-run")
    Item.objects.filter(pk=item.pk).update(right_option="F")
    links = [link["href"] for link in shown(as_editor).all("a")]
    assert f"/admin/careers/item/{item.pk}/change/#id_right_option" in links


def test_without_a_live_version_there_is_nothing_to_compare_with(as_editor: Client) -> None:
    InstrumentVersion.objects.all().delete()
    assert "No version of the instrument is live yet" in shown(as_editor).text


def test_looking_changes_nothing(as_editor: Client) -> None:
    before = write(the_catalogue())
    shown(as_editor)
    assert write(the_catalogue()) == before
    assert as_editor.post(PAGE).status_code == 405


def test_only_those_who_may_see_the_instrument_open_it(client: Client) -> None:
    assert client.get(PAGE).status_code == 302
    staff = person("staff")
    User.objects.filter(pk=staff.pk).update(is_staff=True)
    staff.refresh_from_db()
    staff.user_permissions.add(Permission.objects.get(codename="view_career"))
    with_app(staff)
    assert at_the_desk(staff).get(PAGE).status_code == 403
