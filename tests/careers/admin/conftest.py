"""Edith edits: she has all roles of the desk, and has shown her second factor in this browser."""

from types import SimpleNamespace

import pytest
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from tests.conftest import person, signed_in

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
"""What an authenticator app makes its codes of."""


def editor(name: str, *roles: str) -> User:
    """A new person whom the command gave these roles, or all of them, and who has an authenticator app."""
    return made_editor(person(name), *roles)


def made_editor(user: User, *roles: str) -> User:
    """The same for a person who is there already."""
    call_command("editors", "--add", user.email, *(f"--role={role}" for role in roles), verbosity=0)
    with_app(user)
    return User.objects.get(pk=user.pk)


def with_app(user: User) -> Authenticator:
    """Give the person an authenticator app."""
    factor: Authenticator = TOTP.activate(user, KEY).instance
    return factor


def code_now(key: str = KEY, ago: int = 0) -> str:
    """What the app shows at this moment, or showed so many codes ago."""
    counters = list(yield_hotp_counters_from_time())
    return str(format_hotp_value(hotp_value(key, counters[len(counters) // 2] - ago)))


def at_the_desk(user: User) -> Client:
    """A browser in which the user is signed in and has shown a second factor."""
    return factor_shown(signed_in(user), user)


def factor_shown(client: Client, user: User) -> Client:
    """The browser, with the second factor shown in it."""
    session = client.session
    record_authentication(SimpleNamespace(session=session), user, "mfa", type=Authenticator.Type.TOTP)
    session.save()
    return client


@pytest.fixture
def edith(db: None) -> User:
    """Edits the content."""
    return editor("edith")


@pytest.fixture
def as_edith(edith: User) -> Client:
    """A browser in which Edith is signed in and sits at the desk."""
    return at_the_desk(edith)
