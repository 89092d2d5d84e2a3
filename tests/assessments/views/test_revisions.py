"""The revisions of a plan: the list, two compared, one restored."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Plan, Revision
from assessments.services import proposals, revisions
from tests import journeys, markup
from tests.assessments import runs
from tests.assessments.proposals import answered, asked

pytestmark = pytest.mark.django_db
LATER = journeys.NOW + timedelta(weeks=6)


@pytest.fixture
def plan(alice: User, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """A plan that was built, worked on four times, planned again and worked on once more."""
    journeys.stop_clock(monkeypatch, LATER)
    plan = journeys.planned(journeys.submitted(journeys.physician(alice)))
    first, second = (row["id"] for row in plan.current.actions[:2])
    for hours in (1, 2, 3):
        log(plan, first, hours)
    runs.tick(plan, first, at=LATER)
    found = answered(asked(plan, LATER), weeks=3)
    proposals.accept(calculation=found, edit=runs.edit(plan, LATER), words="Planned again: three weeks later")
    log(plan, second, 4)
    return now(plan)


def log(plan: Plan, action: str, hours: float) -> None:
    turns = {action: lambda entry: entry.worked(LATER.date(), hours)}
    revisions.advance(plan=plan, edit=runs.edit(plan, LATER), turns=turns, words=f"Logged {hours} hours")


def now(plan: Plan) -> Plan:
    return Plan.objects.whole().get(pk=plan.pk)


def path(plan: Plan) -> str:
    return f"/plans/{plan.pk}/revisions/"


def read(client: Client, address: str) -> markup.Element:
    answer = client.get(address)
    assert answer.status_code == 200
    return markup.read(answer)


def test_the_list_names_every_revision_newest_first_and_folds_progress(plan: Plan, as_alice: Client) -> None:
    page = read(as_alice, path(plan))
    numbers = [int(radio["value"]) for radio in page.all("input", name="a")]
    assert numbers == [7, 6, 5, 4, 3, 2, 1]
    assert [int(radio["value"]) for radio in page.all("input", name="b")] == numbers
    assert [summary.text for summary in page.all("summary")] == ["Four changes of progress, revisions 2 to 5"]
    words = [entry.one("div").all("p")[0].text for entry in page.all("li", class_="rev")]
    assert words == [row.words for row in plan.revisions.order_by("-number")]
    assert "Your plan now" in page.all("li", class_="rev")[0].text


def test_a_plan_without_changes_says_so(plan: Plan, as_alice: Client) -> None:
    other = journeys.planned(plan.result.attempt)
    page = read(as_alice, path(other))
    assert page.one("h1").text == "One revision, the plan as it was made"
    assert not page.all("button")


def test_long_lists_have_pages(plan: Plan, as_alice: Client) -> None:
    row = plan.current
    more = [
        Revision(plan=plan, number=number, schedule=row.schedule, change="progress", words="x", created_at=LATER)
        for number in range(8, 61)
    ]
    Revision.objects.bulk_create(more)
    first, second = read(as_alice, path(plan)), read(as_alice, f"{path(plan)}?page=2")
    assert [len(page.all("input", name="a")) for page in (first, second)] == [50, 10]
    assert read(as_alice, f"{path(plan)}?page=x").all("input", name="a")


def test_two_are_compared_by_schedule_and_progress_whatever_their_order(plan: Plan, as_alice: Client) -> None:
    page = read(as_alice, f"{path(plan)}?a=7&b=1")
    assert page.text == read(as_alice, f"{path(plan)}?a=1&b=7").text
    assert page.one("h1").text.startswith("Three weeks later, and still ")
    names = journeys.catalogue(plan.result.attempt).actions
    first, second = (names[row["id"]]["name"] for row in plan.revisions.get(number=1).actions[:2])
    told = {
        entry.one("dt").text: entry.one("dd").text
        for entry in page.one("section", aria_labelledby="progress").all("div")
    }
    assert told == {
        first: "From not started to done on 12 January 2027; 6 hours logged, 0 before.",
        second: "From not started to under way; 4 hours logged, 0 before.",
    }


def test_one_with_itself_and_progress_alone_say_so(plan: Plan, as_alice: Client) -> None:
    page = read(as_alice, f"{path(plan)}?a=7&b=7")
    assert page.one("h1").text == "Nothing differs"
    assert not page.all("form", method="post")
    assert read(as_alice, f"{path(plan)}?a=6&b=7").one("h1").text == "The same schedule, and progress on one step"


def test_comparing_without_two_asks_for_them_and_those_that_there_are_not_are_missing(
    plan: Plan, as_alice: Client
) -> None:
    for query in ("?a=1", "?b=1", "?compare=1"):
        assert read(as_alice, f"{path(plan)}{query}").one("h2", id="error-summary-title")
    for query in ("?a=1&b=99", "?a=x&b=1", "?a=1&b=99999999999999999999", "?a=%00&b=1"):
        assert as_alice.get(f"{path(plan)}{query}").status_code in {400, 404}


def test_a_schedule_is_restored_and_what_is_done_stays_done(plan: Plan, as_alice: Client) -> None:
    page = read(as_alice, f"{path(plan)}?a=1&b=7")
    assert "What is done, logged or spent stays" in page.one("div", class_="decide").text
    form = page.one("form", method="post")
    for _ in range(2):
        answer = as_alice.post(form["action"], markup.typed(form))
        assert (answer.status_code, answer["Location"]) == (302, plan.get_absolute_url())
    after = now(plan).current
    assert (after.number, after.change) == (8, "restored")
    assert after.progress == plan.current.progress
    rows = {row["id"]: row for row in plan.revisions.get(number=1).actions}
    begun = plan.current.actions[1]
    assert {row["id"]: row for row in after.actions} == {**rows, begun["id"]: begun}


def test_a_stale_restore_shows_both_and_a_missing_one_is_said_to_be_missing(plan: Plan, as_alice: Client) -> None:
    form = markup.typed(read(as_alice, f"{path(plan)}?a=1&b=7").one("form", method="post"))
    log(plan, plan.current.actions[1]["id"], 1)
    assert as_alice.post(path(plan), form).status_code == 409
    assert now(plan).current.number == 8
    for number in ("99", "", "x"):
        answer = as_alice.post(path(plan), {"number": number}, follow=True)
        assert "Nothing was restored" in markup.read(answer).one("div", class_="banner").text
    assert now(plan).current.number == 8


def test_what_is_followed_already_is_not_said_to_be_back(plan: Plan, as_alice: Client) -> None:
    form = read(as_alice, f"{path(plan)}?a=1&b=7").one("form", method="post")
    for said in ("is back, as revision 8", "is back, as revision 8"):
        assert said in as_alice.post(form["action"], markup.typed(form), follow=True).content.decode()
    answer = as_alice.post(path(plan), {"number": "8"}, follow=True)
    assert "Nothing was restored: your plan follows" in markup.read(answer).one("div", class_="banner").text
    assert now(plan).current.number == 8


def test_nobody_else_sees_or_restores_them(plan: Plan, as_charlie: Client) -> None:
    assert as_charlie.get(path(plan)).status_code == 404
    assert as_charlie.post(path(plan), {"number": "1"}).status_code == 404
    assert now(plan).current.number == 7
