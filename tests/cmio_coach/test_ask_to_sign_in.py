"""Strangers are sent to sign in, and come back to the page that they were on."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests import journeys

pytestmark = pytest.mark.django_db
SIGN_IN = "/accounts/login/?next="


def test_a_page_is_asked_for_again_after_signing_in(client: Client) -> None:
    answer = client.get("/plans/new/?attempt=1")
    assert (answer.status_code, answer["Location"]) == (302, f"{SIGN_IN}/plans/new/%3Fattempt%3D1")


@pytest.mark.parametrize(
    ("here", "back"),
    [
        ("http://testserver/plans/?a=1", "/plans/%3Fa%3D1"),
        ("https://evil.example/plans/", "/profile/"),
        ("//evil.example/", "/profile/"),
        ("nonsense \x7f", "/profile/"),
        ("", "/profile/"),
    ],
)
def test_htmx_takes_the_whole_page_there_instead_of_swapping_the_form_in(client: Client, here: str, back: str) -> None:
    answer = client.get("/profile/", headers={"HX-Request": "true", "HX-Current-URL": here})
    assert (answer.status_code, answer.content, answer["HX-Redirect"]) == (200, b"", SIGN_IN + back)


def test_an_answer_sent_after_the_session_ended_is_not_saved_and_leads_back_to_its_question(
    client: Client, alice: User
) -> None:
    attempt = journeys.started(alice)
    path = journeys.address(attempt, "cds/")
    headers = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{path}"}
    answer = client.post(path, {"level": "3"}, headers=headers)
    assert answer["HX-Redirect"] == SIGN_IN + path
    assert not attempt.ratings.exists()
