"""Who looks after a guide, when the instrument is reviewed next, and whether a second person approves."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client

from careers.models import Deed
from careers.services import digest, write
from tests import markup
from tests.careers.admin.buttons import buttons, page, press, said
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.tools.changes import tool
from tests.content import career, the_catalogue

pytestmark = pytest.mark.django_db


def words() -> list[str]:
    return list(Deed.objects.of(career()).filter(what=Deed.What.SETTLED).values_list("words", flat=True))


def test_an_owner_is_chosen_among_those_who_are_on_the_desk(as_edith: Client, edith: User, charlie: User) -> None:
    tree = page(as_edith, tool("care"))
    assert tree.one("h1").text == "Nobody looks after it yet"
    offered = [option.text for option in tree.one(id="id_owner").all("option")]
    assert offered == ["Nobody yet", "edith@example.org"]
    answer = press(as_edith, tool("care"), "Save", owner=edith.pk)
    assert said(answer) == ["The care is changed."]
    assert career().owner == edith
    assert words() == ["Owner: none → edith@example.org"]
    assert page(as_edith, tool("care")).one("h1").text == "edith@example.org looks after it"
    refused = press(as_edith, tool("care"), "Save", owner=charlie.pk)
    assert (refused.status_code, said(refused)[-1]) == (422, "Choose somebody who is on the desk")
    press(as_edith, tool("care"), "Save", owner="")
    assert career().owner is None


def test_no_document_changes_with_it(as_edith: Client, edith: User) -> None:
    before = digest(write(career()))
    press(as_edith, tool("care"), "Save", owner=edith.pk, needs_approval="on")
    assert career().needs_approval
    assert digest(write(career())) == before
    assert words() == ["Owner: none → edith@example.org\nA second person approves: no → yes"]
    press(as_edith, tool("care"), "Save")
    assert len(words()) == 1


def test_the_next_review_of_the_instrument_is_set_here_and_that_of_a_guide_with_the_guide(as_edith: Client) -> None:
    press(as_edith, tool("care", the_catalogue()), "Save", review_by="2027-05-23")
    assert the_catalogue().review_by == date(2027, 5, 23)
    answer = press(as_edith, tool("care", the_catalogue()), "Save", review_by="soon")
    assert (answer.status_code, said(answer)[-1]) == (422, "Give the day, such as 2027-05-23")
    assert markup.read(answer).one(id="id_review_by")["value"] == "soon"
    tree = page(as_edith, tool("care"))
    assert not tree.all(id="id_review_by")
    assert "The next review of this guide is" in tree.text


def test_authors_choose_the_owner_and_publishers_whether_a_second_person_approves(edith: User) -> None:
    sent = {"owner": str(edith.pk), "needs_approval": "on"}
    author, publisher = (at_the_desk(editor(name, name)) for name in ("author", "publisher"))
    assert "Publishers decide whether a second person approves." in page(author, tool("care")).text
    author.post(tool("care"), sent)
    assert (career().owner, career().needs_approval) == (edith, False)
    assert "Authors choose the owner" in page(publisher, tool("care")).text
    publisher.post(tool("care"), sent | {"owner": ""})
    assert (career().owner, career().needs_approval) == (edith, True)


def test_reviewers_only_look(db: None) -> None:
    client = at_the_desk(editor("rob", "reviewer"))
    assert buttons(page(client, tool("care"))) == []
    assert client.post(tool("care"), {"needs_approval": "on"}).status_code == 403
    assert not career().needs_approval


def test_what_somebody_else_has_set_meanwhile_stays(as_edith: Client, edith: User) -> None:
    form = markup.typed(page(as_edith, tool("care")).one(id="content-main"))
    root = career()
    root.needs_approval = True
    root.save()
    as_edith.post(tool("care"), form | {"owner": str(edith.pk)})
    assert (career().owner, career().needs_approval) == (edith, True)
