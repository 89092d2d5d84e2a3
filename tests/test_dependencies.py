"""Each dependency says why it is there, each locked file is known by its hash, each setting has its example."""

import ast
import re
import tomllib

import pytest

from tests.repository import files, read

LISTS = ("dependencies = [", "dev = [")
LOCKS = sorted(path.name for path in files("requirements", pattern="*.txt"))


def without_reason(project: str) -> list[str]:
    """Lines of the lists of dependencies that have no comment."""
    found, inside = [], False
    for line in project.splitlines():
        inside = (inside or line in LISTS) and line != "]"
        if inside and line not in LISTS and not re.fullmatch(r'\s+"[^"]+",\s+# \w.+', line):
            found.append(line.strip())
    return found


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~! ;]", requirement, maxsplit=1)[0] for requirement in requirements}


def entries(lock: str) -> list[str]:
    """What a lock names, each with the lines below it."""
    return [entry for entry in re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE) if entry.strip()]


def not_pinned(lock: str) -> list[str]:
    """Entries without an exact version or without a hash."""
    pinned = re.compile(r"[a-z0-9-]+==[^\s]+[^\\]*\\\n(?:\s+--hash=sha256:[0-9a-f]{64}(?: \\)?\n?)+")
    return [entry.splitlines()[0] for entry in entries(lock) if not pinned.fullmatch(entry)]


def variables(settings: str) -> set[str]:
    """Names of the environment's variables that settings ask for."""
    calls = [node for node in ast.walk(ast.parse(settings)) if isinstance(node, ast.Call)]
    return {str(call.args[0].value) for call in calls if _asks(call) and isinstance(call.args[0], ast.Constant)}


def _asks(call: ast.Call) -> bool:
    asked = call.func.value if isinstance(call.func, ast.Attribute) else None
    return isinstance(asked, ast.Name) and asked.id in {"environment", "database"}


def examples(text: str) -> set[str]:
    """Variables of an example that have a comment above them and a value."""
    return set(re.findall(r"^# \w.+\n([A-Z_]+)=.+$", text, re.MULTILINE))


def test_every_dependency_has_its_reason_beside_it() -> None:
    assert without_reason(read("pyproject.toml")) == []
    assert without_reason('dependencies = [\n    "a>=1",  # why\n    "b>=1",\n]\nother = [\n    "c",\n]') == ['"b>=1",']


def test_there_is_one_lock_for_everything_and_one_for_its_installer() -> None:
    assert LOCKS == ["everything.txt", "installer.txt"]
    assert names(entries(read("requirements/installer.txt"))) == {"uv"}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_of_a_lock_has_a_version_and_hashes(lock: str) -> None:
    text = read(f"requirements/{lock}")
    assert entries(text)
    assert not_pinned(text) == []


@pytest.mark.parametrize(
    "twin", ["a==1.0\n", "a>=1.0 \\\n    --hash=sha256:" + "0" * 64, "a==1.0 \\\n    --hash=sha256:123\n"]
)
def test_an_entry_without_version_or_hash_is_found(twin: str) -> None:
    right = "b==1.0 ; python_version > '3' \\\n    --hash=sha256:" + "0" * 64 + " \\\n    --hash=sha256:" + "f" * 64
    assert not_pinned(f"{right}\n{twin}") == [twin.splitlines()[0]]


def test_the_lock_holds_everything_that_the_project_asks_for() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    asked = names(project["project"]["dependencies"] + project["dependency-groups"]["dev"])
    assert len(asked) > 20
    assert asked - names(entries(read("requirements/everything.txt"))) == set()


def test_the_example_of_the_environment_has_every_variable_that_settings_read() -> None:
    asked = variables(read("cmio_coach/settings.py"))
    assert {"SECRET_KEY", "DATABASE_URL", "EMAIL_URL"} <= asked
    assert examples(read(".env.example")) == asked


def test_a_variable_without_example_or_comment_is_found() -> None:
    twin = 'A = environment.text("NEW", "x")\nB = database.settings("DATA")\nC = other.text("NOT")'
    assert variables(twin) == {"NEW", "DATA"}
    assert examples("# why\nONE=1\nTWO=2\n# why\nTHREE=\n") == {"ONE"}
