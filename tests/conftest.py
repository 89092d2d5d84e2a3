"""What every test stands on: quick and quiet settings, the real content in the database, and a cast of people."""

import gc
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.management import call_command
from django.template import Context, Template
from django.test import Client, override_settings
from django.utils.safestring import SafeString
from hypothesis import settings as laws
from pytest_django import DjangoDbBlocker
from pytest_django.plugin import blocking_manager_key

from assessments import snapshots
from careers.ready import shelf

PASSWORD = "correct horse battery staple"
NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)

# How long an example takes says more about the machine than about the law.
laws.register_profile("patient", deadline=None)
laws.load_profile("patient")

# The content and the templates stay to the end: looking through them for garbage again and again finds none.
gc.set_threshold(100_000, 20, 100)


@pytest.fixture(scope="session", autouse=True)
def _plain_rendering(django_test_environment: None) -> None:
    """No test asks which templates were rendered with what, so no copy of every context is kept for it."""
    Template._render = _plain_render  # type: ignore[attr-defined]


def _plain_render(template: Template, context: Context) -> SafeString:
    return template.nodelist.render(context)


@pytest.fixture(scope="session", autouse=True)
def _quick_compression() -> None:
    """Pages that tests make are read once or twice: how small they become is no matter here."""
    shelf.QUALITY = 1


@pytest.fixture(scope="session")
def kept_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where made pages are kept: a page of the same publication is not made again for each test."""
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="session", autouse=True)
def _quick_and_quiet(django_test_environment: None, kept_pages: Path) -> Iterator[None]:
    # Pages are tested without collecting static files first.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        STORAGES=settings.STORAGES | {"staticfiles": plain},
        WHITENOISE_AUTOREFRESH=True,
        READY_PAGES=str(kept_pages),
    ):
        yield


@pytest.fixture(autouse=True)
def _nothing_left_behind(kept_pages: Path) -> Iterator[None]:
    yield
    snapshots.forget()
    # What a test changed is undone without a publication: pages of all content may not outlive it.
    (kept_pages / "stamp").unlink(missing_ok=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Load the content once: every test finds it there, and sees it as it was again after each other test."""
    with django_db_blocker.unblock():
        _load_content()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Load the content again after a test that committed: it is over with an empty database, whatever comes next.

    After the last test of a process there is no database any more.
    """
    yield
    mark = item.get_closest_marker("django_db")
    committed = "transactional_db" in getattr(item, "fixturenames", ()) or (mark and mark.kwargs.get("transaction"))
    if committed and nextitem is not None:
        with item.config.stash[blocking_manager_key].unblock():
            _load_content()
            # Limits on tries are no more undone than rows.
            cache.clear()


def _load_content() -> None:
    call_command("content", "load", stdout=StringIO())
    # Tests change what is published without publishing: nothing may be answered from memory.
    (Path(settings.READY_PAGES) / "stamp").unlink(missing_ok=True)


@pytest.fixture
def now() -> datetime:
    """A fixed moment; no test reads the clock."""
    return NOW


@pytest.fixture
def alice(db: None) -> User:
    """Owns what a test is about."""
    return person("alice")


@pytest.fixture
def charlie(db: None) -> User:
    """A stranger: has no business with what is Alice's."""
    return person("charlie")


def person(name: str) -> User:
    """A user who can sign in, whose address is verified."""
    user = User.objects.create_user(username=name, email=f"{name}@example.org", password=PASSWORD)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@pytest.fixture
def as_alice(alice: User) -> Client:
    """A browser in which Alice is signed in."""
    return signed_in(alice)


@pytest.fixture
def as_charlie(charlie: User) -> Client:
    """A browser in which Charlie is signed in."""
    return signed_in(charlie)


def signed_in(user: User) -> Client:
    """A browser in which the user is signed in."""
    client = Client()
    client.force_login(user)
    return client
