"""Every setting from outside is read strictly: a line that names the variable instead of a site that half works."""

from collections.abc import Callable
from typing import Any

import pytest

from cmio_coach import environment

LONG = "abcdefghij" * 5


@pytest.fixture
def refusal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """What reading the variable with that value answers, where it is refused."""

    def refused(read: Callable[..., Any], value: str | None, *arguments: Any) -> str:
        monkeypatch.delenv("A_NAME", raising=False)
        if value is not None:
            monkeypatch.setenv("A_NAME", value)
        with pytest.raises(environment.BadEnvironment) as caught:
            read("A_NAME", *arguments)
        return str(caught.value)

    return refused


@pytest.mark.parametrize("value", [None, "", "  "])
def test_a_text_that_is_not_set_is_refused_by_name(refusal: Callable[..., str], value: str | None) -> None:
    message = refusal(environment.text, value, "a sender")
    assert message == "A_NAME: is not set; it wants a sender (see .env.example)"


def test_a_text_falls_back_to_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_NAME", " ")
    assert environment.text("A_NAME", "anything", "a default") == "a default"


@pytest.mark.parametrize(
    ("value", "meant"), [("1", True), ("TRUE", True), (" yes ", True), ("off", False), ("0", False)]
)
def test_a_flag_takes_the_usual_words(monkeypatch: pytest.MonkeyPatch, value: str, meant: bool) -> None:
    monkeypatch.setenv("A_NAME", value)
    assert environment.flag("A_NAME", default=not meant) is meant


@pytest.mark.parametrize("default", [True, False])
def test_a_flag_that_is_not_set_is_its_default(monkeypatch: pytest.MonkeyPatch, default: bool) -> None:
    monkeypatch.delenv("A_NAME", raising=False)
    assert environment.flag("A_NAME", default=default) is default


@pytest.mark.parametrize("value", ["2", "maybe", "y e s"])
def test_a_flag_refuses_other_words(refusal: Callable[..., str], value: str) -> None:
    assert "A_NAME" in refusal(environment.flag, value, False)


def test_names_are_split_at_commas_and_trimmed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_NAME", " one.example , two.example,")
    assert environment.names("A_NAME", "hosts") == ["one.example", "two.example"]


@pytest.mark.parametrize("value", [None, "", " , ,"])
def test_names_want_at_least_one(refusal: Callable[..., str], value: str | None) -> None:
    assert "it wants hosts" in refusal(environment.names, value, "hosts")


@pytest.mark.parametrize("value", [None, "a-secret", LONG[:49], "ab" * 40])
def test_a_weak_secret_is_refused(refusal: Callable[..., str], value: str | None) -> None:
    message = refusal(environment.secret, value)
    assert "50 or more random characters" in message
    assert value is None or value not in message


def test_a_long_secret_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_NAME", LONG)
    assert environment.secret("A_NAME") == LONG


def test_a_choice_is_taken_in_any_case(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_NAME", "info")
    assert environment.choice("A_NAME", ("DEBUG", "INFO"), "DEBUG") == "INFO"


def test_a_choice_names_its_options(refusal: Callable[..., str]) -> None:
    assert "one of DEBUG, INFO" in refusal(environment.choice, "loud", ("DEBUG", "INFO"), "DEBUG")


def test_mail_goes_to_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_NAME", "console:")
    assert environment.email("A_NAME", "smtp://other") == {
        "EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"
    }


def test_mail_goes_to_a_server_with_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_NAME", "smtp://coach%40example.org:p%40ss@mail.example.org:25?tls=0")
    found = environment.email("A_NAME", "console:")
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"], found["EMAIL_USE_TLS"]) == ("mail.example.org", 25, False)
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("coach@example.org", "p@ss")


def test_a_mail_server_is_reached_by_tls_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_NAME", "smtp://mail.example.org")
    found = environment.email("A_NAME", "console:")
    assert (found["EMAIL_PORT"], found["EMAIL_USE_TLS"]) == (587, True)


@pytest.mark.parametrize(
    "value",
    ["mail.example.org", "http://mail.example.org", "smtp://", "smtp://h:port", "smtp://h:99999", "smtp://[::1"],
)
def test_another_mail_address_is_refused(refusal: Callable[..., str], value: str) -> None:
    assert "smtp://user:password@host:port" in refusal(environment.email, value, "console:")


def test_a_mail_address_with_an_unknown_wish_for_tls_is_refused(refusal: Callable[..., str]) -> None:
    assert "tls" in refusal(environment.email, "smtp://mail.example.org?tls=perhaps", "console:")


@pytest.mark.parametrize("value", ["mailto:a@example.org", "tel:+46-8-123", "https://example.org/report"])
def test_a_contact_is_an_address_that_people_can_be_reached_at(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("A_NAME", value)
    assert environment.contact("A_NAME", "the page") == value


@pytest.mark.parametrize("value", ["a@example.org", "http://example.org", "mailto:nobody", "https://a b", "tel:x"])
def test_any_other_contact_is_refused(refusal: Callable[..., str], value: str) -> None:
    message = refusal(environment.contact, value, "the page")
    assert message.startswith(f"A_NAME: is {value!r}; it wants an address such as mailto:")


def test_without_a_contact_the_default_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("A_NAME", raising=False)
    assert environment.contact("A_NAME", "http://127.0.0.1/about/contact/") == "http://127.0.0.1/about/contact/"


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        (None, None),
        ("", None),
        ("OFF", None),
        ("clamd.internal:3310", ("clamd.internal", 3310)),
        ("127.0.0.1:3310", ("127.0.0.1", 3310)),
        ("[::1]:3310", ("::1", 3310)),
        ("/run/clamav/clamd.ctl", "/run/clamav/clamd.ctl"),
    ],
)
def test_a_scanner_is_a_host_with_its_port_or_a_socket(
    monkeypatch: pytest.MonkeyPatch, value: str | None, meant: object
) -> None:
    monkeypatch.delenv("A_NAME", raising=False)
    if value is not None:
        monkeypatch.setenv("A_NAME", value)
    assert environment.scanner("A_NAME") == meant


@pytest.mark.parametrize("value", ["clamd", "clamd:", "clamd:0", "clamd:99999", "tcp://clamd:1", "a b:1", "::1:1"])
def test_any_other_scanner_is_refused(refusal: Callable[..., str], value: str) -> None:
    assert "it wants host:port, the path of a socket, or off" in refusal(environment.scanner, value)
