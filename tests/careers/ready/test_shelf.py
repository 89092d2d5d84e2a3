"""Kept pages: found by address and version, replaced whole, forgotten with their release."""

import errno
import gzip
import os
from pathlib import Path

import brotli
import pytest
from pytest_django.fixtures import Settings

from careers.ready import shelf
from careers.ready.release import release

TEXT = ("<p>Where the work begins.</p>" * 50).encode()
HTML = {"Content-Type": "text/html; charset=utf-8"}


def kept(version: str = "one", content: bytes = TEXT, headers: dict[str, str] = HTML) -> shelf.Page:
    page = shelf.keep("/careers/x/?", version, content, headers)
    assert page is not None
    return page


def test_it_is_found_again_as_it_was_kept() -> None:
    page = kept()
    assert shelf.find("/careers/x/?", "one") == page
    assert page.headers == HTML


def test_every_encoding_holds_the_same_bytes() -> None:
    page = kept()
    assert page.encodings == {"identity", "gzip", "br"}
    assert page.body("identity") == gzip.decompress(page.body("gzip")) == brotli.decompress(page.body("br")) == TEXT


def test_pictures_are_kept_as_they_are() -> None:
    assert kept(headers={"Content-Type": "image/png"}).encodings == {"identity"}


@pytest.mark.parametrize(("address", "version"), [("/careers/y/?", "one"), ("/careers/x/?", "two")])
def test_another_address_or_version_is_not_found(address: str, version: str) -> None:
    kept()
    assert shelf.find(address, version) is None


def test_a_new_version_takes_the_place_of_the_old_one() -> None:
    old = kept()
    new = kept("two", b"new")
    assert new.body("identity") == b"new"
    assert new.etag != old.etag
    with pytest.raises(FileNotFoundError):
        old.body("gzip")
    assert {path.name.split(".")[0] for path in Path(new.path).parent.iterdir()} == {"two"}


def test_equal_bytes_have_equal_tags_whatever_their_version() -> None:
    assert kept("one").etag == kept("two").etag


def test_what_was_cut_off_is_made_anew() -> None:
    page = kept()
    Path(page.path).with_suffix(".json").write_text('{"etag": ')
    assert shelf.find("/careers/x/?", "one") is None


@pytest.mark.parametrize("encoding", ["identity", "gzip", "br"])
def test_a_page_whose_bytes_were_lost_is_made_anew(encoding: str) -> None:
    body = Path(f"{kept().path}.{shelf.SUFFIXES[encoding]}")
    body.write_bytes(b"")
    assert shelf.find("/careers/x/?", "one") is None
    kept()
    body.unlink()
    assert shelf.find("/careers/x/?", "one") is None


def test_a_full_disk_is_left_without_pieces(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(path: Path, content: bytes) -> None:
        with path.open("wb") as file:
            file.write(content[:5])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fill)
    assert shelf.keep("/", "one", TEXT, HTML) is None
    assert [path for path in Path(settings.READY_PAGES).rglob("*") if path.is_file()] == []


def test_a_disk_that_refuses_is_no_error(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings.READY_PAGES = str(tmp_path / "file")
    assert shelf.keep("/", "one", TEXT, HTML) is None
    assert shelf.find("/", "one") is None


def test_only_the_latest_releases_are_kept(settings: Settings) -> None:
    folder = Path(settings.READY_PAGES)
    names = [f"{age:032x}" for age in range(5)]
    for age, name in enumerate([*names, "somebody-elses"]):
        (folder / name / "page").mkdir(parents=True)
        os.utime(folder / name, (1000 - age, 1000 - age))
    (folder / "stamp").symlink_to("word")
    kept()
    left = {path.name for path in folder.iterdir()}
    assert left == {"stamp", release(), *names[:2], "somebody-elses"}
