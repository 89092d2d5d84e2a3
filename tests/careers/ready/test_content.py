"""The plain bytes of a ready page, for pages that add to them."""

from pathlib import Path

import pytest
from django.http import HttpResponse
from pytest_django.fixtures import Settings

from careers.ready import shelf
from careers.ready.views import Ready, content

MADE: list[str] = []


@pytest.fixture(autouse=True)
def _none_made() -> None:
    MADE.clear()


def make() -> HttpResponse:
    MADE.append("made")
    return HttpResponse("<p>A page</p>" * 100)


def test_it_is_made_once_and_kept_under_the_address_that_the_public_page_has() -> None:
    ready = Ready(("one",), make, options="sort=usd")
    assert content(ready, "/careers/x/") == content(ready, "/careers/x/") == make().content
    assert len(MADE) == 2
    assert content(Ready(("two",), make, options="sort=usd"), "/careers/x/")
    assert len(MADE) == 3


@pytest.mark.parametrize("version", [None, ("one",)])
def test_where_nothing_is_kept_it_is_made_each_time(version: tuple[str] | None, settings: Settings) -> None:
    settings.DEBUG = version is not None
    for _ in range(2):
        assert content(Ready(version, make), "/careers/x/") == b"<p>A page</p>" * 100
    assert len(MADE) == 2


def test_a_disk_that_refuses_is_no_error(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings.READY_PAGES = str(tmp_path / "file")
    assert content(Ready(("one",), make), "/careers/x/") == b"<p>A page</p>" * 100


def test_a_page_that_another_version_replaced_meanwhile_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = shelf.Page("/nowhere/one", "", {}, frozenset({"identity"}))
    monkeypatch.setattr(shelf, "find", lambda *_: gone)
    assert content(Ready(("one",), make), "/careers/x/") == b"<p>A page</p>" * 100
