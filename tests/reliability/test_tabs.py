"""Two tabs: on different questions both answers stay; on the same one the second tab sees both texts."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Attempt
from assessments.services import answers
from tests import markup
from tests.assessments.runs import started
from tests.assessments.services.at_once import at_once, committing
from tests.conftest import person, signed_in
from tests.journeys import address, items, skills
from tests.reliability import twins

HTMX = {"HX-Request": "true"}
FIRST, SECOND = {"level": "2", "evidence": "Typed in the first tab"}, {"level": "4", "evidence": "Typed in the second"}


@pytest.fixture
def user(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[User]:
    """Somebody with an account, on a database that keeps what threads commit."""
    with committing(tmp_path, monkeypatch):
        yield person("alice")


@pytest.fixture
def attempt(alice: User) -> Attempt:
    """An attempt without an answer."""
    return started(alice)


def opened(client: Client, attempt: Attempt, rest: str = "cds/") -> dict[str, str]:
    """What a tab would send that was opened now."""
    return form_of(client.get(address(attempt, rest)))


def form_of(response: Any) -> dict[str, str]:
    """What the page in this response would send."""
    form = markup.read(response).one("form", class_="q")
    return {name: values[0] for name, values in markup.typed(form).items() if name != "csrfmiddlewaretoken"}


def kept(attempt: Attempt) -> list[Any]:
    """All ratings."""
    return list(attempt.ratings.values_list("skill", "level", "evidence", "revision"))


def test_eight_tabs_on_different_questions_all_keep_their_answers(user: User) -> None:
    attempt = started(user)
    asked = [f"{skill}/" for skill in skills(attempt)[:16]] + [f"scenarios/{item}/" for item in items(attempt)[:16]]

    def fill_in(place: int) -> list[int]:
        tab = signed_in(user)
        return [tab.post(address(attempt, rest), drawn[rest] | answer(rest)).status_code for rest in asked[place::8]]

    def answer(rest: str) -> dict[str, str]:
        return {"answer": "unsure"} if "/" in rest[:-1] else {"level": "3", "evidence": f"Of {rest}"}

    drawn = {rest: opened(signed_in(user), attempt, rest) for rest in asked}
    assert at_once(*(partial(fill_in, place) for place in range(8))) == [[302] * 4] * 8
    assert {f"{skill}/" for skill, _, text, _ in kept(attempt) if text == f"Of {skill}/"} == set(asked[:16])
    assert {f"scenarios/{row.item}/" for row in attempt.scenario_answers.all()} == set(asked[16:])


def test_the_second_tab_on_a_question_sees_both_texts_and_may_then_replace_the_first(
    as_alice: Client, attempt: Attempt
) -> None:
    first, second = opened(as_alice, attempt), opened(as_alice, attempt)
    as_alice.post(address(attempt, "cds/"), first | FIRST)
    refused = as_alice.post(address(attempt, "cds/"), second | SECOND)
    assert refused.status_code == 409
    page = markup.read(refused)
    assert FIRST["evidence"] in page.one("blockquote").text
    assert {**form_of(refused), **SECOND} == form_of(refused)
    assert kept(attempt) == [("cds", 2, FIRST["evidence"], 1)]
    assert as_alice.post(address(attempt, "cds/"), form_of(refused)).status_code == 302
    assert kept(attempt) == [("cds", 4, SECOND["evidence"], 2)]


def test_without_looking_at_what_was_seen_the_first_text_would_be_gone(
    as_alice: Client, attempt: Attempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "keep", twins.any_key)
    first, second = opened(as_alice, attempt), opened(as_alice, attempt)
    for tab in (first | FIRST, second | SECOND):
        assert as_alice.post(address(attempt, "cds/"), tab).status_code == 302
    assert kept(attempt) == [("cds", 4, SECOND["evidence"], 2)]


def test_a_tab_that_saves_by_itself_is_told_both_and_stays_behind(as_alice: Client, attempt: Attempt) -> None:
    first, second = opened(as_alice, attempt), opened(as_alice, attempt)
    as_alice.post(address(attempt, "cds/"), first | FIRST)
    for turn in ("1", "2"):
        told = as_alice.post(address(attempt, "cds/"), second | SECOND | {"turn": turn}, headers=HTMX)
        assert told.status_code == 409
        assert FIRST["evidence"] in markup.read(told).text
    assert kept(attempt) == [("cds", 2, FIRST["evidence"], 1)]


def test_the_first_tab_goes_on_after_the_second_was_refused(as_alice: Client, attempt: Attempt) -> None:
    first, second = opened(as_alice, attempt), opened(as_alice, attempt)
    as_alice.post(address(attempt, "cds/"), first | FIRST | {"turn": "1"}, headers=HTMX)
    as_alice.post(address(attempt, "cds/"), second | SECOND)
    again = as_alice.post(address(attempt, "cds/"), first | FIRST | {"turn": "2", "level": "1"}, headers=HTMX)
    assert again.status_code == 200
    assert kept(attempt) == [("cds", 1, FIRST["evidence"], 2)]


def test_an_older_change_of_the_same_page_that_arrives_late_changes_nothing(as_alice: Client, attempt: Attempt) -> None:
    page = opened(as_alice, attempt)
    for turn, level in (("2", "5"), ("1", "1")):
        as_alice.post(address(attempt, "cds/"), page | {"turn": turn, "level": level}, headers=HTMX)
    assert kept(attempt) == [("cds", 5, "", 1)]


def test_a_late_change_cannot_undo_one_that_came_back_to_what_was_saved(as_alice: Client, attempt: Attempt) -> None:
    """Three, then one, which is held up, then three again, acknowledged before the one arrives."""
    page = opened(as_alice, attempt)
    for turn, level in (("1", "3"), ("3", "3"), ("2", "1")):
        as_alice.post(address(attempt, "cds/"), page | {"turn": turn, "level": level}, headers=HTMX)
    assert [level for _, level, _, _ in kept(attempt)] == [3]


def test_nor_can_it_undo_what_a_newer_page_confirmed(as_alice: Client, attempt: Attempt) -> None:
    old = opened(as_alice, attempt) | {"level": "3"}
    as_alice.post(address(attempt, "cds/"), old | {"turn": "1"}, headers=HTMX)
    assert as_alice.post(address(attempt, "cds/"), opened(as_alice, attempt) | {"level": "3"}).status_code == 302
    late = as_alice.post(address(attempt, "cds/"), old | {"turn": "2", "level": "1"}, headers=HTMX)
    assert (late.status_code, [level for _, level, _, _ in kept(attempt)]) == (409, [3])


def test_a_page_whose_key_nobody_can_read_is_one_that_saw_nothing(as_alice: Client, attempt: Attempt) -> None:
    path = address(attempt, "cds/")
    assert as_alice.post(path, FIRST | {"key": "no key"}).status_code == 302
    assert as_alice.post(path, SECOND | {"key": "no key"}).status_code == 409
    assert as_alice.post(path, FIRST | {"key": str(uuid4())}).status_code == 302
    assert kept(attempt) == [("cds", 2, FIRST["evidence"], 1)]
