"""The second run leaves out the tests that use no database, and no others."""

import pytest
from django.test import Client

from tests.only_database import may_differ, uses_database


def test_one_without_a_database_is_left_out(request: pytest.FixtureRequest) -> None:
    assert not uses_database(request.node)


def test_one_that_asks_for_a_database_stays(request: pytest.FixtureRequest, db: None) -> None:
    assert uses_database(request.node)


def test_so_does_one_that_is_marked(request: pytest.FixtureRequest) -> None:
    request.node.add_marker(pytest.mark.django_db)
    assert uses_database(request.node)


def test_so_does_one_whose_fixture_asks_for_it(request: pytest.FixtureRequest, as_alice: Client) -> None:
    assert uses_database(request.node)


def test_one_about_markup_alone_is_left_out_where_it_says_so(request: pytest.FixtureRequest, db: None) -> None:
    assert may_differ(request.node)
    request.node.add_marker(pytest.mark.one_database)
    assert not may_differ(request.node)
