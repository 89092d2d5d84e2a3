"""Taking documents in from a terminal: what each would change is told first, and asked about."""

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from django.core.management.base import CommandError
from django.db import transaction

from careers import files
from careers.differences import differences
from careers.problems import DocumentError
from careers.ready import stamp
from careers.services import ContentError, Unchanged, importing, publish
from careers.services.holding import hold_all
from careers.services.importing import Incoming, Taken

Say = Callable[[str], object]


def take_in(paths: Sequence[Path], *, is_agreed: bool, is_published: bool, at: datetime, say: Say) -> None:
    """Make the documents the drafts of their guides, all or none; CommandError where that cannot be."""
    if not paths:
        raise CommandError("Name the documents: content import guide.yaml")
    if len({path.name for path in paths}) < len(paths):
        raise CommandError("Two of the documents have the same name, which could not be told apart.")
    try:
        given = {path.name: _read(path) for path in paths}
        rows = [row for row in importing.incoming_all(given) if row.before != row.document]
        for line in (line for row in rows for line in told(row)):
            say(line)
        if not rows:
            say("Nothing would change.")
        elif _agreed(is_agreed):
            _take_in_all(rows, is_published=is_published, at=at, say=say)
        else:
            say("Nothing was changed.")
    except ContentError as error:
        raise CommandError(f"{error}\nNothing was changed.") from error


def told(row: Incoming) -> Iterator[str]:
    """What the document would change, a line for each change."""
    if row.before is None:
        yield f"{row.name}: new here"
        return
    lines = differences(row.before, row.document)
    yield f"{row.name}: {len(lines)} {'change' if len(lines) == 1 else 'changes'}"
    yield from (f"  {line}" for line in lines)


def _read(path: Path) -> object:
    try:
        return files.read(path)
    except DocumentError as error:
        raise ContentError(path.name, error) from error


def _agreed(is_agreed: bool) -> bool:
    if is_agreed:
        return True
    if not sys.stdin.isatty():
        raise CommandError("Nothing was changed: there is nobody to ask. Add --yes to agree beforehand.")
    return input("Take this in? [y/N] ").strip().lower() in {"y", "yes"}


@stamp.changing()
@transaction.atomic
def _take_in_all(rows: Sequence[Incoming], *, is_published: bool, at: datetime, say: Say) -> None:
    hold_all()
    done = [importing.take_in_held(row, by=None, at=at) for row in rows]
    for row, taken in zip(rows, done, strict=True):
        say(f"{row.name}: {_outcome(row, taken, is_published=is_published, at=at)}")


def _outcome(row: Incoming, taken: Taken, *, is_published: bool, at: datetime) -> str:
    if taken.is_published:
        return "published"
    kept = f"; what the draft said before is kept as number {taken.kept.number}" if taken.kept else ""
    if not is_published:
        return f"the draft now{kept}"
    try:
        return f"published as number {publish(root=taken.root, by=None, at=at).number}{kept}"
    except Unchanged:
        return f"what readers see already{kept}"
    except DocumentError as error:
        raise ContentError(row.name, error) from error
