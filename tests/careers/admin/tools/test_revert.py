"""An editor sees what going back would change, goes back, and finds what the draft said before."""

from typing import Any

import pytest
from django.test import Client

from careers.models import Career, Section
from careers.services import write
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address
from tests.careers.admin.forms import opened, send
from tests.careers.pages import Page, page
from tests.content import career, guide

pytestmark = pytest.mark.django_db
SENTENCE = "Rewritten-wholly."


def edit(client: Client, text: str = SENTENCE) -> None:
    path = address("change", Section.objects.get(career=career(), slug="salary"))
    assert send(client, path, opened(client, path), body=text).status_code == 302


def path(number: int | str = 1) -> str:
    return f"{address('revert', career())}?to={number}"


def looked_at(client: Client, number: int = 1) -> tuple[Page, str]:
    """What the page says, and the fingerprint that its button sends."""
    found = page(client, path(number))
    seen = [attributes["value"] for _, attributes in found.tags if attributes.get("name") == "seen"]
    return found, seen[0] if seen else ""


def gone_back(client: Client, seen: str, number: int = 1) -> Page:
    return Page(client.post(path(number), {"seen": seen}, follow=True).content.decode())


def numbers() -> list[int]:
    return list(career().published.values_list("number", flat=True))


def test_it_says_first_what_would_change_and_what_becomes_of_the_draft(as_edith: Client) -> None:
    edit(as_edith)
    typed = write(career())
    shown, _ = looked_at(as_edith)
    assert "1 change to the draft The draft will say what edition 1 says." in shown.text
    assert "is put aside under a number of its own, which no reader sees" in shown.text
    assert f"Before: {SENTENCE}" in shown.text
    assert (write(career()), numbers()) == (typed, [1])


def test_going_back_keeps_what_was_typed_where_it_can_be_compared_and_gone_back_to(as_edith: Client) -> None:
    edit(as_edith)
    typed = write(career())
    said = gone_back(as_edith, looked_at(as_edith)[1])
    assert "The draft says what edition 1 says. What it said before is kept as edition 2." in said.text
    assert write(career()) == guide()
    assert f"Now: {SENTENCE}" in page(as_edith, f"{address('compare', career())}?to=2").text
    gone_back(as_edith, looked_at(as_edith, 2)[1], 2)
    assert (write(career()), numbers()) == (typed, [2, 1])


def test_what_a_publication_holds_is_said_to_stay_there(as_edith: Client) -> None:
    career().published.create(number=2, document=guide() | {"tagline": "Old."}, live_from=None)
    shown, seen = looked_at(as_edith, 2)
    assert "What the draft says now stays in edition 1." in shown.text
    gone_back(as_edith, seen, 2)
    assert (write(career())["tagline"], numbers()) == ("Old.", [2, 1])


def test_a_form_that_was_open_meanwhile_is_still_there(as_edith: Client) -> None:
    edit(as_edith)
    form = address("change", Section.objects.get(career=career(), slug="salary"))
    gone_back(as_edith, looked_at(as_edith)[1])
    assert as_edith.get(form).status_code == 200


def test_what_somebody_edited_meanwhile_is_looked_at_first(as_edith: Client) -> None:
    edit(as_edith)
    seen = looked_at(as_edith)[1]
    edit(at_the_desk(editor("emil")), "Emil's sentence.")
    said = gone_back(as_edith, seen)
    assert "Nothing was changed: somebody has edited the draft since you opened this page. Look again" in said.text
    assert "Before: Emil's sentence." in said.text
    assert numbers() == [1]


@pytest.mark.parametrize("seen", ["", "0", "a\0b", "x" * 5000])
def test_what_nobody_looked_at_is_not_done(as_edith: Client, seen: str) -> None:
    edit(as_edith)
    assert "Nothing was changed" in gone_back(as_edith, seen).text
    assert numbers() == [1]


def test_twice_is_once(as_edith: Client) -> None:
    edit(as_edith)
    seen = looked_at(as_edith)[1]
    gone_back(as_edith, seen)
    assert "Nothing was changed" in gone_back(as_edith, seen).text
    shown, seen = looked_at(as_edith)
    assert ("The draft says the same" in shown.text, seen) == (True, "")
    assert numbers() == [2, 1]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [({"tagline": None}, "tagline is null; it wants a value"), ({"chapters": []}, "chapters is not an entry")],
)
def test_a_document_that_does_not_fit_any_more_is_told_with_the_place(
    as_edith: Client, spoil: dict[str, Any], said: str
) -> None:
    career().published.create(number=2, document=guide() | spoil, live_from=None)
    shown, seen = looked_at(as_edith, 2)
    assert "Edition 2 does not fit any more Nothing has changed." in shown.text
    assert (said in shown.text, seen) == (True, "")
    assert page(as_edith, f"{address('compare', career())}?from=2")


@pytest.mark.parametrize("asked", ["9", "x", "draft", "-1", "01", "9" * 400])
def test_what_is_unknown_is_not_found(as_edith: Client, asked: str) -> None:
    assert as_edith.get(path(asked)).status_code == 404
    assert as_edith.post(path(asked), {"seen": "x"}).status_code == 404


def test_without_a_choice_it_asks_for_one(as_edith: Client) -> None:
    shown = page(as_edith, address("revert", career()))
    assert "Edition 1, live since" in shown.text
    assert as_edith.post(address("revert", career())).status_code == 200
    days = {"reviewed_on": "2026-11-01", "review_by": "2027-11-01"}
    pilot = Career.objects.create(title="Pilot", slug="pilot", tagline="x", summary="x", typical_education="x", **days)
    assert "there is nothing to go back to" in page(as_edith, address("revert", pilot)).text


@pytest.mark.parametrize("role", ["author", "reviewer"])
def test_only_publishers_go_back(role: str) -> None:
    client = at_the_desk(editor("emil", role))
    assert [client.get(path()).status_code, client.post(path(), {"seen": "x"}).status_code] == [403, 403]
