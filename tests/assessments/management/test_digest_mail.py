"""The mail of a digest: what it says of the newest plan, how it can be stopped, and that it follows nobody."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from uuid import uuid4

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import call_command
from django.test import Client

from assessments.domain.following.progress import DONE, SKIPPED
from assessments.management.digest_mail import compose
from assessments.management.rounds import LOOK_EVERY, Rounds
from assessments.models import Digest, Mailing, Plan
from assessments.presentation.saved_plans import saved
from assessments.services import calculations, digests, notes, revisions, sharing
from tests import journeys, mail_server, markup
from tests.assessments.runs import edit

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 12, 7, 8, tzinfo=UTC)
SECRET = "The report is late because of a quarrel"


@pytest.fixture
def plan(alice: User) -> Plan:
    return journeys.planned(journeys.submitted(journeys.physician(alice)))


@pytest.fixture
def digest(plan: Plan) -> Digest:
    return digests.choose(user=plan.user, frequency="weekly", zone="UTC", at=journeys.NOW)


def sent(at: datetime = MONDAY) -> EmailMessage:
    """The only message that leaves at a moment, as a mail server gets it."""
    with mail_server.running() as server:
        digests.make_due(at=at)
        assert digests.send_next(clock=lambda: at, compose=compose)
    (taken,) = server.taken
    return taken


def part(message: EmailMessage, kind: str) -> str:
    found = message.get_body((kind,))
    assert found
    return str(found.get_content()).replace("\r\n", "\n")


def running(plan: Plan, today: date) -> list[str]:
    """Names of the steps in whose weeks a day lies."""
    rows = [row for row in plan.current.actions if row["start"] <= today.isoformat() <= row["end"]]
    return [saved(plan).catalogue.actions[row["id"]]["name"] for row in rows]


def turn_all(plan: Plan, state: str) -> None:
    turns = {row["id"]: lambda entry: entry.turned(state, MONDAY.date(), "x") for row in plan.current.actions}
    revisions.advance(plan=plan, edit=edit(plan, MONDAY), turns=turns, words="All turned")


def test_it_names_this_weeks_steps_in_both_parts(digest: Digest, plan: Plan) -> None:
    message = sent()
    names = running(plan, MONDAY.date())
    assert names
    for kind in ("plain", "html"):
        text = markup.read(part(message, kind)).text if kind == "html" else part(message, kind)
        assert not [name for name in names if name not in text]
        assert "Monday 7 to Sunday 13 December 2026. Nothing is late." in text
        assert "each Monday" in text
    count = ("One thing", "Two things", "Three things", "Four things", "Five things")[len(names) - 1]
    heading = markup.read(part(message, "html")).one("h1").text
    assert re.fullmatch(rf"{count} this week(, \d+ h)?(,? \d+ min)?", heading)
    assert message["Subject"] == f"This week: {heading.replace(' this week', '').lower()}"
    assert (message["To"], message["From"]) == ("alice@example.org", settings.DEFAULT_FROM_EMAIL)


def test_it_says_which_list_it_is_and_how_to_leave_it(digest: Digest) -> None:
    message = sent()
    stop = f"{settings.SITE_URL}/digest/stop/{digest.token}/"
    assert message["List-Unsubscribe"] == f"<{stop}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Auto-Submitted"] == "auto-generated"
    assert re.fullmatch(r"CMIO Coach, this week <digest\.[\w.-]+>", message["List-Id"])
    assert message["Message-ID"] == f"<20261207.{digest.pk.hex[:12]}@127.0.0.1>"
    assert stop in part(message, "plain")
    path = stop.removeprefix(settings.SITE_URL)
    answer = Client(enforce_csrf_checks=True).post(path, {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, Digest.objects.get().frequency) == (200, "off")


def test_the_same_mailing_has_the_same_id_however_often_it_is_made(digest: Digest) -> None:
    mailing = Mailing(digest=digest, monday=MONDAY.date(), next_try_at=MONDAY)
    made = {message["Message-ID"] for message in map(_wire, [compose(mailing, MONDAY.date())] * 2)}
    assert len(made) == 1


def _wire(message: mail.EmailMessage | None) -> dict[str, str]:
    assert message
    return {str(name): str(value) for name, value in message.message().items()}


def test_it_follows_nobody_and_needs_no_style(digest: Digest) -> None:
    page = markup.read(part(sent(), "html"))
    tags = {element.tag for element in page.walk()}
    assert not tags & {"img", "script", "style", "link", "iframe", "form", "svg", "picture", "video"}
    forbidden = {"style", "class", "background", "src"}
    assert not [element for element in page.walk() if forbidden & element.attributes.keys()]
    links = [link["href"] for link in page.all("a")]
    assert len(links) >= 3
    assert not [link for link in links if not link.startswith(settings.SITE_URL) or "?" in link]


def test_a_new_note_is_told_without_its_text(digest: Digest, plan: Plan) -> None:
    names = {"mentor": "Dr. Lee Park", "sharer": "Asha Rao"}
    link = sharing.share(plan=plan, id=uuid4(), parts=["week"], days=90, at=journeys.NOW, **names)
    for days in (2, 20):
        notes.leave(share=link, id=uuid4(), text=SECRET, at=MONDAY - timedelta(days=days))
    notes.write(plan=plan, id=uuid4(), text=SECRET, at=MONDAY)
    message = sent()
    for kind in ("plain", "html"):
        text = part(message, kind)
        assert "One new note" in text
        assert "Your mentor wrote on 5 December 2026. Notes are not sent by email." in text
        assert not [word for word in (SECRET, "Lee Park") if word in text]


def test_no_score_or_level_is_in_it(digest: Digest) -> None:
    message = sent()
    text = part(message, "plain") + markup.read(part(message, "html")).text
    assert not re.search(r"[Ll]evel \d|eadiness|points|[Ff]rom \d+ to \d+", text)


def test_a_late_step_comes_first(digest: Digest, plan: Plan) -> None:
    late = min(date.fromisoformat(row["end"]) for row in plan.current.actions)
    monday = datetime.combine(late, MONDAY.time(), UTC) + timedelta(days=8)
    text = part(sent(monday - timedelta(days=monday.weekday())), "plain")
    items = re.findall(r"\[ \] .*\n    (.*)", text)
    assert "was due" in items[0]
    assert re.search(r"(One step is|\w+ steps are) late\.", text)


def test_a_blocked_week_says_so_and_what_comes_next(digest: Digest, plan: Plan) -> None:
    (blocked,) = (date.fromisoformat(day) for day in plan.current.request["blocked_weeks"])
    for row in plan.current.actions:
        if row["end"] < blocked.isoformat():
            turns = {row["id"]: lambda entry: entry.turned(DONE, blocked)}
            revisions.advance(plan=plan, edit=edit(plan), turns=turns, words="Done")
    text = part(sent(datetime.combine(blocked, MONDAY.time(), UTC)), "plain")
    assert text.startswith("Nothing is planned this week\n")
    assert "5 to 11 July 2027: you blocked this week." in text


@pytest.mark.parametrize("state", [DONE, SKIPPED])
def test_without_a_plan_to_go_on_with_nothing_is_sent(digest: Digest, plan: Plan, state: str) -> None:
    turn_all(plan, state)
    mailing = Mailing(digest=digest, monday=MONDAY.date(), next_try_at=MONDAY)
    assert compose(mailing, MONDAY.date()) is None
    Plan.objects.all().delete()
    assert compose(mailing, MONDAY.date()) is None


def test_it_is_about_the_newest_plan_that_is_not_over(digest: Digest, plan: Plan) -> None:
    attempt = journeys.submitted(plan.user)
    newer = journeys.planned(attempt, at=journeys.NOW + timedelta(hours=1), hours_per_week=2.0)
    mailing = Mailing(digest=digest, monday=MONDAY.date(), next_try_at=MONDAY)

    def named() -> str:
        made = compose(mailing, MONDAY.date())
        assert made
        found = re.search(r"/plans/([\w-]+)/#this-week", str(made.body))
        assert found
        return found[1]

    assert named() == str(newer.pk)
    turn_all(Plan.objects.whole().get(pk=newer.pk), DONE)
    assert named() == str(plan.pk)


class Hands:
    """A clock for minutes, and one for seconds."""

    def __init__(self) -> None:
        self.at, self.seconds = MONDAY, 0.0

    def wait(self, seconds: float) -> None:
        self.at, self.seconds = self.at + timedelta(seconds=seconds), self.seconds + seconds


def rounds(hands: Hands) -> Rounds:
    return Rounds(lambda: hands.at, lambda: hands.seconds)


def test_the_worker_looks_once_a_minute_and_sends_one_at_a_time(
    digest: Digest, charlie: User, django_assert_num_queries: Callable[[int], object]
) -> None:
    journeys.planned(journeys.submitted(journeys.physician(charlie)))
    digests.choose(user=charlie, frequency="weekly", zone="UTC", at=journeys.NOW)
    hands = Hands()
    worker = rounds(hands)
    with mail_server.running() as server:
        assert [(worker.turn(), len(server.taken)) for _ in range(3)] == [(True, 1), (True, 2), (False, 2)]
        with django_assert_num_queries(0):  # type: ignore[attr-defined]
            assert not worker.turn()
            hands.wait(LOOK_EVERY - 1)
            assert not worker.turn()
        hands.wait(1)
        assert not worker.turn()
    assert Mailing.objects.filter(state=Mailing.State.SENT).count() == 2


def test_a_failure_of_the_mail_never_stops_planning(
    digest: Digest, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    hands = Hands()
    worker = rounds(hands)
    monkeypatch.setattr(digests, "make_due", lambda at: 1 / 0)
    assert not worker.turn()
    assert "Digests could not be sent" in caplog.text
    monkeypatch.undo()
    hands.wait(LOOK_EVERY)
    with mail_server.running() as server:
        while worker.turn():
            pass
    assert len(server.taken) == 1


def test_the_command_sends_what_is_due(digest: Digest, monkeypatch: pytest.MonkeyPatch) -> None:
    journeys.stop_clock(monkeypatch, MONDAY)
    monkeypatch.setattr(calculations, "work_off", lambda clock: False)
    with mail_server.running() as server:
        call_command("work", "--once")
        call_command("work", "--once")
    assert len(server.taken) == 1
