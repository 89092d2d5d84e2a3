"""`make setup`: installs what the lock names, once, or says in one line why it cannot."""

import ast
import hashlib
import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import install
import pytest

SCRIPT = Path(install.__file__)


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the installation runs; its files lie in a folder of the test."""
    made: list[list[str]] = []
    (tmp_path / "installer.txt").write_text("uv==1\n")
    (tmp_path / "everything.txt").write_text("django==5\n")
    for name in ("INSTALLER", "EVERYTHING"):
        monkeypatch.setattr(install, name, tmp_path / f"{name.lower()}.txt")
    monkeypatch.setattr(install, "STAMP", tmp_path / "installed.sha256")
    monkeypatch.setattr(install, "run", made.append)
    return made


def working(monkeypatch: pytest.MonkeyPatch, *modules: str) -> None:
    """Let the environment hold these modules only."""
    monkeypatch.setattr(install, "works", lambda statement: statement.removeprefix("import ") in modules)


def ran(commands: list[list[str]]) -> list[str]:
    return [next(word for word in command if word in {"venv", "install", "sync"}) for command in commands]


def refusal(act: Callable[[], Any]) -> str:
    with pytest.raises(SystemExit) as caught:
        act()
    return str(caught.value)


@pytest.mark.parametrize("version", [(3, 10, 14), (3, 8, 0), (2, 7, 18)])
def test_an_old_python_gets_one_line_that_names_another(version: tuple[int, ...]) -> None:
    found = ".".join(map(str, version))
    assert refusal(lambda: install.refuse_old_python(version)) == (
        f"Python 3.11 or newer is needed; this one is {found}. Name another: make PYTHON=python3.11 ..."
    )


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 13, 1), (4, 0, 0)])
def test_a_new_python_goes_on(version: tuple[int, ...]) -> None:
    install.refuse_old_python(version)


def test_an_old_python_can_read_the_script_that_refuses_it() -> None:
    tree = ast.parse(SCRIPT.read_text(), feature_version=(3, 6))
    future = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    assert future == []
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    hints = [argument.annotation for node in functions for argument in node.args.args]
    # Python 3.6 evaluates every hint, and has no list[str].
    assert [hint for hint in hints if isinstance(hint, ast.Subscript)] == []


def test_the_version_is_looked_at_before_anything_else(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert refusal(install.main).startswith("Python 3.11 or newer is needed; this one is 3.9.2.")
    assert commands == []


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_python_without_environments_gets_one_line(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], missing: str
) -> None:
    working(monkeypatch)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == missing else object())
    assert refusal(install.main) == (
        "This Python cannot create environments: it has no venv. On Debian: apt-get install python3-venv"
    )
    assert (commands, capsys.readouterr().out) == ([], "")


def test_everything_is_made_and_installed_by_hash_the_first_time(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    working(monkeypatch)
    install.main()
    assert ran(commands) == ["venv", "install", "sync"]
    assert all("--require-hashes" in command for command in commands[1:])
    assert [commands[1][-1], commands[2][-1]] == [str(install.INSTALLER), str(install.EVERYTHING)]
    assert install.STAMP.read_text() == hashlib.sha256(b"uv==1\ndjango==5\n").hexdigest()


def test_nothing_is_done_and_said_while_the_lock_is_the_same(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    working(monkeypatch, "uv", "django")
    install.main()
    commands.clear()
    capsys.readouterr()
    install.main()
    assert (commands, capsys.readouterr().out) == ([], "")


@pytest.mark.parametrize("name", ["INSTALLER", "EVERYTHING"])
def test_a_new_lock_is_installed_into_the_environment_that_is_there(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    working(monkeypatch, "uv", "django")
    install.main()
    commands.clear()
    getattr(install, name).write_text("another==2\n")
    install.main()
    assert ran(commands) == ["sync"]


def test_an_environment_whose_python_is_gone_is_made_anew(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    working(monkeypatch, "uv", "django")
    install.main()
    commands.clear()
    working(monkeypatch)
    install.main()
    assert ran(commands) == ["venv", "install", "sync"]
    assert "--clear" in commands[0]


def test_an_installation_that_failed_is_tried_again(commands: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    working(monkeypatch, "uv", "django")
    monkeypatch.setattr(install, "run", lambda command: sys.exit("failed"))
    assert refusal(install.main) == "failed"
    assert not install.STAMP.exists()


def test_a_step_that_fails_stops_with_one_line() -> None:
    install.run([sys.executable, "-c", "pass"])
    assert refusal(lambda: install.run([sys.executable, "-c", "raise SystemExit(3)"])) == (
        "The installation failed; the lines above say why. Run the same command again when that is mended."
    )


def test_an_environment_works_where_its_python_can_run_a_statement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install, "PYTHON", Path(sys.executable))
    assert install.works("import json")
    assert not install.works("import there_is_no_such_module")
    monkeypatch.setattr(install, "PYTHON", tmp_path / "python")
    assert not install.works("import json")
