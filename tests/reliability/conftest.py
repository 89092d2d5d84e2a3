"""A database that keeps what other processes commit."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reliability.databases import copy


@pytest.fixture
def address(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A copy of the test's database with all content; meanwhile the test looks at it too."""
    with copy(tmp_path, monkeypatch) as found:
        yield found
