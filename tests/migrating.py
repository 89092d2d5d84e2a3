"""A new database of the same kind as the test's own, migrated to where a test wants it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from tests.reliability.databases import restored, used


@contextmanager
def empty_database(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """The database that this process looks at meanwhile; nothing is in it yet."""
    inside = connections["default"]
    if inside.vendor == "sqlite":
        with used(f"sqlite:///{folder / 'empty.sqlite3'}", patch):
            yield
        return
    with restored(b"", inside.settings_dict["HOST"]) as address, used(address, patch):
        yield


def migrated(app: str, name: str) -> Any:
    """The models as they are after that migration; later ones are undone."""
    executor = MigrationExecutor(connection)
    executor.migrate([(app, name)])
    return executor.loader.project_state([(app, name)]).apps
