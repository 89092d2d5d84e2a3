"""Scenarios: which are asked, how they are answered, and that nothing says before the result which option is right."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Attempt
from tests import journeys, markup

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
ITEM = "ehr-upgrade-short-testing"


@pytest.fixture
def attempt(alice: User, monkeypatch: pytest.MonkeyPatch) -> Attempt:
    journeys.stop_clock(monkeypatch)
    return journeys.started(alice)


def path(attempt: Attempt, item: str = ITEM) -> str:
    return journeys.address(attempt, f"scenarios/{item}/")


def key(attempt: Attempt, item: str = ITEM) -> str:
    return str(journeys.catalogue(attempt).items[item]["key"])


def wrong(attempt: Attempt, item: str = ITEM) -> str:
    letters = [str(option["id"]) for option in journeys.catalogue(attempt).items[item]["options"]]
    return next(letter for letter in letters if letter != key(attempt, item))


def open_pages(attempt: Attempt) -> Iterator[str]:
    yield from ("/", "/assessments/", "/plans/", "/profile/")
    yield from (journeys.address(attempt, rest) for rest in ("", "check/", "cds/"))
    yield from (path(attempt, item) for item in journeys.items(attempt))


def without_choice(answer: markup.Answer) -> str:
    """A page but for what differs by request or by which option is marked."""
    page = markup.read(answer)
    for token in page.all("input", type="hidden"):
        token.attributes.clear()
    for radio in page.all("input", type="radio"):
        radio.attributes.pop("checked", None)
    return "\n".join(f"{element.tag} {element.attributes} {element.text}" for element in page.walk())


def test_a_scenario_shows_its_situation_its_question_and_its_options(as_alice: Client, attempt: Attempt) -> None:
    page, row = markup.read(as_alice.get(path(attempt))), journeys.catalogue(attempt).items[ITEM]
    whole = f"{page.one(id='situation').text} {page.one('h1').text}"
    assert whole == " ".join(row["stem"].split())
    assert page.one("h1").text.endswith("?")
    offered = {label.one("input")["value"]: label.text for label in page.all("label")}
    unsure = "I would need to ask someone Counts as not knowing yet. A lucky guess would only mislead your plan."
    assert offered == {option["id"]: option["text"] for option in row["options"]} | {"unsure": unsure}
    assert page.one("div", class_="qprog").text == "Scenario 1 of 52 About 28 minutes left"


@pytest.mark.parametrize("choice", ["A", "D", "unsure"])
def test_an_answer_is_one_row_and_shown_again(as_alice: Client, attempt: Attempt, choice: str) -> None:
    for answer in ("B", choice):
        sent = markup.typed(markup.read(as_alice.get(path(attempt))).one("form")) | {"answer": answer}
        as_alice.post(path(attempt), sent)
    assert list(attempt.scenario_answers.values_list("item", "choice")) == [(ITEM, choice)]
    page = markup.read(as_alice.get(path(attempt)))
    assert markup.typed(page)["answer"] == [choice]
    assert page.one(id="saved").text == "Saved at 09:30 UTC, 1 December 2026"


def test_a_change_is_saved_by_itself(as_alice: Client, attempt: Attempt) -> None:
    answer = as_alice.post(path(attempt), {"answer": "C"}, headers=HTMX)
    assert markup.read(answer).text == "Saved at 09:30 UTC, 1 December 2026"
    assert attempt.scenario_answers.get().choice == "C"


def test_it_leads_on_to_the_next_open_scenario_or_to_the_task_list(as_alice: Client, attempt: Attempt) -> None:
    _, second, *_ = journeys.items(attempt)
    assert as_alice.post(path(attempt), {"answer": "A"})["Location"] == path(attempt, second)
    later = as_alice.post(path(attempt, second), {"answer": "A", "later": "1"})
    nothing = as_alice.post(path(attempt, second), {"later": "1"})
    assert later["Location"] == nothing["Location"] == journeys.address(attempt)
    assert attempt.scenario_answers.count() == 2


def test_right_and_wrong_are_answered_alike_on_every_page(as_alice: Client, attempt: Attempt) -> None:
    seen, pages = [], [page for page in open_pages(attempt) if not page.endswith("check/")]
    for choice in (key(attempt), wrong(attempt)):
        sent = markup.typed(markup.read(as_alice.get(path(attempt))).one("form")) | {"answer": choice}
        answers = [as_alice.post(path(attempt), sent, headers=HTMX), *(as_alice.get(page) for page in pages)]
        redirect = as_alice.post(path(attempt), sent)["Location"]
        seen.append((redirect, [without_choice(answer) for answer in answers]))
    assert seen[0] == seen[1]


def test_no_reason_and_no_verdict_is_shown_before_the_result(as_alice: Client, attempt: Attempt) -> None:
    journeys.choose(journeys.rate(attempt), "A")
    rows = journeys.catalogue(attempt).items
    reasons = [option["rationale"] for item in journeys.items(attempt) for option in rows[item]["options"]]
    pages = [markup.read(as_alice.get(page)) for page in open_pages(attempt)]
    texts = [page.text for page in pages]
    assert len(reasons) > 60
    assert not [reason for reason in reasons for text in texts if " ".join(reason.split()) in text]
    assert not [word for word in ("Best answer", "Not the best answer") for text in texts if word in text]
    assert not [element for page in pages for element in page.walk() if element.text == "Right"]


def test_with_the_result_every_option_of_an_answered_scenario_has_its_reason(
    as_alice: Client, attempt: Attempt
) -> None:
    journeys.rate(attempt)
    as_alice.post(path(attempt), {"answer": wrong(attempt)})
    as_alice.post(journeys.address(attempt, "check/"))
    page, row = markup.read(as_alice.get(journeys.address(attempt, "result/"))), journeys.catalogue(attempt).items[ITEM]
    shown = page.one("ol", class_="reviewed")
    options = {entry.all("span", class_="meta")[0].text: entry.text for entry in shown.one("ul").all("li")}
    assert list(options) == [" ".join(option["rationale"].split()) for option in row["options"]]
    marked = {option["id"]: text for option, text in zip(row["options"], options.values(), strict=True)}
    assert [id for id, text in marked.items() if "Best answer" in text] == [key(attempt)]
    assert [id for id, text in marked.items() if "Your answer" in text] == [wrong(attempt)]
    assert shown.all("p", class_="meta")[0].text.startswith("Not the best answer")


def test_a_high_rating_adds_the_scenario_of_its_skill(as_alice: Client, attempt: Attempt) -> None:
    rows, asked = journeys.catalogue(attempt).items, journeys.items(attempt)
    [extra] = [item for item, row in rows.items() if row["skill"] == "external_influence"]
    assert extra not in asked
    assert as_alice.get(path(attempt, extra)).status_code == 404
    as_alice.post(journeys.address(attempt, "external_influence/"), {"level": "4"})
    page = markup.read(as_alice.get(path(attempt, extra)))
    assert (
        page.one("div", class_="qprog").text == f"Scenario {len(asked) - 1} of {len(asked) + 1} About 28 minutes left"
    )


@pytest.mark.parametrize("item", ["no-such-item", "cds"])
def test_a_scenario_that_is_not_asked_is_missing(as_alice: Client, attempt: Attempt, item: str) -> None:
    assert as_alice.get(path(attempt, item)).status_code == 404
    assert as_alice.post(path(attempt, item), {"answer": "A"}).status_code == 404
    assert not attempt.scenario_answers.exists()
