"""Plugin for the second database: leaves out tests whose outcome cannot differ, as they use none or look at markup."""

import pytest

DATABASE = {"db", "transactional_db", "django_db_setup"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect every test that asks for no database, by a fixture or by its mark, and those marked `one_database`."""
    config.hook.pytest_deselected(items=[item for item in items if not may_differ(item)])
    items[:] = [item for item in items if may_differ(item)]


def may_differ(item: pytest.Item) -> bool:
    """Whether the test may end otherwise on another database."""
    return uses_database(item) and item.get_closest_marker("one_database") is None


def uses_database(item: pytest.Item) -> bool:
    """Whether the test has a database."""
    return bool(DATABASE & set(getattr(item, "fixturenames", ()))) or item.get_closest_marker("django_db") is not None
