"""The two commands as somebody at a terminal has them: a file or standard input in, a text and a status out."""

import json
import sys
from dataclasses import dataclass
from functools import cache
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from tests.assessments.domain.builders import persona

COMMANDS = ("readiness", "plan")


@dataclass(frozen=True)
class Printed:
    """What a command left behind."""

    out: str
    err: str
    status: int

    @property
    def document(self) -> Any:
        """The JSON, the order of keys kept."""
        return json.loads(self.out)


def run(command: str, path: Path | str) -> Printed:
    """Run the command on a file."""
    out, err, status = StringIO(), StringIO(), 0
    try:
        call_command(command, str(path), stdout=out, stderr=err)
    except SystemExit as end:
        status = int(str(end.code))
    return Printed(out.getvalue(), err.getvalue(), status)


def run_on(command: str, raw: bytes | dict[str, Any]) -> Printed:
    """Run the command on standard input."""
    data = raw if isinstance(raw, bytes) else json.dumps(raw).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data)))
        return run(command, "-")


def small_persona(**plan: Any) -> dict[str, Any]:
    """A persona with two skills rated and three months to plan, so that planning takes a moment only."""
    data = persona()
    data["plan"] |= {"target": "2027-03-07", "blocked_weeks": ["2026-12-23"], "running": []} | plan
    return data


@cache
def small_plan() -> Any:
    """The plan of the small persona with two pins, made once."""
    return run_on("plan", small_persona(pinned=["tip-sheet-series", "agile-course"])).document
