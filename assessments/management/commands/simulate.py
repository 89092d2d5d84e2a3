"""How well the full form and the quick check find out what is true of people whose proficiencies are known."""

import json
import math
from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone

from assessments import snapshots
from assessments.domain.persona.errors import shown
from assessments.domain.simulation import Departure
from assessments.management import simulation_text
from assessments.management.printing_command import PrintingCommand
from assessments.services import simulations
from careers.models import InstrumentVersion
from careers.services import ASSESSED_CAREER

MOST_PEOPLE = 20_000
LARGEST_SEED = 2**32 - 1


class Refused(Exception):
    """An option that cannot be used, and why; one line."""


class Command(PrintingCommand):
    """`simulate`"""

    refusals = (Refused,)

    help = "Let people with known proficiencies answer both forms, and print how well those find them out."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options; what they hold is checked by hand, so that an error is one line."""
        parser.add_argument("--people", default="300", help=f"how many, 1 to {MOST_PEOPLE}; default 300")
        parser.add_argument("--seed", default="1", help="same seed, same people; default 1")
        parser.add_argument("--level", help="one level of the career; default all of them")
        parser.add_argument("--overrating", default="0", help="levels by which people rate themselves too high, 0 to 5")
        parser.add_argument("--unsure", default="0", help="share of those who do not know that say so, 0 to 1")
        parser.add_argument("--alike", action="store_true", help="let all skills of a person be near one level")
        parser.add_argument("--json", action="store_true", help="print JSON")
        parser.add_argument(
            "--keep",
            action="store_true",
            help="measure all levels with and without departures from the model, for the page about the assessment",
        )

    def text(self, options: Mapping[str, Any]) -> str:
        """Check the options and simulate."""
        reports = self._reports(options)
        if options["json"]:
            return json.dumps(reports if options["keep"] else reports[0], indent=2)
        return "\n\n".join(map(simulation_text.text, reports))

    def _reports(self, options: Mapping[str, Any]) -> list[dict[str, Any]]:
        people = _whole("people", options, 1, MOST_PEOPLE)
        seed = _whole("seed", options, 0, LARGEST_SEED)
        departure = Departure(_whole("overrating", options, 0, 5), _share("unsure", options), options["alike"])
        version = _version()
        levels = _levels(options["level"], version)
        if not options["keep"]:
            return [simulations.simulate(version, levels=levels, people=people, seed=seed, departure=departure)]
        if options["level"] or departure != Departure():
            raise Refused("--keep: measures every level with and without departures, so none can be chosen")
        try:
            return simulations.keep(version, people=people, seed=seed)
        except OSError as error:
            raise Refused(f"--keep: {simulations.KEPT.name} cannot be written: {error.strerror}") from error


def _version() -> InstrumentVersion:
    version = snapshots.live_version(ASSESSED_CAREER, timezone.now())
    if version is None:
        raise CommandError("There is nothing to assess yet: load the content first (make content).")
    return version


def _levels(wanted: str | None, version: InstrumentVersion) -> list[str]:
    known = [*snapshots.levels(version.pk)]
    if wanted is None:
        return known
    if wanted not in known:
        raise Refused(f"--level: {shown(wanted)} is not one of {', '.join(known)}")
    return [wanted]


def _whole(name: str, options: Mapping[str, Any], least: int, most: int) -> int:
    text = str(options[name])
    # A length first: Python refuses to read thousands of digits, and says so with an error of its own.
    value = int(text) if len(text) <= 12 and text.isascii() and text.isdigit() else -1
    if not least <= value <= most:
        raise Refused(f"--{name}: {shown(text)} is not a whole number from {least} to {most}")
    return value


def _share(name: str, options: Mapping[str, Any]) -> float:
    text = str(options[name])
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value <= 1:
        raise Refused(f"--{name}: {shown(text)} is not a number from 0 to 1")
    return value
