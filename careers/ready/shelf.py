"""Made pages on disk: for each address the page of its latest version, in every encoding."""

import gzip
import hashlib
import json
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

import brotli
from django.conf import settings

from careers.ready.release import release

COMPRESSIBLE = ("text/", "application/json", "application/schema+json", "application/xml", "application/atom+xml")
RELEASE = re.compile(r"[0-9a-f]{32}")
RELEASES = 3
"""Releases whose pages are kept: while one takes the place of another, both find theirs."""

QUALITY = 11
"""Brotli's highest: a page is compressed once and sent thousands of times."""

SUFFIXES = {"identity": "page", "gzip": "gz", "br": "br"}


@dataclass(frozen=True, slots=True)
class Page:
    """A made page: its headers, its tag, and where its bytes lie."""

    path: str
    etag: str
    headers: Mapping[str, str]
    encodings: frozenset[str]

    def body(self, encoding: str) -> bytes:
        """The bytes in one of its encodings; OSError where another version has taken their place."""
        with open(f"{self.path}.{SUFFIXES[encoding]}", "rb", buffering=0) as file:  # noqa: PTH123 - on every request
            return file.read()


def find(address: str, version: str) -> Page | None:
    """The page of this version, or nothing where it has to be made: also where its bytes are not all there."""
    path = _folder(address) / version
    try:
        kept = json.loads(path.with_suffix(".json").read_bytes())
        # A machine that lost its power may have kept the names of files and not what was in them.
        is_whole = all(os.stat(f"{path}.{SUFFIXES[name]}").st_size == size for name, size in kept["sizes"].items())  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return Page(str(path), kept["etag"], kept["headers"], frozenset(kept["sizes"])) if is_whole else None


def keep(address: str, version: str, content: bytes, headers: Mapping[str, str]) -> Page | None:
    """Put the page in the place of the address's earlier versions; nothing where the disk refuses."""
    folder = _folder(address)
    path = folder / version
    bodies = _encoded(content, headers["Content-Type"])
    etag = f'W/"{hashlib.sha256(content).hexdigest()[:32]}"'
    try:
        _tidy(folder)
        for encoding, body in bodies.items():
            _write(Path(f"{path}.{SUFFIXES[encoding]}"), body)
        # Last: who finds it finds the bodies too.
        sizes = {encoding: len(body) for encoding, body in bodies.items()}
        kept = {"etag": etag, "headers": dict(headers), "sizes": sizes}
        _write(path.with_suffix(".json"), json.dumps(kept).encode())
        _drop_others(folder, version)
    except OSError:
        return None
    return Page(str(path), etag, headers, frozenset(bodies))


def _folder(address: str) -> Path:
    return Path(settings.READY_PAGES) / release() / hashlib.sha256(address.encode()).hexdigest()[:32]


def _encoded(content: bytes, content_type: str) -> dict[str, bytes]:
    if not content_type.startswith(COMPRESSIBLE):
        return {"identity": content}
    return {
        "identity": content,
        "gzip": gzip.compress(content, 9, mtime=0),
        "br": brotli.compress(content, quality=QUALITY),
    }


def _write(path: Path, content: bytes) -> None:
    made = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        made.write_bytes(content)
        made.replace(path)
    except OSError:
        # A full disk refuses once per request; nothing would ever clear that away.
        made.unlink(missing_ok=True)
        raise


def _drop_others(folder: Path, version: str) -> None:
    for path in folder.iterdir():
        if not path.name.startswith(version):
            path.unlink(missing_ok=True)


def _tidy(folder: Path) -> None:
    """Make the folder; with the first one of a release, remove what all but the latest releases have left."""
    if not folder.parent.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = folder.parent.parent.iterdir()
        # Whatever else lies in the folder is not ours to remove.
        releases = [path for path in beside if RELEASE.fullmatch(path.name) and path.is_dir() and not path.is_symlink()]
        for old in sorted(releases, key=lambda path: path.stat().st_mtime, reverse=True)[RELEASES:]:
            rmtree(old, ignore_errors=True)
    folder.mkdir(exist_ok=True)
