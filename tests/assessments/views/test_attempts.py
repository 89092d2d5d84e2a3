"""The page of one's own assessments: what was done so far, and the form that starts another."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.forms.attempts import CHOOSE_LEVEL, FORM_USED_UP
from assessments.models import Attempt
from careers.models import InstrumentVersion
from tests import journeys, markup
from tests.content import CMIO, SLUGS

pytestmark = pytest.mark.django_db
PATH = "/assessments/"
LEVELS = ["Deputy CMIO", "CMIO", "Senior CMIO"]


def opened(client: Client) -> markup.Element:
    answer = client.get(PATH)
    assert answer.status_code == 200
    return markup.read(answer)


def chosen(page: markup.Element) -> list[str]:
    return [radio["value"] for radio in page.all("input", type="radio") if "checked" in radio]


def filled(client: Client, **given: Any) -> dict[str, Any]:
    """The form as it was drawn, with a level chosen."""
    return {**markup.typed(opened(client)), "level": journeys.LEVEL, **given}


def test_somebody_new_sees_the_three_levels_and_none_is_chosen_for_them(as_alice: Client) -> None:
    page = opened(as_alice)
    assert page.one("h1").text == "Find out how ready you are"
    assert [label.text for label in page.all("label")] == LEVELS
    assert chosen(page) == []
    offers = {row.one("button")["value"]: row.text for row in page.one("dl", class_="forms").all("div")}
    assert offers["full"].startswith("Full assessment, about 27 minutes All 31 skills, then scenarios")
    assert offers["quick"].startswith("Quick check, about 12 minutes 36 questions:")


def test_the_level_of_the_profile_is_chosen_already(as_alice: Client, alice: User) -> None:
    journeys.physician(alice)
    assert chosen(opened(as_alice)) == ["cmio"]


def test_starting_makes_one_attempt_of_the_live_version_and_leads_to_it(as_alice: Client, alice: User) -> None:
    form = filled(as_alice, level="senior")
    answer = as_alice.post(PATH, form)
    attempt = Attempt.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/assessments/{attempt.pk}/")
    assert (attempt.user, attempt.level, attempt.submitted_at) == (alice, "senior", None)
    assert (attempt.version, str(attempt.pk)) == (InstrumentVersion.objects.get(), form["id"][0])


def test_sending_the_form_again_leads_to_the_same_attempt(as_alice: Client) -> None:
    form = filled(as_alice)
    assert as_alice.post(PATH, form)["Location"] == as_alice.post(PATH, form)["Location"]
    assert Attempt.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"level": ""}, CHOOSE_LEVEL),
        ({"level": "emperor"}, CHOOSE_LEVEL),
        ({"level": "cmio\0"}, CHOOSE_LEVEL),
        ({"id": "1"}, FORM_USED_UP),
        ({"id": ""}, FORM_USED_UP),
        ({"career": "chief-medical-officer"}, FORM_USED_UP),
    ],
)
def test_a_wrong_form_is_explained_beside_the_field_and_starts_nothing(
    as_alice: Client, wrong: dict[str, str], message: str
) -> None:
    answer = as_alice.post(PATH, filled(as_alice) | wrong)
    page = markup.read(answer)
    assert answer.status_code == 422
    assert not Attempt.objects.exists()
    assert markup.title(page).startswith("Error: ")
    summary = page.one("div", class_="error-summary")
    assert summary.one("p").text == message
    # What nobody can put right in a field leads to none.
    assert [link["href"] for link in summary.all("a")] == (["#level_0"] if message == CHOOSE_LEVEL else [])
    assert page.one(id="level_0")["name"] == "level"
    assert page.one(id=page.one("fieldset")["aria-describedby"]).text == f"Error: {message}"


def test_after_a_refusal_the_level_is_still_chosen_and_the_form_works(as_alice: Client) -> None:
    page = markup.read(as_alice.post(PATH, filled(as_alice, level="senior", id="used up")))
    assert chosen(page) == ["senior"]
    assert as_alice.post(PATH, markup.typed(page)).status_code == 302
    assert Attempt.objects.get().level == "senior"


def test_the_id_of_another_attempt_cannot_be_taken(as_alice: Client, as_charlie: Client, charlie: User) -> None:
    taken = journeys.started(charlie)
    for id, level in ((taken.pk, "cmio"), (taken.pk, "senior")):
        answer = as_alice.post(PATH, filled(as_alice, id=str(id), level=level))
        assert answer.status_code == 422
        assert FORM_USED_UP in markup.read(answer).text
    assert Attempt.objects.get().user == charlie


def test_one_id_at_two_levels_starts_one_attempt(as_alice: Client) -> None:
    form = filled(as_alice)
    as_alice.post(PATH, form)
    assert as_alice.post(PATH, form | {"level": "deputy"}).status_code == 422
    assert Attempt.objects.get().level == "cmio"


def test_nothing_else_of_an_attempt_can_be_set(as_alice: Client, alice: User, charlie: User) -> None:
    extra = {"user": charlie.pk, "user_id": charlie.pk, "version": 99, "submitted_at": "2020-01-01", "score": "100"}
    assert as_alice.post(PATH, filled(as_alice) | extra).status_code == 302
    attempt = Attempt.objects.get()
    assert (attempt.user, attempt.submitted_at) == (alice, None)


def test_the_list_shows_how_far_each_attempt_is_the_newest_first(as_alice: Client, alice: User) -> None:
    done = journeys.submitted(alice, 3, level="deputy", at=journeys.NOW.replace(month=11))
    half = journeys.rate(journeys.started(alice), only=["cds", "ethics"])
    newest = journeys.started(alice, at=journeys.NOW.replace(day=2))
    page = opened(as_alice)
    rows = [entry.text for entry in page.one("ul", class_="tasks").all("li")]
    score = round(done.result.document["report"]["readiness"]["score"])
    assert [link["href"] for link in page.one("ul", class_="tasks").all("a")] == [
        journeys.address(newest),
        journeys.address(half),
        journeys.address(done, "result/"),
    ]
    assert rows[0].startswith("CMIO, started 2 December 2026 Not submitted yet.")
    assert rows[0].endswith("0 answered Not started")
    assert rows[1].endswith("2 answered In progress")
    assert f"Deputy CMIO, started 1 November 2026 Readiness {score} out of 100, likely " in rows[2]


def test_the_list_holds_nothing_of_anybody_else(as_alice: Client, charlie: User) -> None:
    foreign = journeys.submitted(charlie)
    page = opened(as_alice)
    assert page.one("h1").text == "Find out how ready you are"
    assert str(foreign.pk) not in as_alice.get(PATH).content.decode()


def test_careers_without_requirements_lead_to_their_guides(as_alice: Client) -> None:
    links = {link["href"] for link in opened(as_alice).one("aside").one("ul").all("a")}
    assert links == {f"/careers/{slug}/" for slug in SLUGS if slug != CMIO}


@pytest.mark.parametrize("method", ["get", "post"])
def test_without_anything_published_the_page_says_so(as_alice: Client, method: str) -> None:
    InstrumentVersion.objects.all().delete()
    answer = getattr(as_alice, method)(PATH, {"id": str(uuid4()), "career": CMIO, "level": "cmio"})
    assert "No career can be assessed at the moment" in markup.read(answer).text
    assert not Attempt.objects.exists()


def test_every_page_drawn_brings_an_id_of_its_own(as_alice: Client) -> None:
    ids = [UUID(markup.typed(opened(as_alice))["id"][0]) for _ in range(3)]
    assert len(set(ids)) == 3
