"""What every test stands on: quick and quiet settings, a cast of people, and the real content."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django.fixtures import SettingsWrapper

from assessments import snapshots

PASSWORD = "correct horse battery staple"
NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _quick_and_quiet(settings: SettingsWrapper) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # Pages are tested without collecting static files first.
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture(autouse=True)
def _fresh_memory() -> Iterator[None]:
    yield
    snapshots.forget()


@pytest.fixture
def now() -> datetime:
    """A fixed moment; no test reads the clock."""
    return NOW


def person(name: str) -> User:
    """A user who can sign in, whose address is verified."""
    user = User.objects.create_user(username=name, email=f"{name}@example.org", password=PASSWORD)
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    return user


@pytest.fixture
def alice(db: None) -> User:
    """Owns what a test is about."""
    return person("alice")


@pytest.fixture
def charlie(db: None) -> User:
    """A stranger: has no business with what is Alice's."""
    return person("charlie")


@pytest.fixture
def as_alice(alice: User) -> Client:
    """A browser in which Alice is signed in."""
    client = Client()
    client.force_login(alice)
    return client


@pytest.fixture
def as_charlie(charlie: User) -> Client:
    """A browser in which Charlie is signed in."""
    client = Client()
    client.force_login(charlie)
    return client
