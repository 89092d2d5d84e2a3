"""What is known of a message after each way in which a mail server can fail."""

import socket

import pytest
from django.core.mail import EmailMessage

from careers.services.posting import Lost, Refused, Unreachable, post
from tests import mail_server


def message() -> EmailMessage:
    return EmailMessage("A subject", "Line\n.A line with a dot\n", "coach@example.org", ["alice@example.org"])


def test_a_message_is_handed_over_whole() -> None:
    with mail_server.running() as server:
        post(message())
        post(message())
    assert [taken["Subject"] for taken in server.taken] == ["A subject"] * 2
    assert server.taken[0].get_content().splitlines() == ["Line", ".A line with a dot"]
    assert server.told[-1].upper() == "QUIT"


@pytest.mark.parametrize(
    ("how", "error", "said"),
    [
        (mail_server.GREETING_421, Unreachable, "SMTPConnectError 421"),
        (mail_server.SLOW_TO_GREET, Unreachable, "SMTPServerDisconnected|TimeoutError"),
        (mail_server.RCPT_451, Refused, "SMTPRecipientsRefused 451"),
        (mail_server.RCPT_550, Refused, "SMTPRecipientsRefused 550"),
        (mail_server.DROPS_AT_RCPT, Refused, "SMTPServerDisconnected"),
        (mail_server.DATA_452, Refused, "SMTPDataError 452"),
        (mail_server.TEXT_554, Refused, "SMTPDataError 554"),
    ],
)
def test_what_was_not_taken_is_told_from_what_may_have_been(how: str, error: type[Exception], said: str) -> None:
    with mail_server.running(how) as server:
        with pytest.raises(error, match=said) as refusal:
            post(message())
        assert "alice" not in str(refusal.value)
        assert server.taken == []
        post(message())
    assert len(server.taken) == 1


@pytest.mark.parametrize("how", [mail_server.TAKES_AND_DROPS, mail_server.TAKES_AND_BABBLES, mail_server.TAKES_SLOWLY])
def test_nobody_can_tell_once_the_text_is_sent(how: str) -> None:
    with mail_server.running(how) as server:
        with pytest.raises(Lost):
            post(message())
        assert len(server.taken) == 1


def test_a_server_that_is_down_is_unreachable() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with mail_server.sending_to(taken.getsockname()[1]), pytest.raises(Unreachable, match="ConnectionRefusedError"):
            post(message())


def test_a_message_that_cannot_be_written_is_refused() -> None:
    broken = EmailMessage("A subject", "Text", "coach@example.org", ["alice@example.org"], headers={"X": "a\nb"})
    with mail_server.running() as server, pytest.raises(Refused):
        post(broken)
    assert server.taken == []
