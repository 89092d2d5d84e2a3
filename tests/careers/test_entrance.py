"""The way to the desk: sign in, have a second factor, show it in this session, and go on to the page one wanted."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib.auth.models import User
from django.test import Client

from careers import factors
from tests import markup
from tests.careers.admin.conftest import KEY, code_now, factor_shown, made_editor
from tests.conftest import PASSWORD, signed_in

pytestmark = pytest.mark.django_db
WANTED = "/admin/careers/career/?q=nurse"
LOGIN = "/admin/login/"


@pytest.fixture
def without(alice: User) -> User:
    """An editor who has no second factor yet."""
    made_editor(alice)
    Authenticator.objects.all().delete()
    return alice


@pytest.fixture
def superuser(charlie: User) -> User:
    """Somebody with every right."""
    User.objects.filter(pk=charlie.pk).update(is_staff=True, is_superuser=True)
    charlie.refresh_from_db()
    return charlie


def reauthenticated(client: Client) -> None:
    assert client.post("/accounts/reauthenticate/", {"password": PASSWORD}).status_code == 302


def test_without_a_factor_the_page_says_why_and_where(without: User) -> None:
    page = markup.read(signed_in(without).get(WANTED, follow=True))
    assert page.one("h1").text == "The editors’ desk asks for a second factor"
    ways = [link["href"] for link in page.all("a", class_="btn")]
    wanted = "%2Fadmin%2Fcareers%2Fcareer%2F%3Fq%3Dnurse"
    assert ways == [f"/accounts/2fa/{way}/?next={wanted}" for way in ("totp/activate", "webauthn/add")]


def test_setting_up_an_app_leads_back_to_the_page(without: User) -> None:
    client = signed_in(without)
    reauthenticated(client)
    setup = markup.read(client.get(WANTED, follow=True)).all("a", class_="btn")[0]["href"]
    page = markup.read(client.get(setup))
    key = page.one("p", class_="secret").text.replace(" ", "")
    form = next(form for form in page.all("form") if form.all("input", name="code"))
    codes = client.post(form["action"], {"code": code_now(key)}, follow=True)
    assert markup.read(codes).one("h1").text == "Your recovery codes"
    assert markup.read(codes).all("a", class_="btn")[0]["href"] == WANTED
    assert client.get(WANTED).status_code == 200


@pytest.mark.parametrize("who", ["alice", "superuser"])
def test_a_factor_that_was_not_shown_in_this_session_is_asked_for(
    who: str, alice: User, superuser: User, client: Client
) -> None:
    user = made_editor(alice if who == "alice" else superuser)
    client.force_login(user)
    answer = client.get(WANTED, follow=True)
    assert answer.redirect_chain[-1][0].startswith("/accounts/2fa/reauthenticate/?next=")
    assert markup.read(answer).one("h1").text == "Enter the code from your app"
    wanted = markup.typed(markup.read(answer))["next"]
    assert client.post("/accounts/2fa/reauthenticate/", {"code": "000000", "next": wanted}).status_code == 200
    assert client.get(WANTED).status_code == 302
    assert client.post("/accounts/2fa/reauthenticate/", {"code": code_now(KEY), "next": wanted})["Location"] == WANTED
    assert client.get(WANTED).status_code == 200


def test_a_recovery_code_opens_the_desk_once(alice: User, client: Client) -> None:
    made_editor(alice)
    code = RecoveryCodes.activate(alice).get_unused_codes()[0]
    for browser, opens in ((Client(), True), (Client(), False)):
        browser.force_login(alice)
        browser.post("/accounts/2fa/reauthenticate/", {"code": code, "next": WANTED})
        assert (browser.get(WANTED).status_code == 200) is opens


def test_a_password_typed_again_is_no_second_factor(alice: User, client: Client) -> None:
    client.force_login(made_editor(alice))
    asked = client.post("/accounts/reauthenticate/", {"password": PASSWORD, "next": WANTED})
    assert asked["Location"].startswith("/accounts/2fa/reauthenticate/")
    assert client.get(WANTED).status_code == 302


def test_every_method_and_page_waits_for_it(without: User) -> None:
    client = signed_in(without)
    for path in ("/admin/", "/admin/careers/career/1/publish/", "/admin/statistics/", "/admin/password_change/"):
        for method in ("GET", "POST", "PUT", "DELETE"):
            answer = client.generic(method, path)
            assert (answer.status_code, answer["Location"]) == (302, f"{LOGIN}?next={path}")


def test_a_factor_that_is_taken_away_closes_the_desk(alice: User) -> None:
    client = factor_shown(signed_in(alice), made_editor(alice))
    assert client.get(WANTED).status_code == 200
    factors.forget(alice)
    assert client.get(WANTED).status_code == 302


def test_what_another_person_showed_in_this_browser_does_not_count(alice: User, charlie: User) -> None:
    client = factor_shown(signed_in(alice), made_editor(alice))
    client.force_login(made_editor(charlie))
    assert client.get(WANTED).status_code == 302


def test_recovery_codes_alone_are_no_second_factor(without: User) -> None:
    RecoveryCodes.activate(without)
    client = factor_shown(signed_in(without), without)
    assert markup.read(client.get(WANTED, follow=True)).one("h1").text.startswith("The editors’ desk asks")


@pytest.mark.parametrize("away", ["//evil.test/", "https://evil.test/", "javascript:alert(1)", "\\\\evil.test"])
def test_nobody_is_led_off_the_site(alice: User, away: str) -> None:
    made_editor(alice)
    assert factor_shown(signed_in(alice), alice).get(LOGIN, {"next": away})["Location"] == "/admin/"
    assert signed_in(alice).get(LOGIN, {"next": away})["Location"].endswith("?next=/admin/")
    assert Client().get(LOGIN, {"next": away})["Location"] == "/accounts/login/?next=/admin/"


def test_whoever_is_no_editor_is_not_asked_but_kept_out(as_charlie: Client) -> None:
    assert as_charlie.get(LOGIN).status_code == 403
    assert as_charlie.post(LOGIN, {"username": "x", "password": "y"}).status_code == 403


def test_the_desks_own_form_signs_nobody_in(alice: User, charlie: User) -> None:
    client = signed_in(made_editor(alice))
    client.post(LOGIN, {"username": charlie.username, "password": PASSWORD})
    assert int(client.session["_auth_user_id"]) == alice.pk


def test_what_opens_an_account_lies_on_no_page_of_the_desk(superuser: User) -> None:
    client = factor_shown(signed_in(superuser), made_editor(superuser))
    assert client.get("/admin/auth/user/").status_code == 200
    assert "/admin/mfa/" not in client.get("/admin/").content.decode()
    assert client.get("/admin/mfa/authenticator/").status_code == 404
