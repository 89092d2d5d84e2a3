"""The guide of somebody who is signed in: the page that everyone gets, with what is their own in its places."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Attempt
from assessments.services import profiles
from careers.models import Edition, InstrumentVersion
from tests import journeys, markup
from tests.content import CMIO, SLUGS
from tests.full_account import Account, full_account

pytestmark = pytest.mark.django_db
GUIDE = f"/careers/{CMIO}/"
COVER = re.compile(rb'<p class="yours">.*?</p>')


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


def test_an_account_without_data_gets_one_kind_line_and_all_else_byte_for_byte(
    client: Client, as_alice: Client
) -> None:
    public, answer = client.get(GUIDE).content, as_alice.get(GUIDE)
    assert len(COVER.findall(answer.content)) == 1
    assert COVER.sub(b"<!--you:cover-->", answer.content) == public
    assert "Check how ready you are" in markup.read(answer).text


@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug != CMIO])
def test_a_guide_that_nobody_is_measured_against_is_the_same_for_all(
    client: Client, as_alice: Client, account: Account, slug: str
) -> None:
    assert as_alice.get(f"/careers/{slug}/").content == client.get(f"/careers/{slug}/").content


def test_it_is_kept_by_no_cache_and_bears_no_tag_of_the_public_page(
    client: Client, as_alice: Client, account: Account
) -> None:
    tag = client.get(GUIDE)["ETag"]
    answer = as_alice.get(GUIDE, headers={"If-None-Match": tag, "Accept-Encoding": "br"})
    assert (answer.status_code, answer.has_header("ETag"), answer.has_header("Content-Encoding")) == (200, False, False)
    assert answer["Cache-Control"] == "private, no-store"
    assert "Cookie" in answer["Vary"]


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


def test_nothing_of_one_reader_appears_for_another(as_alice: Client, as_charlie: Client, account: Account) -> None:
    assert len(own(page(as_alice))) == 5
    assert len(own(page(as_charlie))) == 1
    assert str(account.submitted.pk) not in as_charlie.get(GUIDE).content.decode()


def test_what_comes_from_the_catalogue_is_escaped(as_alice: Client, account: Account) -> None:
    version = InstrumentVersion.objects.get()
    document = version.document
    document["competencies"]["prerequisites"][0]["name"] = "<script>x</script>"
    InstrumentVersion.objects.create(
        catalogue=version.catalogue, number=2, document=document, live_from=version.live_from
    )
    html = as_alice.get(GUIDE).content.decode()
    assert "<script>x" not in html
    assert html.count("&lt;script&gt;x") == 2


def test_without_a_published_catalogue_the_guide_is_the_one_that_everyone_gets(
    client: Client, as_alice: Client, alice: User
) -> None:
    InstrumentVersion.objects.update(live_from=journeys.NOW.replace(year=2030))
    assert as_alice.get(GUIDE).content == client.get(GUIDE).content


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
