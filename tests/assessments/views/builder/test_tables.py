"""The table of what-ifs: asked for on the way to step 2, shown as far as it is there, each cell a button."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Attempt, Calculation
from tests import journeys, markup
from tests.assessments.views.builder.walks import NEW, opened, sent, step_of, typed, without_what_ifs, work

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt(alice: User, monkeypatch: pytest.MonkeyPatch) -> Attempt:
    journeys.stop_clock(monkeypatch)
    return journeys.submitted(journeys.physician(alice))


def table_of(page: markup.Element) -> list[list[str]]:
    return page.one("table", class_="wi").rows


def test_it_is_asked_for_on_the_way_to_its_step_and_never_by_looking(as_alice: Client, attempt: Attempt) -> None:
    assert "Show what this gives" in opened(as_alice, NEW, "2").one(id="what-if").text
    assert not Calculation.objects.exists()
    sent(as_alice, "1")
    assert Calculation.objects.count() == 5
    assert {len(row.request["changes"]) for row in Calculation.objects.all()} == {3}
    sent(as_alice, "1")
    assert Calculation.objects.count() == 5


def test_rows_are_shown_as_they_come_the_users_own_first(
    as_alice: Client, attempt: Attempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = without_what_ifs(monkeypatch)
    sent(as_alice, "1")
    page = opened(as_alice, NEW, "2")
    assert page.one(id="what-if").one("a")["hx-trigger"] == "every 2s, click"
    assert not page.all("meta", http_equiv="refresh")
    assert {cell for row in table_of(page) for cell in row[1:]} == {"… working"}
    work()
    assert {change["hours_per_week"] for change in asked[0]} <= {2, 3, 4, 6, 10}
    page = opened(as_alice, NEW, "2")
    assert not page.one(id="what-if").all("a")
    assert [row[0] for row in table_of(page)] == ["2 hours", "3 hours", "4 hours", "6 hours", "10 hours"]
    assert page.one("span", class_="now").text == "67 Feb 2027 your present answer"
    assert page.one("h1").text == "At 10 hours a week the plan reaches ready"
    assert page.one("p", class_="lede").text.startswith("At 3 hours and $3,000 you reach 67 by February 2027.")


def test_a_cell_is_used_by_a_button_that_keeps_the_rest_of_the_form(
    as_alice: Client, attempt: Attempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_what_ifs(monkeypatch)
    sent(as_alice, "1")
    work()
    cell = next(button for button in opened(as_alice, NEW, "2").all("button", name="use") if button["value"] == "6:0")
    assert cell.text.endswith(": use 6 hours and $0")
    answer = sent(as_alice, "2", use=cell["value"])
    assert answer["Location"].endswith("&step=2")
    page = opened(as_alice, NEW, "2")
    assert [typed(page)[name] for name in ("hours_per_week", "budget_usd")] == [["6"], ["0"]]
    assert page.one("span", class_="now").text.startswith("72")
    assert Calculation.objects.count() == 5


def test_showing_it_waits_on_a_page_of_its_own_and_comes_back(
    as_alice: Client, attempt: Attempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_what_ifs(monkeypatch)
    answer = sent(as_alice, "2", hours_per_week="5", go="show")
    waiting = answer["Location"]
    assert waiting.startswith("/plans/calculations/")
    assert markup.read(as_alice.get(waiting)).one("meta", http_equiv="refresh")["content"] == "2"
    work()
    back = as_alice.get(waiting)["Location"]
    assert back == f"{NEW}?attempt={attempt.pk}&step=2"
    assert "5 hours" in [row[0] for row in table_of(markup.read(as_alice.get(back)))]
    assert sent(as_alice, "2", go="show")["Location"] == back


@pytest.mark.parametrize("use", ["", "6", "6:x", "6:-1", "\u0666:0", "6:0:0", "9" * 500])
def test_a_cell_that_there_is_not_changes_nothing(as_alice: Client, attempt: Attempt, use: str) -> None:
    assert sent(as_alice, "2", use=use).status_code == 302
    assert typed(opened(as_alice, NEW, "2"))["hours_per_week"] == ["3"]


def test_wrong_answers_ask_for_nothing(as_alice: Client, attempt: Attempt) -> None:
    assert sent(as_alice, "2", hours_per_week="x", go="show").status_code == 422
    assert sent(as_alice, "1", target="", go="2").status_code == 422
    assert not Calculation.objects.exists()


def test_rows_that_failed_are_tried_again_when_asked(
    as_alice: Client, attempt: Attempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_what_ifs(monkeypatch)
    sent(as_alice, "1")
    Calculation.objects.update(state="failed")
    assert "could not be worked out" in opened(as_alice, NEW, "2").one(id="what-if").text
    assert sent(as_alice, "2", go="show")["Location"].startswith("/plans/calculations/")
    work()
    assert "done" in {row.state for row in Calculation.objects.all()}


def test_rows_that_were_cleaned_away_are_asked_for_again(as_alice: Client, attempt: Attempt) -> None:
    sent(as_alice, "1")
    Calculation.objects.all().delete()
    assert "Fill in hours" in opened(as_alice, NEW, "2").one(id="what-if").text
    sent(as_alice, "2", go="show")
    assert Calculation.objects.count() == 5


def test_so_many_questions_that_the_table_has_to_wait_leave_the_form_alone(
    as_alice: Client, attempt: Attempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assessments.services.calculations.MOST_OPEN", 3)
    answer = as_alice.post(step_of(NEW, "1"), typed(opened(as_alice, NEW)), follow=True)
    assert answer.status_code == 200
    assert "try again in a minute" in markup.read(answer).one("div", class_="banner").text
