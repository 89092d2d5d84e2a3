"""The owner makes links, takes them back, and sees both ratings of what they have rated themselves."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.forms import second as forms
from assessments.models import Attempt, Invitation, Result
from assessments.services import attempts
from assessments.services import second as services
from assessments.services.answers import Sent
from tests import journeys, markup
from tests.markup import Element

pytestmark = pytest.mark.django_db
NAMES = {"mentor": "Dr. Lee Park", "asker": "Asha Rao"}


@pytest.fixture
def attempt(alice: User, monkeypatch: pytest.MonkeyPatch) -> Attempt:
    journeys.stop_clock(monkeypatch)
    return journeys.started(alice)


def path(attempt: Attempt) -> str:
    return journeys.address(attempt, "mentor/")


def page(client: Client, attempt: Attempt) -> Element:
    answer = client.get(path(attempt))
    assert answer.status_code == 200
    return markup.read(answer).one("main")


def filled(client: Client, attempt: Attempt, **changes: str) -> dict[str, Any]:
    """The form of the page with both names."""
    form = next(form for form in page(client, attempt).all("form") if form.all("input", name="mentor"))
    return markup.typed(form) | NAMES | changes


def rated(attempt: Attempt, level: int, skill: str = "cds", **names: str) -> Invitation:
    """A link by which a mentor has rated a skill."""
    link = services.invite(attempt=attempt, id=uuid4(), at=journeys.NOW, **(NAMES | names))
    services.rate(invitation=link, skill=skill, level=level, sent=Sent(uuid4()), at=journeys.NOW)
    return link


def test_a_link_is_made_once_and_shown_to_be_copied(as_alice: Client, attempt: Attempt) -> None:
    sent = filled(as_alice, attempt)
    for _ in range(2):
        assert as_alice.post(path(attempt), sent)["Location"] == path(attempt)
    link = Invitation.objects.get()
    main = page(as_alice, attempt)
    field = main.one("input", id=f"link-{link.pk}")
    assert (field["value"], "readonly" in field) == (f"http://testserver/shared/{link.token}/", True)
    assert "0 of 31 skills rated · open until 31 December 2026" in main.text
    assert markup.typed(main)["asker"] == ["Asha Rao"]
    assert Client().get(field["value"]).status_code == 200


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"mentor": " "}, forms.NAME_MENTOR),
        ({"asker": ""}, forms.NAME_YOURSELF),
        ({"mentor": "x" * 81}, "The name must be 80 characters or fewer"),
        ({"mentor": "a\0b"}, "Null characters are not allowed."),
    ],
)
def test_a_name_that_is_missing_or_too_long_is_refused_and_the_rest_kept(
    as_alice: Client, attempt: Attempt, changes: dict[str, str], words: str
) -> None:
    answer = as_alice.post(path(attempt), filled(as_alice, attempt, **changes))
    assert (answer.status_code, Invitation.objects.count()) == (422, 0)
    whole = markup.read(answer)
    assert markup.title(whole).startswith("Error: ")
    assert words in whole.one("div", class_="error-summary").text
    kept = markup.typed(whole)
    assert all(kept[name] == [value.strip()] for name, value in NAMES.items() if name not in changes)


def test_five_open_links_are_all_there_can_be(as_alice: Client, attempt: Attempt) -> None:
    sent = filled(as_alice, attempt)
    for _ in range(services.MOST_OPEN):
        services.invite(attempt=attempt, id=uuid4(), at=journeys.NOW, **NAMES)
    assert as_alice.post(path(attempt), sent).status_code == 422
    main = page(as_alice, attempt)
    assert forms.FULL in main.text
    assert not main.all("input", name="mentor")


def test_a_revoked_link_opens_no_more_and_only_the_owner_revokes(
    as_alice: Client, as_charlie: Client, attempt: Attempt, charlie: User
) -> None:
    link = rated(attempt, 3)
    mine = journeys.started(charlie)
    for client, place, named in ((as_charlie, attempt, link.pk), (as_charlie, mine, link.pk), (as_alice, attempt, "x")):
        client.post(path(place), {"revoke": named})
        assert Client().get(f"/shared/{link.token}/").status_code == 200
    button = page(as_alice, attempt).one("button", name="revoke")
    as_alice.post(path(attempt), {"revoke": button["value"]})
    assert Client().get(f"/shared/{link.token}/").status_code == 410
    main = page(as_alice, attempt)
    assert "1 of 31 skills rated · revoked on 1 December 2026" in main.text
    assert not main.all("button", name="revoke")


def test_a_skill_is_shown_once_the_owner_has_rated_it(as_alice: Client, attempt: Attempt) -> None:
    rated(attempt, 5)
    assert "Sets direction" not in page(as_alice, attempt).text
    journeys.rate(attempt, 3, only=["cds"])
    (row,) = page(as_alice, attempt).one("table").rows
    assert row[2:] == ["Independent", "Dr. Lee Park: Sets direction Two levels higher than you · 1 December 2026"]


def test_after_the_result_later_ratings_stand_beside_it_and_change_nothing(
    as_alice: Client, attempt: Attempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    journeys.rate(attempt, 2)
    link = rated(attempt, 2)
    attempts.submit(attempt=attempt, at=journeys.NOW)
    before, result = page(as_alice, attempt), as_alice.get(journeys.address(attempt, "result.json")).content
    assert "came after your result" not in before.text
    for skill in ("cds", "ethics"):
        services.rate(invitation=link, skill=skill, level=5, sent=Sent(uuid4(), seen=1), at=journeys.NOW)
    after = page(as_alice, attempt)
    frozen = Result.objects.get().document["report"]["readiness"]
    assert f"where your result says {frozen['score']:.0f}. Your result stays as it is." in after.text
    assert "In your result the earlier rating counted: supervised" in after.text
    assert as_alice.get(journeys.address(attempt, "result.json")).content == result
    Result.objects.update(document=Result.objects.get().document | {"report": {"readiness": {"score": 1.0}}})
    assert "came after your result. With them" not in page(as_alice, attempt).text


def test_without_an_account_there_is_the_way_to_one(client: Client, as_alice: Client, attempt: Attempt) -> None:
    form = markup.typed(markup.read(client.get("/assessments/")).one("main"))
    client.post("/assessments/", form | {"level": "cmio"})
    tried = Attempt.objects.get(user=None)
    for answer in (client.get(path(tried)), client.post(path(tried), NAMES | {"id": str(uuid4())})):
        main = markup.read(answer).one("main")
        assert main.one("h1").text == "Create an account to ask for a second rating"
        assert main.all("a", href=f"/accounts/signup/?next={path(tried)}")
    assert not Invitation.objects.exists()
