"""The guide of somebody who is signed in: the page that everyone gets, with what is their own in its places."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Attempt
from assessments.services import profiles
from careers.models import Edition
from tests import journeys, markup
from tests.content import CMIO
from tests.full_account import Account, full_account

pytestmark = pytest.mark.django_db
GUIDE = f"/careers/{CMIO}/"


@pytest.fixture(autouse=True)
def _stopped(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    journeys.stop_clock(monkeypatch)


@pytest.fixture
def account(alice: User) -> Account:
    return full_account(alice)


def page(client: Client, path: str = GUIDE) -> markup.Element:
    answer = client.get(path)
    assert answer.status_code == 200
    return markup.read(answer)


def own(found: markup.Element) -> list[str]:
    """Everything on the page that is about its reader, but for gates and readiness."""
    return [element.text for element in found.all(class_="yours")]


def rung(found: markup.Element, title: str) -> str:
    return next(row.text for row in found.one(class_="stairs").all("li") if row.one("strong").text == title)


def figure(attempt: Attempt) -> str:
    readiness = attempt.result.document["report"]["readiness"]
    score, low, high = (round(readiness[name]) for name in ("score", "low", "high"))
    return f"{score}, likely {low} to {high}"


def test_the_cover_says_how_ready_you_are_with_the_range(as_alice: Client, account: Account) -> None:
    cover = page(as_alice).one(class_="hero-text").one("p", class_="yours")
    assert f"Your readiness for CMIO: {figure(account.submitted)}." in cover.text
    assert cover.one("a")["href"] == journeys.address(account.submitted, "result/")
    assert "1 December 2026" in cover.text


def test_the_ladder_marks_target_result_and_post(as_alice: Client, account: Account) -> None:
    found = page(as_alice)
    assert rung(found, "CMIO").endswith(f"Your target Your readiness: {figure(account.submitted)}")
    assert all("You" not in rung(found, title) for title in ("Deputy CMIO", "Senior CMIO"))
    profiles.save_conditions(user=account.user, held=["cmio-post"], ruled_out=[])
    assert "You are here Your target" in rung(page(as_alice), "CMIO")


def test_steps_say_what_is_done(as_alice: Client, account: Account) -> None:
    doctor = next(row for row in page(as_alice).all(class_="step") if row.one("h4").text == "Train as a doctor")
    assert doctor.one("p", class_="yours").text == "Under way Met: Medical degree (MD, DO or equivalent)."
    profiles.save_gates(user=account.user, states={"residency": "met"})
    assert any(note.startswith("Done Met: Medical degree") for note in own(page(as_alice)))


def test_sections_of_skills_count_the_frozen_result(as_alice: Client, account: Account) -> None:
    report = account.submitted.result.document["report"]
    status = {skill["id"]: skill["status"] for skill in report["skills"]}
    for slug in ("technical-skills", "soft-skills"):
        note = next(side for side in page(as_alice).all(class_="side") if _belongs(side, slug)).one(class_="yours")
        listed = _listed(slug)
        met = sum(status[key] == "met" for key in listed)
        said = f"You meet {met} of the" if met else "None of the"
        assert note.text.startswith(f"{said} {len(listed)} skills listed here")
        assert note.one("a")["href"] == f"{journeys.address(account.submitted, 'result/')}#all-skills"


def _belongs(side: markup.Element, slug: str) -> bool:
    """Whether the margin belongs to that section: its block comes right after the heading."""
    block = side.parent
    assert block
    assert block.parent
    around = [child for child in block.parent.children if isinstance(child, markup.Element)]
    return around[around.index(block) - 1]["id"] == slug


def _listed(slug: str) -> set[str]:
    document = Edition.objects.get(career__slug=CMIO).document
    items = next(row["items"] for row in document["sections"] if row["slug"] == slug)
    return {key for row in items for key in (row["skill"], *row.get("also", ()))}


def test_gates_stand_below_what_education_is_asked_for(as_alice: Client, account: Account) -> None:
    table = page(as_alice).one("table", aria_label="Gates and how you stand")
    states = {row[0]: row[2] for row in table.rows}
    assert states["Medical degree (MD, DO or equivalent)"] == "Met"
    assert states["Primary specialty board certification"] == "In progress"
    assert states["Clinical informatics board certification"] == "Not said yet"
    heading = next(row.text for row in page(as_alice).all("h3") if "gates that apply" in row.text)
    assert (
        heading
        == f"You meet {list(states.values()).count('Met')} of {len(states)} gates that apply to you; one is in progress"
    )


def test_the_invitation_makes_way_for_the_open_attempt_and_then_for_the_result(
    as_alice: Client, account: Account
) -> None:
    panel = page(as_alice).one(class_="close")
    assert "Your assessment for CMIO is open: 2 of 31 skills rated" in panel.text
    assert figure(account.submitted) in panel.text
    assert panel.one("a", class_="btn")["href"] == journeys.address(account.open)
    account.open.delete()
    panel = page(as_alice).one(class_="close")
    assert panel.one("h3").text == f"Your readiness for CMIO: {figure(account.submitted)}"
    assert panel.one("a", class_="btn")["href"] == journeys.address(account.submitted, "result/")


def test_with_a_profile_alone_the_cover_says_where_it_comes_from(as_alice: Client, alice: User) -> None:
    journeys.physician(alice)
    found = page(as_alice)
    assert own(found)[0] == "What you said in your profile stands beside this guide, for you alone."
    assert rung(found, "CMIO").endswith("Your target")
    assert found.one(class_="close").one("a", class_="btn").text == "Check how ready you are"


def test_an_attempt_without_an_answer_is_offered_too_and_nothing_is_said_of_skills(
    as_alice: Client, alice: User
) -> None:
    attempt = journeys.started(alice, "deputy")
    found = page(as_alice)
    assert "Your assessment for Deputy CMIO is open: 0 of 31 skills rated" in found.one(class_="close").text
    assert found.one(class_="close").one("a", class_="btn")["href"] == journeys.address(attempt)
    assert not [side for side in found.all(class_="side") if side.all(class_="yours")]


def test_an_older_attempt_never_stands_for_a_newer_one(as_alice: Client, alice: User) -> None:
    journeys.submitted(alice, 1, at=journeys.NOW - timedelta(days=9))
    newer = journeys.submitted(alice, 4, at=journeys.NOW - timedelta(days=2))
    journeys.submitted(alice, 2, at=journeys.NOW - timedelta(days=5))
    assert figure(newer) in own(page(as_alice))[0]


def test_sorting_works_as_for_everyone(client: Client, as_alice: Client, account: Account) -> None:
    sorted_page = page(as_alice, f"{GUIDE}?sort=usd")
    assert [row.text for row in sorted_page.one(class_="globe").all("th")] == [
        row.text for row in page(client, f"{GUIDE}?sort=usd").one(class_="globe").all("th")
    ]
    assert own(sorted_page) == own(page(as_alice))


def test_a_guide_that_is_not_there_is_not_found(as_alice: Client) -> None:
    assert as_alice.get("/careers/nowhere/").status_code == 404


def test_the_word_of_another_address_is_no_guide(as_alice: Client) -> None:
    assert "Compare" in page(as_alice, "/careers/compare/").one("h1").text


def test_only_looking_is_allowed(as_alice: Client) -> None:
    assert as_alice.post(GUIDE).status_code == 405
