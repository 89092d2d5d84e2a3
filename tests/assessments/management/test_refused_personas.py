"""A faulty persona gets one line that names the field, status 2 and nothing else, from both commands alike."""

from pathlib import Path
from typing import Any

import pytest

from assessments.domain.persona import LARGEST
from tests.assessments.domain.builders import persona
from tests.assessments.domain.persona.mistakes import changed
from tests.assessments.management.printing import COMMANDS, Printed, run, run_on

pytestmark = [pytest.mark.django_db, pytest.mark.parametrize("command", COMMANDS)]
WRONG: list[tuple[str, object, str]] = [
    ("career", "chief-medical-officer", "career: 'chief-medical-officer' is not a career with published requirements"),
    ("level", "chief", "level: 'chief' is not one of deputy, cmio, senior"),
    ("ratings.juggling", {"level": 3}, "ratings.juggling: 'juggling' is not a skill"),
    ("ratings.cds.level", 9, "ratings.cds.level: 9 is not a whole number from 0 to 5"),
    ("scenarios.cds-silent-run", "E", "scenarios.cds-silent-run: 'E' is not an option of this item, or unsure"),
    ("profile.profession", "surgeon", "profile.profession: 'surgeon' is not a profession"),
    ("plan.target", "2026-12-06", "plan.target: 2026-12-06 is before the start, 2026-12-07"),
    ("plan.budget_usd", -1, "plan.budget_usd: -1 is not a whole number from 0 to 10000000"),
    ("plan.hours_per_week", float("nan"), "plan.hours_per_week: is not a number, or is too large a number"),
    ("plan.hours_per_week", 0, "plan.hours_per_week: 0 is not a number above 0 and up to 100"),
    ("plan.start", "2026-02-30", "plan.start: '2026-02-30' is not a date such as 2026-12-07"),
    ("plan.done", ["time-travel"], "plan.done[0]: 'time-travel' is not an action"),
    ("profile.country", "U\0", "profile.country: holds a character that cannot be used: 'U\\x00'"),
    ("salary", 1, "salary: is not a field that this place can have"),
]
UNREADABLE = [
    (b"", "persona: is not JSON"),
    (b"\0" * 100, "persona: is not JSON"),
    (b"{", "persona: is not JSON"),
    (b"[]", "persona: has to be an object"),
    (b"\xff\xfe", "persona: is not UTF-8 text"),
    (b'{"career":' * 100_000, "persona: is nested too deeply"),
    (b'{"career": "a", "career": "b"}', "persona: holds 'career' twice in one object"),
    (b" " * (LARGEST + 1), "persona: is larger than 1,000,000 bytes"),
]


def the_one_line(printed: Printed) -> str:
    """What was said, if it was said as promised."""
    assert (printed.status, printed.out) == (2, "")
    assert printed.err.endswith("\n")
    assert printed.err.count("\n") == 1
    assert printed.err[:-1].isprintable()
    assert len(printed.err) <= 401
    return printed.err[:-1]


@pytest.mark.parametrize(("path", "value", "said"), WRONG, ids=[f"{path}={value!r}"[:40] for path, value, _ in WRONG])
def test_a_wrong_field_is_named(command: str, path: str, value: object, said: str) -> None:
    assert the_one_line(run_on(command, changed(path, value))) == said


@pytest.mark.parametrize(("raw", "said"), UNREADABLE, ids=[said for _, said in UNREADABLE])
def test_what_is_no_persona_is_refused_whole(command: str, raw: bytes, said: str) -> None:
    assert the_one_line(run_on(command, raw)).startswith(said)


@pytest.mark.parametrize("key", ["x" * 5000, "\n\n", "", "a\tb", "🦉" * 50, "\x1b[31m"], ids=ascii)
def test_a_hostile_key_stays_on_one_short_line(command: str, key: str) -> None:
    the_one_line(run_on(command, persona() | {key: 1}))
    data: dict[str, Any] = persona()
    data["ratings"][key] = {"level": 3}
    the_one_line(run_on(command, data))


@pytest.mark.parametrize(
    ("name", "said"),
    [("nowhere.json", "No such file or directory"), (".", "Is a directory"), ("persona.json/x", "Not a directory")],
)
def test_a_file_that_cannot_be_read_is_named(
    command: str, tmp_path: Path, name: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("persona.json").touch()
    assert the_one_line(run(command, name)) == f"{name}: cannot be read: {said}"


def test_an_endless_file_is_not_read_to_its_end(command: str) -> None:
    assert the_one_line(run(command, "/dev/zero")) == "persona: is larger than 1,000,000 bytes"


def test_a_name_that_breaks_lines_stays_on_one(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = r"\xfc\nb\x1b[31m: cannot be read: No such file or directory"
    assert the_one_line(run(command, "ü\nb\x1b[31m")) == said


def test_standard_input_that_is_closed_is_named(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert the_one_line(run(command, "-")) == "-: cannot be read: standard input is closed"
