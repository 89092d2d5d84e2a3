"""A draft is named, reviewed as a whole, approved by somebody who did not write it, or sent back with words."""

from datetime import datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from careers.models import Deed, Draft
from careers.services import digest, write
from tests import markup
from tests.careers.admin.buttons import buttons, page, press, said
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.tools.changes import edit, tool, with_approval
from tests.content import career

pytestmark = pytest.mark.django_db
ASK, APPROVE, RETURN, RENAME = "Ask for a review", "Approve the draft", "Send it back", "Rename the draft"


@pytest.fixture(autouse=True)
def _stopped_clock(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def anna(db: None) -> User:
    """Writes, and has no other role."""
    return editor("anna", "author")


@pytest.fixture
def as_anna(anna: User) -> Client:
    edit(anna)
    return at_the_desk(anna)


@pytest.fixture
def as_rob(db: None) -> Client:
    """A browser of Rob's, who reviews and has no other role."""
    return at_the_desk(editor("rob", "reviewer"))


def here() -> str:
    return tool("review")


def heading(client: Client) -> str:
    return page(client, here()).one("h1").text


def approve(client: Client) -> list[str]:
    return said(press(client, here(), APPROVE))


def draft() -> Draft:
    found: Draft = Draft.objects.of(career()).get()
    return found


def test_without_a_draft_there_is_nothing_to_review(as_edith: Client, as_rob: Client) -> None:
    assert [heading(client) for client in (as_edith, as_rob)] == ["There is no draft to review"] * 2
    assert buttons(page(as_edith, here())) == []
    for name in ("name", "ask", "approve", "return"):
        sent = {"name": "X", "words": "X", "seen": digest(write(career()))}
        answer = as_edith.post(tool(f"review_{name}"), sent)
        assert (answer.status_code, said(answer)) == (409, ["Nothing was edited since the last publication."])


def test_the_page_says_who_wrote_what(as_anna: Client, as_rob: Client) -> None:
    text = page(as_rob, here()).text
    assert "anna@example.org" in text
    assert "What readers will notice, against edition 1: Salary : one paragraph rewritten" in text
    assert "Worth a look" in text


def test_the_way_of_a_draft(as_anna: Client, as_rob: Client) -> None:
    assert heading(as_anna) == "Nobody has asked for a review"
    press(as_anna, here(), ASK, note="Look at the salary.\n\n<b>Please</b>")
    assert heading(as_rob) == "The draft waits for a reviewer"
    tree = page(as_rob, here())
    assert "anna@example.org asked for review" in tree.text
    assert "Look at the salary. <b>Please</b>" in tree.text
    press(as_rob, here(), RETURN, words="The first sentence says too much.")
    assert heading(as_anna) == "The draft was sent back"
    assert "rob@example.org sent back" in page(as_anna, here()).text
    assert "The first sentence says too much." in page(as_anna, here()).text
    press(as_anna, here(), ASK)
    assert "It can be published until somebody edits it." in approve(as_rob)[0]
    assert heading(as_anna) == "The draft is approved as it is"
    assert set(buttons(page(as_anna, here()))) == {RENAME}


def test_an_edit_after_the_approval_has_to_be_approved_again(as_anna: Client, as_rob: Client, anna: User) -> None:
    approve(as_rob)
    edit(anna, "Something else.")
    assert heading(as_rob) == "The draft was edited after its approval"
    assert "that approval does not count" in page(as_rob, here()).text
    press(as_anna, here(), ASK)
    assert draft().is_in_review
    approve(as_rob)
    assert draft().is_approved(digest(write(career())))


def test_a_reviewer_who_has_changed_their_mind_takes_the_approval_back(
    as_anna: Client, as_rob: Client, as_edith: Client
) -> None:
    with_approval()
    approve(as_rob)
    seen = digest(write(career()))
    assert "Where you have changed your mind, send it back." in page(as_rob, here()).text
    press(as_rob, here(), RETURN, words="I have read it again.")
    answer = as_edith.post(tool("publish"), {"seen": seen, "when": "now"})
    assert said(answer) == ["Nothing was published: a second person has to approve the draft as it is now."]
    approve(as_rob)
    as_edith.post(tool("publish"), {"seen": seen, "when": "now"})
    assert career().published.count() == 2


def test_only_what_was_read_is_approved(as_anna: Client, as_rob: Client, anna: User) -> None:
    seen = digest(write(career()))
    edit(anna, "Something that Rob has not read.")
    answer = as_rob.post(tool("review_approve"), {"seen": seen})
    assert answer.status_code == 409
    assert said(answer) == ["The draft has changed since you opened this page. Look again first."]
    assert not draft().approved_digest


def test_authors_do_not_approve_what_they_wrote_and_are_told_why(as_edith: Client, edith: User) -> None:
    edit(edith)
    tree = page(as_edith, here())
    assert "You wrote in this draft, so somebody else has to approve it." in tree.text
    assert APPROVE not in buttons(tree)
    answer = as_edith.post(tool("review_approve"), {"seen": digest(write(career()))})
    assert said(answer) == ["You wrote in this draft. A second person has to approve it."]


def test_each_role_does_what_it_may(as_anna: Client, as_rob: Client) -> None:
    assert set(buttons(page(as_anna, here()))) == {RENAME, ASK}
    assert set(buttons(page(as_rob, here()))) == {APPROVE}
    assert "Reviewers approve drafts." in page(as_anna, here()).text
    sent = {"name": "X", "words": "X", "seen": digest(write(career()))}
    assert [as_anna.post(tool(f"review_{name}"), sent).status_code for name in ("approve", "return")] == [403, 403]
    assert [as_rob.post(tool(f"review_{name}"), sent).status_code for name in ("name", "ask")] == [403, 403]
    assert Deed.objects.exclude(by=None).count() == 1


def test_a_review_is_asked_for_once(as_anna: Client) -> None:
    press(as_anna, here(), ASK)
    answer = as_anna.post(tool("review_ask"), {"note": "Again."})
    assert (answer.status_code, said(answer)) == (409, ["A review is asked for already."])
    assert "Again." not in page(as_anna, here()).text


def test_what_was_typed_for_a_review_that_is_over_is_there_to_copy(as_anna: Client, as_rob: Client) -> None:
    press(as_anna, here(), ASK)
    press(as_rob, here(), RETURN, words="The year is missing.")
    answer = as_rob.post(tool("review_return"), {"words": "The source is missing, too."})
    assert answer.status_code == 409
    assert markup.read(answer).one("p", class_="typed").text == "The source is missing, too."


def test_a_draft_is_renamed(as_anna: Client) -> None:
    press(as_anna, here(), RENAME, name="  New pay figures ")
    assert draft().name == "New pay figures"
    assert "anna@example.org named the draft" in page(as_anna, here()).text
    press(as_anna, here(), RENAME)
    assert Deed.objects.filter(what=Deed.What.NAMED).count() == 1


@pytest.mark.parametrize(
    ("button", "field", "typed", "words"),
    [
        (RENAME, "name", " ", "Give the draft a name"),
        (RENAME, "name", "x" * 121, "Ensure this value has at most 120 characters (it has 121)."),
        (ASK, "note", "x" * 1001, "Ensure this value has at most 1000 characters (it has 1001)."),
        (ASK, "note", "a\0b", "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_kept_stays_in_its_field(
    as_anna: Client, button: str, field: str, typed: str, words: str
) -> None:
    answer = press(as_anna, here(), button, **{field: typed})
    assert (answer.status_code, said(answer)[-1]) == (422, words)
    tree = markup.read(answer)
    assert markup.typed(tree)[field] == [typed]
    assert tree.one(id=f"id_{field}")["aria-invalid"] == "true"
    assert Deed.objects.exclude(by=None).count() == 1


def test_a_draft_is_not_sent_back_without_words(as_anna: Client, as_rob: Client) -> None:
    press(as_anna, here(), ASK)
    answer = press(as_rob, here(), RETURN, words="")
    assert answer.status_code == 422
    assert "Say what has to change, so that the authors can go on" in said(answer)
    assert draft().is_in_review


def test_looking_does_nothing(as_edith: Client) -> None:
    for name in ("name", "ask", "approve", "return"):
        assert as_edith.get(tool(f"review_{name}")).status_code == 405
