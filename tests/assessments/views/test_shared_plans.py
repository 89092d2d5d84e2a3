"""A mentor reads the chosen parts of a plan by a link, leaves notes, and learns no level, score or reason."""

import re
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from assessments.domain.following.progress import BLOCKED
from assessments.forms import sharing as forms
from assessments.models import Note, Plan, Share
from assessments.presentation import open_ends, sharing
from assessments.presentation.plan import before_and_then
from assessments.presentation.saved_plans import saved
from assessments.services import notes, revisions
from assessments.services import sharing as services
from tests import journeys, markup
from tests.assessments.runs import all_rows, edit
from tests.markup import Element

pytestmark = pytest.mark.django_db
IN_FIRST_WEEK = journeys.NOW.replace(day=9)
SECRET = "The chair says no"
SECTIONS = {
    "week": {"this-week"},
    "timeline": {"steps", "timeline"},
    "milestones": {"milestones"},
    "open": {"open"},
    "notes": set[str](),
}
ALWAYS = {"leave", "notes"}


@pytest.fixture
def plan(alice: User, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """A plan in its first week, with a step that is blocked for a reason."""
    at(monkeypatch, IN_FIRST_WEEK)
    journeys.stop_clock(monkeypatch, IN_FIRST_WEEK)
    plan = journeys.planned(journeys.submitted(journeys.physician(alice)))
    first = plan.current.actions[0]["id"]
    turns = {first: lambda entry: entry.turned(BLOCKED, IN_FIRST_WEEK.date(), SECRET)}
    revisions.advance(plan=plan, edit=edit(plan, IN_FIRST_WEEK), turns=turns, words=f"Blocked: {SECRET}")
    return Plan.objects.whole().get(pk=plan.pk)


def at(patch: pytest.MonkeyPatch, moment: datetime) -> None:
    patch.setattr(timezone, "now", lambda: moment)


def shared(plan: Plan, parts: Collection[str] = tuple(Share.Part.values), mentor: str = "Dr. Lee <Park>") -> Share:
    names = {"mentor": mentor, "sharer": "Asha & Co"}
    return services.share(plan=plan, id=uuid4(), parts=parts, days=30, at=IN_FIRST_WEEK, **names)


def path(link: Share) -> str:
    return f"/shared/{link.token}/"


def page(client: Client, link: Share) -> Element:
    answer = client.get(path(link))
    assert answer.status_code == 200
    return markup.read(answer)


def sections(whole: Element) -> set[str]:
    return {part["aria-labelledby"] for part in whole.one("main").all("section")}


def sent(client: Client, link: Share, text: str = "Ask for the report") -> dict[str, Any]:
    return markup.typed(page(client, link).one("form")) | {"text": text}


def said(whole: Element) -> list[str]:
    return [note.text for part in whole.one("main").all("ol", class_="notes") for note in part.all("li")]


def test_it_says_whose_plan_it_is_until_when_and_what_can_be_seen(client: Client, plan: Plan) -> None:
    whole = page(client, shared(plan, ["week", "notes"]))
    banner = whole.one("div", class_="banner").text
    assert banner.startswith("Shared by Asha & Co, until 8 January 2027. You can read this week and the notes, and")
    assert banner.endswith("You cannot see answers, results, pay or a resume.")
    assert whole.one("p", class_="kicker").text == "A plan shared with Dr. Lee <Park>"
    assert "toward a post as CMIO." in whole.one("p", class_="lede").text
    assert markup.title(whole) == "A plan shared by Asha & Co – CMIO Coach"


@pytest.mark.parametrize("part", Share.Part.values)
def test_each_part_is_there_alone_and_nothing_else(client: Client, plan: Plan, part: str) -> None:
    assert sections(page(client, shared(plan, [part]))) == ALWAYS | SECTIONS[part]
    strip = [cell.text for cell in page(client, shared(plan, [part])).all("dt")]
    assert ("Next milestone" in strip) == (part == "milestones")


def test_the_shared_steps_are_those_of_the_plan(client: Client, plan: Plan) -> None:
    whole = page(client, shared(plan))
    names = {saved(plan).catalogue.actions[row["id"]]["name"] for row in plan.current.actions}
    steps = [step for part in whole.all("ol", class_="wk") for step in part.all("li")]
    assert {step.one("b").text.split(". ", 1)[1] for step in steps} == names
    assert {link["href"] for link in whole.one("table").all("a")} == {f"#{step['id']}" for step in steps}


def told(client: Client, plan: Plan) -> list[str]:
    """What a page with all parts gives away of answers, ratings, scores, the profile or reasons."""
    text = page(client, shared(plan)).one("main").text
    told = [str(plan.result.attempt_id), str(plan.pk), plan.user.email, SECRET]
    patterns = [r"[Ll]evel \d", r"[Ff]rom \d+ to \d+", r"[Rr]eadiness[^.]*\d", r"\d points?", *map(re.escape, told)]
    return [pattern for pattern in patterns if re.search(pattern, text)]


def test_no_level_score_or_reason_is_told(client: Client, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(client, plan) == []
    assert SECRET not in client.get(path(shared(plan))).content.decode()
    monkeypatch.setattr(sharing, "_title", lambda saved: f"From {' to '.join(map(str, before_and_then(saved)))}")
    assert told(client, plan) != []


def test_every_cause_that_a_plan_can_name_is_told_to_a_mentor_too() -> None:
    assert sharing.BINDING.keys() == open_ends.BINDING.keys()


def test_pages_are_sealed(client: Client, plan: Plan) -> None:
    link, closed = shared(plan), shared(plan)
    services.revoke(share=closed, at=IN_FIRST_WEEK)
    posts = [client.post(path(link), form) for form in (sent(client, link), {})]
    for answer in (client.get(path(link)), client.get(path(closed)), *posts):
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert {"no-store", "private"} <= set(answer["Cache-Control"].split(", "))


def test_a_note_is_sent_once_and_read_by_both(client: Client, as_alice: Client, plan: Plan) -> None:
    link = shared(plan)
    form = sent(client, link, "First line\r\n<b>second</b> https://example.org/")
    for _ in range(2):
        assert client.post(path(link), form)["Location"] == f"{path(link)}#notes"
    whole = page(client, link)
    assert "Your note is sent" in whole.text
    assert said(whole) == ["First line <b>second</b> https://example.org/ You, 9 December 2026"]
    assert not whole.one("ol", class_="notes").all("a")
    own = markup.read(as_alice.get(plan.get_absolute_url()))
    assert said(own)[0].startswith("First line <b>second</b> https://example.org/ Dr. Lee <Park>, 9 December 2026")


def test_with_notes_all_are_read_without_names_and_else_only_the_own(client: Client, plan: Plan) -> None:
    one, other, without = shared(plan), shared(plan, mentor="Prof. Nguyen"), shared(plan, ["week"], "Sam Ortiz")
    for link, text in ((one, "By one"), (other, "By another"), (without, "By a third")):
        client.post(path(link), sent(client, link, text))
    notes.write(plan=plan, id=uuid4(), text="By the owner", at=IN_FIRST_WEEK)
    day = "9 December 2026"
    expected = {f"By one You, {day}", f"By another Another mentor, {day}", f"By a third Another mentor, {day}"}
    assert set(said(page(client, one))) == expected | {f"By the owner Asha & Co, {day}"}
    assert set(said(page(client, without))) == {f"By a third You, {day}"}


@pytest.mark.parametrize("text", ["", "x" * 2001, "a\0"])
def test_a_note_that_cannot_be_kept_stays_on_the_page(client: Client, plan: Plan, text: str) -> None:
    link = shared(plan)
    answer = client.post(path(link), sent(client, link, text))
    whole = markup.read(answer)
    assert (answer.status_code, Note.objects.count()) == (422, 0)
    assert whole.one("div", class_="error-summary")
    assert markup.typed(whole)["text"] == [text]


def test_too_many_notes_are_refused_with_what_was_typed(
    client: Client, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = shared(plan)
    for _ in range(notes.MOST_AN_HOUR):
        client.post(path(link), sent(client, link))
    answer = client.post(path(link), sent(client, link, "The eleventh"))
    assert (answer.status_code, Note.objects.count()) == (422, notes.MOST_AN_HOUR)
    assert forms.NOTES_FAST in markup.read(answer).text
    assert markup.typed(markup.read(answer))["text"] == ["The eleventh"]
    at(monkeypatch, IN_FIRST_WEEK + timedelta(hours=1))
    monkeypatch.setattr(notes, "MOST_OF_LINK", notes.MOST_AN_HOUR)
    assert forms.NOTES_FULL in markup.read(client.post(path(link), sent(client, link))).text


def test_a_link_expires_and_says_whom_to_ask(client: Client, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    link = shared(plan)
    form = sent(client, link)
    at(monkeypatch, link.expires_at - timedelta(seconds=1))
    assert client.post(path(link), form).status_code == 302
    at(monkeypatch, link.expires_at)
    before = all_rows()
    for answer in (client.get(path(link)), client.post(path(link), form | {"id": str(uuid4())})):
        main = markup.read(answer).one("main")
        assert (answer.status_code, main.one("h1").text) == (410, "This link has expired")
        assert "ask Asha & Co for a new link" in main.text
    assert all_rows() == before


def test_a_link_that_is_revoked_while_a_note_is_written_brings_nothing(
    client: Client, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = shared(plan)
    form = sent(client, link)
    leave = notes.leave

    def late(**given: Any) -> Note:
        services.revoke(share=link, at=IN_FIRST_WEEK)
        return leave(**given)

    monkeypatch.setattr(notes, "leave", late)
    answer = client.post(path(link), form, follow=True)
    assert (answer.status_code, Note.objects.count()) == (410, 0)
    assert "This link was revoked" in markup.read(answer).text


def test_the_owner_is_told_that_it_is_their_own_link(as_alice: Client, as_charlie: Client, plan: Plan) -> None:
    link = shared(plan)
    assert "This is your own link" in page(as_alice, link).one("div", class_="banner").text
    assert "This is your own link" not in page(as_charlie, link).text


def test_the_pages_of_skills_are_none_of_a_shared_plan(client: Client, plan: Plan) -> None:
    assert client.get(f"{path(shared(plan))}cds/").status_code == 404
    assert client.get(f"/shared/{'x' * 43}/").status_code == 404


def test_deleting_the_account_ends_its_links(client: Client, plan: Plan, alice: User) -> None:
    link = shared(plan)
    client.post(path(link), sent(client, link))
    alice.delete()
    assert client.get(path(link)).status_code == 404
    assert not Note.objects.exists()
