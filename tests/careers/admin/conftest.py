"""Edith edits: she is in the group Editors, with its rights and no others."""

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from tests.conftest import person, signed_in


def editor(name: str) -> User:
    """A person whom the command made an editor."""
    user = person(name)
    call_command("editors", "--add", user.email, verbosity=0)
    return User.objects.get(pk=user.pk)


@pytest.fixture
def edith(db: None) -> User:
    """Edits the content."""
    return editor("edith")


@pytest.fixture
def as_edith(edith: User) -> Client:
    """A browser in which Edith is signed in."""
    return signed_in(edith)
