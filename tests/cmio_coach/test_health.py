"""Alive means that the process answers; ready means that its database does."""

from unittest.mock import patch

import pytest
from django.db import connections
from django.db.utils import OperationalError
from django.test import Client


def test_alive_needs_no_database(client: Client) -> None:
    assert client.get("/healthz").content == b"alive\n"


@pytest.mark.django_db
def test_ready_asks_the_database(client: Client) -> None:
    assert client.get("/readyz").content == b"ready\n"


@pytest.mark.django_db
def test_not_ready_without_the_database(client: Client) -> None:
    with patch.object(connections["default"].__class__, "cursor", side_effect=OperationalError):
        response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"not ready\n")


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_they_only_answer_questions(client: Client, path: str) -> None:
    assert client.post(path).status_code == 405
