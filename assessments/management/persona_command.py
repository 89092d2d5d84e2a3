"""What the two commands that answer for a persona file share: reading, and JSON out."""

import errno
import json
import sys
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

from django.utils import timezone

from assessments.domain.instrument import Instrument
from assessments.domain.persona import LARGEST, Persona, PersonaError
from assessments.management.printing_command import PrintingCommand
from assessments.services.personas import load


class PersonaCommand(PrintingCommand):
    """Prints what `answer` makes of a persona file, or names the field that is wrong in it."""

    refusals = (PersonaError,)

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the one file."""
        parser.add_argument("persona", help="a persona as JSON; - reads standard input")

    def text(self, options: Mapping[str, Any]) -> str:
        """Read and answer."""
        instrument, persona = load(_read(options["persona"]), at=timezone.now())
        return json.dumps(self.answer(instrument, persona), indent=2)

    def answer(self, instrument: Instrument, persona: Persona) -> dict[str, Any]:
        """What to print, as plain data."""
        raise NotImplementedError


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
