"""What the two commands that answer for a persona file share: reading, one line per error, JSON out."""

import errno
import json
import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from assessments.domain.instrument import Instrument
from assessments.domain.persona import LARGEST, Persona, PersonaError
from assessments.services.personas import load

REFUSED = 2


class PersonaCommand(BaseCommand):
    """Prints what `answer` makes of a persona file; exit status 2 and a line that names the field where it cannot."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the one file."""
        parser.add_argument("persona", help="a persona as JSON; - reads standard input")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, answer, print."""
        try:
            instrument, persona = load(_read(options["persona"]), at=timezone.now())
            document = self.answer(instrument, persona)
        except PersonaError as error:
            self.stderr.write(str(error))
            sys.exit(REFUSED)
        except DatabaseError as error:
            raise CommandError(
                f"The database cannot be read: {error}. Has its content been loaded (make content)?"
            ) from error
        self._print(json.dumps(document, indent=2))

    def answer(self, instrument: Instrument, persona: Persona) -> dict[str, Any]:
        """What to print, as plain data."""
        raise NotImplementedError

    def _print(self, text: str) -> None:
        try:
            self.stdout.write(text)
            self.stdout.flush()
        except BrokenPipeError:
            # Whoever read has left; the interpreter's own last flush must not complain about it again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _read(path: str) -> bytes:
    """At most one byte more than a persona may have, so that a larger file is refused unread."""
    try:
        if path == "-":
            return _standard_input().read(LARGEST + 1)
        with Path(path).open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise PersonaError(path, f"cannot be read: {error.strerror}") from error


def _standard_input() -> BinaryIO:
    # Python has none where whoever started it closed it.
    if sys.stdin is None:
        raise OSError(errno.EBADF, "standard input is closed")
    return sys.stdin.buffer
