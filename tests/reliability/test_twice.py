"""What is sent twice acts once: a double click, a second try, thirty in a row."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Attempt, Rating, Result
from assessments.services import answers
from tests import markup
from tests.assessments.runs import rate_all, started
from tests.assessments.services.at_once import at_once, committing
from tests.conftest import person, signed_in
from tests.journeys import address
from tests.reliability import twins

START, SKILL = "/assessments/", "cds"
IN_A_ROW = 30

Send = Callable[[], Any]


@pytest.fixture
def user(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[User]:
    """Somebody with an account, on a database that keeps what threads commit."""
    with committing(tmp_path, monkeypatch):
        yield person("alice")
        Attempt.objects.filter(user=None).delete()


def drawn(client: Client, path: str, holds: str) -> dict[str, str]:
    """The form that has such a control, as the page was drawn."""
    forms = markup.read(client.get(path)).all("form")
    form = next(form for form in forms if any(control["name"] == holds for control in form.walk()))
    return {name: values[0] for name, values in markup.typed(form).items() if name != "csrfmiddlewaretoken"}


def answer_of(user: User, attempt: Attempt) -> Send:
    """A page with an answer on it, sent by its button from browsers with the same cookies."""
    sent = drawn(signed_in(user), address(attempt, f"{SKILL}/"), "level") | {"level": "3", "evidence": "Led it"}
    return lambda: signed_in(user).post(address(attempt, f"{SKILL}/"), sent)


def places(responses: list[Any]) -> set[tuple[int, str]]:
    """Where the responses lead."""
    return {(response.status_code, response["Location"]) for response in responses}


def test_an_answer_acts_once_whether_sent_twice_at_once_or_thirty_times(user: User) -> None:
    attempt = started(user)
    send = answer_of(user, attempt)
    responses = [*at_once(send, send), *(send() for _ in range(IN_A_ROW))]
    assert len(places(responses)) == 1
    [row] = attempt.ratings.values_list("skill", "level", "evidence", "revision")
    assert row == (SKILL, 3, "Led it", 1)


def test_it_would_count_each_time_without_its_key(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    attempt = started(user)
    monkeypatch.setattr(answers, "keep", twins.any_key)
    send = answer_of(user, attempt)
    at_once(send, send)
    assert Rating.objects.get(attempt=attempt).revision == 2


@pytest.mark.parametrize("has_account", [True, False])
def test_starting_twice_makes_one_attempt_that_both_may_open(user: User, has_account: bool) -> None:
    def browser() -> Client:
        return signed_in(user) if has_account else Client()

    form = drawn(browser(), START, "proof") | {"level": "cmio", "form": "quick"}
    browsers = [browser() for _ in range(4)]
    responses = at_once(*(partial(each.post, START, form) for each in browsers[:2]))
    responses += [each.post(START, form) for each in browsers[2:] * 2]
    attempt = Attempt.objects.get()
    assert places(responses) == {(302, address(attempt))}
    assert [each.get(address(attempt)).status_code for each in browsers] == [200] * 4
    assert attempt.user == (user if has_account else None)


def test_submitting_twice_gives_one_result(user: User) -> None:
    attempt = started(user)
    rate_all(attempt)

    def send() -> Any:
        return signed_in(user).post(address(attempt, "check/"))

    responses = [*at_once(send, send), *(send() for _ in range(IN_A_ROW))]
    assert places(responses) == {(302, address(attempt, "result/"))}
    assert Result.objects.filter(attempt=attempt).count() == 1
