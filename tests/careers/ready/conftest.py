"""Pages of these tests are kept in a folder of their own, which is empty at first."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.READY_PAGES = str(tmp_path / "pages")
