"""One skill a page: five statements or no chance so far, saved by itself, and the way on and back."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Attempt, Rating
from tests import journeys, markup

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
TRIGGERS = "change, submit, retry, input delay:1500ms from:#evidence"
SENT = ("key", "turn", "seen", "shown")
WHOLE = {"level": "3", "low_confidence": "on", "evidence": "Led the order-set clean-up"}


@pytest.fixture
def attempt(alice: User, monkeypatch: pytest.MonkeyPatch) -> Attempt:
    journeys.stop_clock(monkeypatch)
    return journeys.started(alice)


def opened(client: Client, attempt: Attempt, rest: str = "cds/") -> markup.Element:
    answer = client.get(journeys.address(attempt, rest))
    assert answer.status_code == 200
    return markup.read(answer)


def saved(attempt: Attempt) -> list[tuple[Any, ...]]:
    return list(attempt.ratings.values_list("skill", "level", "low_confidence", "evidence"))


def test_a_page_offers_the_five_statements_in_order_and_then_no_chance(as_alice: Client, attempt: Attempt) -> None:
    page, rows = opened(as_alice, attempt), journeys.catalogue(attempt)
    offered = {label.one("input")["value"]: label.text for label in page.all("label", class_="level")}
    words = ["Aware", "Supervised", "Independent", "Leads", "Sets direction"]
    assert offered == {str(n): f"{word} {rows.anchor('cds', n)}" for n, word in enumerate(words, 1)} | {
        "0": "Not had the chance My role has not given me access to this work."
    }
    assert list(offered) == ["1", "2", "3", "4", "5", "0"]
    assert markup.typed(page, page.one("form")).keys() == {"csrfmiddlewaretoken", "evidence", *SENT}


def test_a_page_is_about_one_skill_and_says_where_it_stands(as_alice: Client, attempt: Attempt) -> None:
    journeys.rate(attempt, only=["ehr_optimisation", "ethics"])
    page, rows = opened(as_alice, attempt), journeys.catalogue(attempt)
    assert page.one("h1").text == rows.skills["cds"]["name"]
    assert page.one("legend").text == f"{rows.domain_name('cds')} {rows.skills['cds']['name']}"
    assert page.one("div", class_="qprog").text == "Skill 4 of 31 About 27 minutes left"
    assert rows.skills["cds"]["definition"] in page.one("aside").text


def test_an_answer_is_one_row_and_shown_again(as_alice: Client, attempt: Attempt) -> None:
    as_alice.post(journeys.address(attempt, "cds/"), WHOLE)
    assert saved(attempt) == [("cds", 3, True, "Led the order-set clean-up")]
    page = opened(as_alice, attempt)
    assert {name: value for name, [value] in markup.typed(page).items() if name in WHOLE} == WHOLE
    assert page.one(id="saved").text == "Saved at 09:30 UTC, 1 December 2026"


def test_changing_an_answer_changes_its_row(as_alice: Client, attempt: Attempt) -> None:
    for level in ("3", "0", "5"):
        sent = markup.typed(opened(as_alice, attempt).one("form")) | {"level": level}
        as_alice.post(journeys.address(attempt, "cds/"), sent)
    assert saved(attempt) == [("cds", 5, False, "")]
    as_alice.post(journeys.address(attempt, "ethics/"), {"level": "0"})
    assert [row[:2] for row in saved(attempt)] == [("cds", 5), ("ethics", 0)]


def test_no_chance_stays_chosen_and_is_not_taken_for_open(as_alice: Client, attempt: Attempt) -> None:
    as_alice.post(journeys.address(attempt, "cds/"), {"level": "0"})
    page = opened(as_alice, attempt)
    assert "checked" in page.one(id="level_none")
    assert page.one("svg", class_="segbar")["aria-label"] == "1 of 31 skills answered"


def test_a_change_is_saved_by_itself_and_answered_with_the_status_only(as_alice: Client, attempt: Attempt) -> None:
    form = opened(as_alice, attempt).one("form")
    answer = as_alice.post(form["hx-post"], WHOLE, headers=HTMX)
    assert (form["hx-trigger"], form["hx-target"], answer.status_code) == (TRIGGERS, "#saved", 200)
    assert saved(attempt) == [("cds", 3, True, "Led the order-set clean-up")]
    fragment = markup.read(answer)
    assert fragment.text == "Saved at 09:30 UTC, 1 December 2026"
    assert fragment.all("form") == fragment.all("html") == []


def test_the_status_swapped_in_is_the_one_of_a_fresh_page(as_alice: Client, attempt: Attempt) -> None:
    answer = as_alice.post(journeys.address(attempt, "cds/"), WHOLE, headers=HTMX)
    fresh = as_alice.get(journeys.address(attempt, "cds/"))
    assert answer.content.strip() in fresh.content
    assert markup.read(answer).text == markup.read(fresh).one(id="saved").text


def test_an_htmx_mistake_says_what_was_not_saved(as_alice: Client, attempt: Attempt) -> None:
    answer = as_alice.post(journeys.address(attempt, "cds/"), {"evidence": "a line"}, headers=HTMX)
    assert answer.status_code == 422
    assert markup.read(answer).text.startswith("Not saved yet. Choose the statement that fits you best")
    assert saved(attempt) == []


def test_the_button_leads_to_the_next_open_question(as_alice: Client, attempt: Attempt) -> None:
    journeys.rate(attempt, only=["workflow_redesign", "usability_burden"])
    answer = as_alice.post(journeys.address(attempt, "ehr_optimisation/"), {"level": "1"})
    assert (answer.status_code, answer["Location"]) == (302, journeys.address(attempt, "cds/"))


def test_behind_the_last_skill_come_the_scenarios_and_then_the_check(as_alice: Client, attempt: Attempt) -> None:
    *_, last = journeys.skills(attempt)
    first, *_ = journeys.items(attempt)
    answer = as_alice.post(journeys.address(attempt, f"{last}/"), {"level": "1"})
    assert answer["Location"] == journeys.address(attempt, f"scenarios/{first}/")
    journeys.choose(attempt)
    answer = as_alice.post(journeys.address(attempt, f"{last}/"), {"level": "1"})
    assert answer["Location"] == journeys.address(attempt, "check/")


@pytest.mark.parametrize(
    ("given", "kept"), [({"level": "2"}, [("cds", 2, False, "")]), ({}, []), ({"evidence": " "}, [])]
)
def test_finishing_later_saves_what_there_is_and_leads_to_the_task_list(
    as_alice: Client, attempt: Attempt, given: dict[str, str], kept: list[Any]
) -> None:
    answer = as_alice.post(journeys.address(attempt, "cds/"), given | {"later": "1"})
    assert (answer.status_code, answer["Location"]) == (302, journeys.address(attempt))
    assert saved(attempt) == kept


def test_finishing_later_loses_no_example_that_has_no_rating_yet(as_alice: Client, attempt: Attempt) -> None:
    answer = as_alice.post(journeys.address(attempt, "cds/"), {"evidence": "a line", "later": "1"})
    assert answer.status_code == 422
    assert markup.typed(markup.read(answer))["evidence"] == ["a line"]


def test_back_leads_to_the_question_before_answered_or_not(as_alice: Client, attempt: Attempt) -> None:
    journeys.rate(attempt, only=["workflow_redesign"])
    *_, last = journeys.skills(attempt)
    backs = {
        rest: opened(as_alice, attempt, rest).one("a", class_="back")["href"]
        for rest in ("ehr_optimisation/", "usability_burden/", f"scenarios/{journeys.items(attempt)[0]}/")
    }
    before = ("", "workflow_redesign/", f"{last}/")
    assert list(backs.values()) == [journeys.address(attempt, rest) for rest in before]


@pytest.mark.parametrize("skill", ["no-such-skill", "cds-silent-run", "CDS"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_skill_that_nobody_asks_about_is_missing(as_alice: Client, attempt: Attempt, skill: str, method: str) -> None:
    answer = getattr(as_alice, method)(journeys.address(attempt, f"{skill}/"), WHOLE)
    assert answer.status_code == 404
    assert not Rating.objects.exists()


def test_no_other_column_of_an_answer_can_be_set(as_alice: Client, attempt: Attempt) -> None:
    extra = {"skill": "ethics", "attempt": "1", "attempt_id": "1", "id": "99", "saved_at": "2001-01-01"}
    as_alice.post(journeys.address(attempt, "cds/"), WHOLE | extra)
    assert saved(attempt) == [("cds", 3, True, "Led the order-set clean-up")]
    assert attempt.ratings.get().saved_at == journeys.NOW


def test_the_button_sends_by_htmx_too_and_takes_the_whole_page_on(as_alice: Client, attempt: Attempt) -> None:
    path = journeys.address(attempt, "cds/")
    answer = as_alice.post(path, WHOLE | {"go": "1"}, headers=HTMX)
    assert (answer.status_code, answer["HX-Redirect"]) == (200, journeys.address(attempt, "ai_governance/"))
    later = as_alice.post(path, WHOLE | {"later": "1"}, headers=HTMX)
    assert later["HX-Redirect"] == journeys.address(attempt)


def test_a_mistake_sent_by_htmx_comes_back_as_the_page_that_takes_its_place(as_alice: Client, attempt: Attempt) -> None:
    answer = as_alice.post(journeys.address(attempt, "cds/"), {"evidence": "a line", "go": "1"}, headers=HTMX)
    assert answer.status_code == 422
    assert (answer["HX-Retarget"], answer["HX-Reselect"], answer["HX-Reswap"]) == ("#main", "#main", "outerHTML")
    page = markup.read(answer)
    assert page.one("div", class_="error-summary").one("a")["href"] == "#level_0"
    assert page.one(id="level_0")["name"] == "level"
    assert markup.typed(page.one("form"))["evidence"] == ["a line"]


def test_what_a_page_sends_along_never_keeps_an_answer_from_being_saved(as_alice: Client, attempt: Attempt) -> None:
    odd = ["", "x", "-1", "1e9", "9" * 40, "٣", "\0", "null", "1_0", " 1"]
    for number, text in enumerate(odd):
        sent = {"key": text, "turn": text, "seen": text or "0", "shown": text, "level": "3"}
        skill = journeys.skills(attempt)[number]
        assert as_alice.post(journeys.address(attempt, f"{skill}/"), sent).status_code == 302
    assert attempt.ratings.count() == len(odd)
    assert {rating.revision for rating in attempt.ratings.all()} == {1}


def test_the_time_left_follows_the_pace_of_whoever_answers(as_alice: Client, attempt: Attempt) -> None:
    for skill, seconds in zip(journeys.skills(attempt), (10, 61, 60), strict=False):
        shown = int(journeys.NOW.timestamp()) - seconds
        sent = {"level": "2", "shown": str(shown), "key": str(uuid4())}
        as_alice.post(journeys.address(attempt, f"{skill}/"), sent)
    assert set(attempt.ratings.values_list("seconds", flat=True)) == {10, 60, 61}
    # 80 questions are left, at a minute each
    assert page_says(as_alice, attempt) == "About 80 minutes left"


def page_says(client: Client, attempt: Attempt) -> str:
    return opened(client, attempt).one("div", class_="qprog").one("span").text
