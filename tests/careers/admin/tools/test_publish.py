"""Publishing at once or at a set time, cancelling that, and what happens when somebody else was quicker."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from careers.models import Comment, Draft, Edition
from careers.services import comments, digest, drafts, write
from tests import markup
from tests.careers.admin.buttons import buttons, page, press, said
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import publish_page
from tests.careers.admin.tools.changes import edit, salary, tool, with_approval
from tests.content import CMIO, career, guide

pytestmark = pytest.mark.django_db
BUTTON, CANCEL = "Publish edition 2", "Cancel the schedule"


@pytest.fixture(autouse=True)
def _stopped_clock(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    Edition.objects.update(live_from=now - timedelta(days=1))
    monkeypatch.setattr(timezone, "now", lambda: now)


def here() -> str:
    return publish_page(career())


def numbers() -> list[int]:
    return list(career().published.order_by("number").values_list("number", flat=True))


def newest() -> Edition:
    found: Edition = career().published.all()[0]
    return found


def schedule(client: Client, typed: str = "2026-12-05T06:00", button: str = BUTTON) -> markup.Answer:
    return press(client, here(), button, when="later", live_at=typed)


def test_it_goes_live_at_the_time_that_was_set(as_edith: Client, edith: User) -> None:
    edit(edith)
    answer = schedule(as_edith)
    assert f"Edition 2 of {career()} goes live at 06:00 UTC, 5 December 2026." in said(answer)
    assert newest().starts.isoformat() == "2026-12-05T06:00:00+00:00"
    tree = page(as_edith, here())
    assert tree.one("h1").text == "The draft is scheduled as it is"
    assert "Edition 2 is scheduled From 06:00 UTC, 5 December 2026 on readers see it." in tree.text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Give the day and the time, or choose to publish now"),
        ("tomorrow", "Give the day and the time, such as 2027-02-01T06:00"),
        ("2026-12-01T09:30", "09:30 UTC, 1 December 2026 is over. Give a later time, or choose to publish now"),
        ("0001-01-01T00:00", "00:00 UTC, 1 January 1 is over. Give a later time, or choose to publish now"),
        ("2028-12-01T09:31", "Give a time before 1 December 2028"),
        ("9999-12-31T23:59", "Give a time before 1 December 2028"),
    ],
)
def test_a_time_that_cannot_be_is_refused_with_words_and_stays_in_its_field(
    as_edith: Client, edith: User, typed: str, words: str
) -> None:
    edit(edith)
    answer = schedule(as_edith, typed)
    assert answer.status_code == 422
    assert words in said(answer)
    tree = markup.read(answer)
    assert tree.one(id="id_live_at")["value"] == typed
    assert tree.one("input", type="radio", value="later")["checked"] == ""
    assert "checked" in tree.one("input", type="radio", value="later")
    assert numbers() == [1]


def test_a_time_with_an_offset_is_that_moment(as_edith: Client, edith: User) -> None:
    edit(edith)
    answer = schedule(as_edith, "2026-12-05T06:00+02:00")
    assert f"Edition 2 of {career()} goes live at 04:00 UTC, 5 December 2026." in said(answer)


@pytest.mark.parametrize("when", ["", "soon"])
def test_without_a_choice_nothing_is_published(as_edith: Client, edith: User, when: str) -> None:
    edit(edith)
    answer = press(as_edith, here(), BUTTON, when=when)
    assert (answer.status_code, numbers()) == (422, [1])
    assert "Choose when" in said(answer)


def test_a_time_that_is_typed_does_not_matter_when_it_is_published_now(
    as_edith: Client, edith: User, now: datetime
) -> None:
    edit(edith)
    press(as_edith, here(), BUTTON, when="now", live_at="1999-01-01T00:00")
    assert newest().live_from == now


def test_what_is_cancelled_is_the_draft_again_with_its_comments(as_edith: Client, edith: User, now: datetime) -> None:
    edit(edith)
    remark = comments.write(root=career(), row=salary(), field="body", text="Source?", by=edith, at=now)
    assert "1 open comment will be resolved with it." in page(as_edith, here()).text
    told = said(schedule(as_edith))
    assert "The draft “Draft of 1 December 2026” ended with it. One comment is resolved." in told
    assert (Draft.objects.of(career()).open().count(), Comment.objects.open().count()) == (0, 0)
    told = said(press(as_edith, here(), CANCEL))
    assert told == ["The schedule of edition 2 is cancelled, and what it said is kept. Readers see what they saw."]
    assert Draft.objects.of(career()).open().get().name == "Draft of 1 December 2026"
    assert Comment.objects.open().get() == remark
    assert CANCEL not in buttons(page(as_edith, here()))


def test_what_readers_see_by_now_is_not_cancelled(
    as_edith: Client, edith: User, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(edith)
    schedule(as_edith)
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(days=5))
    answer = as_edith.post(tool("publish_cancel"), {"number": "2"}, follow=True)
    assert said(answer) == ["Edition 2 does not wait any more: nothing was cancelled."]
    assert career().published.live(now + timedelta(days=5)).get().number == 2


@pytest.mark.parametrize("number", ["", "9", "x", "-1", "9" * 30, "٢", "\0"])
def test_there_is_nothing_to_cancel_under_other_numbers(as_edith: Client, number: str) -> None:
    assert as_edith.post(tool("publish_cancel"), {"number": number}).status_code == 404
    assert as_edith.get(tool("publish_cancel")).status_code == 405


def test_publishing_takes_the_place_of_what_is_scheduled(as_edith: Client, edith: User) -> None:
    edit(edith)
    schedule(as_edith)
    edit(edith, "Something else.")
    assert "publishing it takes the place of what is scheduled" in page(as_edith, here()).text
    press(as_edith, here(), "Publish edition 3")
    assert [(edition.number, bool(edition.live_from)) for edition in career().published.all()] == [
        *((3, True), (2, False), (1, True)),
    ]


def test_the_same_form_sent_twice_schedules_once(as_edith: Client, edith: User) -> None:
    edit(edith)
    sent = {"seen": digest(write(career())), "when": "later", "live_at": "2026-12-05T06:00"}
    as_edith.post(here(), sent)
    answer = as_edith.post(here(), sent)
    assert (answer.status_code, numbers()) == (409, [1, 2])
    assert "Nothing was scheduled: just this waits for that time already." in said(answer)


def test_what_somebody_else_has_scheduled_meanwhile_is_seen_before_it_is_replaced(
    as_edith: Client, edith: User
) -> None:
    edit(edith)
    as_emil = at_the_desk(editor("emil"))
    sent = {"seen": digest(write(career())), "when": "later", "live_at": "2026-12-09T06:00"}
    schedule(as_edith)
    answer = as_emil.post(here(), sent)
    assert answer.status_code == 409
    assert said(answer)[0].startswith("Nothing was published: somebody has scheduled, or cancelled a schedule")
    tree = markup.read(answer)
    assert tree.one(id="id_live_at")["value"] == "2026-12-09T06:00"
    assert tree.one("input", name="instead_of")["value"] == "2"
    assert numbers() == [1, 2]
    answer = as_emil.post(here(), sent | {"instead_of": "2"}, follow=True)
    assert f"Edition 3 of {career()} goes live at 06:00 UTC, 9 December 2026." in said(answer)


def test_what_was_edited_meanwhile_is_looked_at_first_and_the_time_is_kept(as_edith: Client, edith: User) -> None:
    edit(edith)
    sent = {"seen": digest(write(career())), "when": "later", "live_at": "2026-12-09T06:00"}
    edit(editor("emil"), "Another sentence.")
    answer = as_edith.post(here(), sent)
    assert (answer.status_code, numbers()) == (409, [1])
    assert said(answer)[0].startswith("Nothing was published: somebody has changed the draft since you opened")
    tree = markup.read(answer)
    assert tree.one(id="id_live_at")["value"] == "2026-12-09T06:00"
    assert tree.one("input", name="seen")["value"] == digest(write(career()))


def test_a_second_person_is_waited_for(as_edith: Client, edith: User, now: datetime) -> None:
    with_approval()
    edit(edith)
    tree = page(as_edith, here())
    assert tree.one("h1").text == "Edition 2 waits for a second person"
    assert "A second person has to approve the draft before it is published." in tree.text
    assert buttons(tree) == []
    answer = as_edith.post(here(), {"seen": digest(write(career())), "when": "now"})
    assert said(answer) == ["Nothing was published: a second person has to approve the draft as it is now."]
    emil = editor("emil")
    drafts.approve(root=career(), by=emil, at=now, seen=digest(write(career())))
    assert "emil@example.org approved the draft as it is." in page(as_edith, here()).text
    press(as_edith, here(), BUTTON)
    assert numbers() == [1, 2]


def test_what_was_approved_and_is_scheduled_can_go_live_at_another_time(
    as_edith: Client, edith: User, now: datetime
) -> None:
    with_approval()
    edit(edith)
    drafts.approve(root=career(), by=editor("emil"), at=now, seen=digest(write(career())))
    schedule(as_edith)
    schedule(as_edith, "2026-12-06T06:00", "Publish edition 3")
    assert numbers() == [1, 2, 3]


def test_every_link_to_what_is_to_be_put_right_opens(as_edith: Client, edith: User) -> None:
    edit(edith, "## A heading\n\n[away](/nowhere/)")
    tree = page(as_edith, here())
    assert tree.one("h1").text == "Two problems stop publication"
    links = [link["href"] for link in tree.one(class_="error-summary").all("a")]
    assert {urlsplit(link).fragment for link in links} == {"id_body"}
    assert all(as_edith.get(link).status_code == 200 for link in links)


def test_the_live_page_shows_what_was_published(client: Client, as_edith: Client, edith: User) -> None:
    edit(edith)
    answer = press(as_edith, here(), BUTTON)
    assert f"/careers/{CMIO}/" in [link["href"] for link in markup.read(answer).all("a")]
    assert career().published.get(number=1).document == guide()
