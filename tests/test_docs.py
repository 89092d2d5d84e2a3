"""What the documentation tells people to type is there to be typed, and its example is taken by both commands."""

import re
import shlex

import pytest
from django.core.management import CommandError, get_commands, load_command_class

from tests.assessments.management.printing import run
from tests.repository import ROOT, read

TYPED = re.compile(r"^\.venv/bin/python (\S+\.py) ([^#\n]+)", re.MULTILINE)
LINES = TYPED.findall(read("README.md"))


def parsed(command: str) -> dict[str, object]:
    """The command's options as it would read them."""
    name, *arguments = shlex.split(command)
    parser = load_command_class(get_commands()[name], name).create_parser("manage.py", name)
    return vars(parser.parse_args(arguments))


@pytest.mark.parametrize(("script", "command"), LINES)
def test_every_line_of_the_readme_can_be_typed(script: str, command: str) -> None:
    assert (ROOT / script).is_file()
    assert parsed(command)


def test_the_readme_shows_the_commands_and_how_to_edit_content() -> None:
    # Without a word about its settings manage.py stops; this script brings those of `make run` along.
    here = [command.split()[0] for script, command in LINES if script == "scripts/local.py"]
    assert here == ["editors"] * 4 + ["content"] * 6 + ["readiness", "plan", "simulate"]
    assert parsed("content load --overwrite")["overwrite"] is True


def test_the_readme_says_how_to_prepare_a_site_for_others() -> None:
    elsewhere = [command.split()[0] for script, command in LINES if script == "manage.py"]
    assert elsewhere == ["migrate", "createcachetable", "content", "collectstatic", "editors"]


@pytest.mark.parametrize("command", ["nonsense", "readiness", "content load --no-such-option"])
def test_a_line_that_cannot_be_typed_would_be_noticed(command: str) -> None:
    with pytest.raises((KeyError, CommandError), match=r"nonsense|required|unrecognized"):
        parsed(command)


@pytest.mark.django_db
def test_the_example_is_measured_and_planned_for() -> None:
    path = ROOT / "docs" / "persona.json"
    readiness, plan = run("readiness", path), run("plan", path)
    assert (readiness.err, readiness.status, plan.err, plan.status) == ("", 0, "", 0)
    assert readiness.document["readiness"]["complete"]
    assert "find-mentor" in [action["id"] for action in plan.document["actions"]]
    assert plan.document["totals"]["readiness_then"] > readiness.document["readiness"]["score"]
