"""The stamp of the published content: a symbolic link that all workers read and every publication replaces.

Its target is a random word. While something is being published there is no stamp: then nothing is remembered and every
page asks the database, so that no worker can serve what has been replaced, whoever published it.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings
from django.db import transaction


def read() -> str | None:
    """The present stamp, in one system call; nothing while content changes, or before the first stamp."""
    try:
        return os.readlink(_path())  # noqa: PTH115 - once a request; a Path takes five times as long
    except OSError:
        return None


@contextmanager
def changing() -> Iterator[None]:
    """Around a write that readers will see: no stamp until it is committed, then a new one."""
    # Any other error has to stop the write: workers would go on serving what it replaces.
    with suppress(FileNotFoundError, NotADirectoryError):
        Path(_path()).unlink()
    try:
        yield
    finally:
        # Inside somebody else's transaction nothing is visible yet; where that one fails, `heal` makes the next stamp.
        transaction.on_commit(renew)


def renew() -> None:
    """Put a new stamp in place of any other, at once for all workers."""
    folder = Path(settings.READY_PAGES)
    made = folder / f"stamp-{secrets.token_hex(8)}"
    with suppress(OSError):  # without a folder to write to, pages go on asking the database
        folder.mkdir(parents=True, exist_ok=True)
        made.symlink_to(secrets.token_hex(16))
        made.replace(_path())


def heal() -> None:
    """Make a stamp where there is none; one that appeared meanwhile stays."""
    folder = Path(settings.READY_PAGES)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        Path(_path()).symlink_to(secrets.token_hex(16))


def _path() -> str:
    return f"{settings.READY_PAGES}/stamp"
