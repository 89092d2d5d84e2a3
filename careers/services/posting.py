"""Handing one message to the mail server, with what can be said about it when that fails."""

from contextlib import suppress
from smtplib import SMTP, SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.core.mail import EmailMessage, get_connection

REFUSALS = range(400, 600)
"""Replies by which a server says that it did not take the message."""


class Unreachable(Exception):
    """The mail server cannot be reached, or lets nobody in: nothing was handed over, and nothing else would be."""


class Refused(Exception):
    """The mail server did not take this message."""


class Lost(Exception):
    """The connection broke when the message may have been taken already: nobody can tell."""


def post(message: EmailMessage) -> None:
    """Hand over a message; Unreachable, Refused, or Lost, each with what the server said, never whom it was for."""
    connection = get_connection()
    try:
        _open(connection)
        _send(connection, message)
    finally:
        # Whether it was taken is known by now: how the conversation ends changes nothing.
        with suppress(SMTPException, OSError):
            connection.close()


def _open(connection: Any) -> None:
    try:
        connection.open()
    except (SMTPException, OSError) as error:
        raise Unreachable(_said(error)) from error


def _send(connection: Any, message: EmailMessage) -> None:
    begun = _watched(getattr(connection, "connection", None))
    try:
        connection.send_messages([message])
    except Exception as error:
        is_refusal = isinstance(error, SMTPResponseException) and error.smtp_code in REFUSALS
        raise (Lost if begun and not is_refusal else Refused)(_said(error)) from error


def _watched(smtp: object) -> list[bool]:
    """A list that holds something once the text of a message was begun: before that none can have been taken."""
    begun: list[bool] = []
    if isinstance(smtp, SMTP):
        data = smtp.data

        def noting(msg: Any) -> Any:
            begun.append(True)
            return data(msg)

        smtp.data = noting  # type: ignore[method-assign]
    return begun


def _said(error: Exception) -> str:
    """The kind of failure with the server's code; its text may name an address, so it is left out."""
    code = getattr(error, "smtp_code", None) or getattr(error, "errno", None)
    if isinstance(error, SMTPRecipientsRefused):
        code = ", ".join(sorted(str(reply[0]) for reply in error.recipients.values()))
    return f"{type(error).__name__} {code or ''}".strip()
