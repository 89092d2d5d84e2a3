"""What commands share that answer with a text: one line per error, and no complaint about a reader who leaves."""

import os
import sys
from collections.abc import Mapping
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

REFUSED = 2


class PrintingCommand(BaseCommand):
    """Prints `text`; exit status 2 and one line that names what was given wrongly, if that is one of `refusals`."""

    refusals: ClassVar[tuple[type[Exception], ...]] = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer and print."""
        try:
            text = self.text(options)
        except self.refusals as error:
            self.stderr.write(str(error))
            sys.exit(REFUSED)
        except DatabaseError as error:
            raise CommandError(
                f"The database cannot be read: {error}. Has its content been loaded (make content)?"
            ) from error
        self._print(text)

    def text(self, options: Mapping[str, Any]) -> str:
        """What to print."""
        raise NotImplementedError

    def _print(self, text: str) -> None:
        try:
            self.stdout.write(text)
            self.stdout.flush()
        except BrokenPipeError:
            # Whoever read has left; the interpreter's own last flush must not complain about it again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
