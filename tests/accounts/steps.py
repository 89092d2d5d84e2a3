"""What people do on the account pages, and what a test looks for in the answers."""

import html
import re
from typing import Any, Protocol

from django.core import mail
from django.test import Client

PASSWORD = "correct horse battery staple"
NEW_PASSWORD = "another donkey charger clip"
ADDRESS = "dana@example.org"


class Answer(Protocol):
    """What the test client hands back."""

    content: Any
    status_code: Any

    def __getitem__(self, header: str, /) -> str:
        """A header."""


def sign_up(client: Client, address: str = ADDRESS, password: str = PASSWORD) -> Answer:
    """Send the sign-up form."""
    return client.post("/accounts/signup/", {"email": address, "password1": password})


def sign_in(client: Client, address: str, password: str = PASSWORD, to: str = "") -> Answer:
    """Send the sign-in form."""
    return client.post("/accounts/login/", {"login": address, "password": password, "next": to})


def ask_for_reset(client: Client, address: str) -> Answer:
    """Ask for a code in place of a password."""
    return client.post("/accounts/password/reset/", {"email": address})


def code_in_mail() -> str:
    """The code in the latest e-mail."""
    found = re.search(r"Your code: (\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def is_signed_in(client: Client) -> bool:
    """Whether a page for users only opens."""
    return client.get("/profile/").status_code == 200


def text(answer: Answer) -> str:
    """The page as text with real quotes."""
    return html.unescape(answer.content.decode())


def title(answer: Answer) -> str:
    """What the browser's tab says."""
    found = re.search(r"<title>(.*?)</title>", text(answer), re.DOTALL)
    assert found
    return found[1]


def without_tokens(answer: Answer) -> str:
    """The page without what differs from one request to the next."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text(answer))
