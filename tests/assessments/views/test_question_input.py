"""Wrong answers are refused with the same words in two places, and everything typed is kept."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.forms.answers import CHOOSE_STATEMENT, CHOOSE_STEP, EXAMPLE_TOO_LONG
from assessments.models import Attempt, Rating, ScenarioAnswer
from tests import journeys, markup

pytestmark = pytest.mark.django_db
LONG = "x" * 1_000_000
NO_NUL = "Null characters are not allowed."


@pytest.fixture
def attempt(alice: User) -> Attempt:
    return journeys.started(alice)


def refused(client: Client, attempt: Attempt, rest: str, given: dict[str, str]) -> markup.Element:
    answer = client.post(journeys.address(attempt, rest), given)
    assert answer.status_code == 422
    assert not Rating.objects.exists()
    assert not ScenarioAnswer.objects.exists()
    page = markup.read(answer)
    assert markup.title(page).startswith("Error: ")
    assert page.one("div", class_="error-summary").one("h2").text == "There is a problem"
    assert page.one(id="saved").text == ""
    return page


def linked(page: markup.Element) -> list[tuple[str, str]]:
    """Each line of the summary with the name of the field that its link leads to."""
    links = page.one("div", class_="error-summary").all("a")
    return [(link.text, page.one(id=link["href"].removeprefix("#"))["name"]) for link in links]


def beside(page: markup.Element, name: str) -> str:
    """What a reader hears with the field, errors only."""
    field = next(control for control in page.walk() if control["name"] == name)
    described = page.one("fieldset") if field["type"] == "radio" else field
    texts = [page.one(id=id).text for id in described["aria-describedby"].split()]
    return " ".join(text for text in texts if text.startswith("Error: "))


@pytest.mark.parametrize(
    "level", ["", "6", "9", "-1", "3.0", "3\0", "٣", "None", LONG], ids=lambda level: ascii(level[:5])
)
def test_a_level_that_is_not_on_the_page_is_refused_and_the_rest_is_kept(
    as_alice: Client, attempt: Attempt, level: str
) -> None:
    page = refused(as_alice, attempt, "cds/", {"level": level, "low_confidence": "on", "evidence": "<a line> & more"})
    assert linked(page) == [(CHOOSE_STATEMENT, "level")]
    assert beside(page, "level") == f"Error: {CHOOSE_STATEMENT}"
    kept = markup.typed(page, page.one("form"))
    assert (kept["low_confidence"], kept["evidence"], "level" in kept) == (["on"], ["<a line> & more"], False)


def test_a_level_that_is_missing_is_asked_for(as_alice: Client, attempt: Attempt) -> None:
    assert linked(refused(as_alice, attempt, "cds/", {})) == [(CHOOSE_STATEMENT, "level")]


@pytest.mark.parametrize(
    ("evidence", "message"),
    [("x" * 501, EXAMPLE_TOO_LONG), (LONG, EXAMPLE_TOO_LONG), ("a\0b", NO_NUL)],
    ids=["501", "a million", "nul"],
)
def test_an_example_that_cannot_be_kept_is_handed_back_whole(
    as_alice: Client, attempt: Attempt, evidence: str, message: str
) -> None:
    page = refused(as_alice, attempt, "cds/", {"level": "4", "evidence": evidence})
    assert linked(page) == [(message, "evidence")]
    assert beside(page, "evidence") == f"Error: {message}"
    kept = markup.typed(page, page.one("form"))
    assert (kept["level"], kept["evidence"]) == (["4"], [evidence])


def test_several_mistakes_are_each_named_once(as_alice: Client, attempt: Attempt) -> None:
    page = refused(as_alice, attempt, "cds/", {"level": "9", "evidence": f"\0{LONG}"})
    assert linked(page) == [(CHOOSE_STATEMENT, "level"), (EXAMPLE_TOO_LONG, "evidence"), (NO_NUL, "evidence")]
    assert beside(page, "evidence") == f"Error: {EXAMPLE_TOO_LONG} Error: {NO_NUL}"
    ids = [element["id"] for element in page.walk() if "id" in element]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("evidence", ["x" * 500, "  ", "\u202egnol", "🦉" * 500, "\nfirst line empty", "</textarea>"])
def test_an_example_within_the_limit_comes_back_as_it_was(as_alice: Client, attempt: Attempt, evidence: str) -> None:
    assert as_alice.post(journeys.address(attempt, "cds/"), {"level": "4", "evidence": evidence}).status_code == 302
    assert attempt.ratings.get().evidence == evidence.strip()
    page = markup.read(as_alice.get(journeys.address(attempt, "cds/")))
    assert markup.typed(page)["evidence"] == [evidence.strip()]


@pytest.mark.parametrize("answer", ["", "Z", "a", "A\0", "A ", "unsure?", LONG], ids=lambda answer: ascii(answer[:7]))
def test_an_option_that_is_not_on_the_page_is_refused(as_alice: Client, attempt: Attempt, answer: str) -> None:
    rest = f"scenarios/{journeys.items(attempt)[0]}/"
    page = refused(as_alice, attempt, rest, {"answer": answer})
    assert linked(page) == [(CHOOSE_STEP, "answer")]
    assert beside(page, "answer") == f"Error: {CHOOSE_STEP}"


@pytest.mark.parametrize("rest", ["cds/", "scenarios/ehr-conversion-plan/"])
def test_a_mistake_in_a_change_leaves_the_answer_before_it(as_alice: Client, attempt: Attempt, rest: str) -> None:
    path = journeys.address(attempt, rest)
    as_alice.post(path, {"level": "3", "answer": "A"})
    before = as_alice.get(path).content.count(b" checked")
    assert as_alice.post(path, {"level": "9", "answer": "Z"}).status_code == 422
    assert as_alice.get(path).content.count(b" checked") == before == 1


def test_the_last_of_two_values_counts(as_alice: Client, attempt: Attempt) -> None:
    as_alice.post(journeys.address(attempt, "cds/"), {"level": ["1", "4"]})
    assert attempt.ratings.get().level == 4
