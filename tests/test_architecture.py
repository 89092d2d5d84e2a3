"""The house keeps its order: layers, a pure domain, no hidden writes, and one place that reads the clock."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import ROOT, python

PACKAGES = ("assessments", "careers", "cmio_coach")
LINTER = Path(sys.executable).with_name("lint-imports")
CLOCKS = {"now", "today", "utcnow", "localdate", "localtime", "time", "time_ns", "monotonic"}
CLOCK_OWNERS = {"datetime", "date", "timezone", "time", "dt"}
AT_THE_EDGE = {"views", "admin", "management", "wsgi"}
"""Where a request or a command begins: here the clock is read, everything below is given the time."""

DOMAIN_ALONE = """
import importlib, pkgutil, sys
import assessments.domain as domain
names = [found.name for found in pkgutil.walk_packages(domain.__path__, "assessments.domain.")]
for name in names:
    importlib.import_module(name)
assert len(names) > 20, names
heavy = {"django", "allauth", "yaml", "sqlite3", "socket"} & sys.modules.keys()
assert not heavy, heavy
"""


def clock_calls(module: str) -> list[str]:
    """Calls that read the clock."""
    calls = [node.func for node in ast.walk(ast.parse(module)) if isinstance(node, ast.Call)]
    read = [call for call in calls if isinstance(call, ast.Attribute) and call.attr in CLOCKS]
    return [ast.unparse(call) for call in read if ast.unparse(call.value).split(".")[-1] in CLOCK_OWNERS]


def hidden_writes(module: str) -> list[str]:
    """Signals, and classes that do work of their own when they are saved or deleted."""
    tree = list(ast.walk(ast.parse(module)))
    methods = [part for node in tree if isinstance(node, ast.ClassDef) for part in node.body]
    found = [part.name for part in methods if isinstance(part, ast.FunctionDef) and part.name in {"save", "delete"}]
    modules = [node.module or "" for node in tree if isinstance(node, ast.ImportFrom)]
    modules += [name.name for node in tree if isinstance(node, ast.Import) for name in node.names]
    return found + [name for name in modules if name == "django.dispatch" or name.endswith(".signals")]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(LINTER), "--no-cache", str(folder / "pyproject.toml")]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def alone(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program with the project on its path and nothing in its environment."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=ROOT, env={}, capture_output=True, text=True, check=False)


def edge(name: str) -> bool:
    return bool(AT_THE_EDGE & set(Path(name).with_suffix("").parts))


def test_the_layers_hold() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout
    assert "3 kept, 0 broken" in done.stdout


@pytest.mark.parametrize(
    ("module", "wrong", "contract"),
    [
        ("assessments/domain/scoring.py", "import random", "Arithmetic and search know no Django"),
        ("assessments/domain/report.py", "import django.utils.timezone", "Arithmetic and search know no Django"),
        ("careers/services/working.py", "import assessments.models", "never the reverse"),
        ("assessments/models/plans.py", "import assessments.views.plans", "One direction only"),
        ("assessments/services/plans.py", "import assessments.presentation.words", "One direction only"),
    ],
)
def test_an_import_in_the_wrong_direction_is_refused(tmp_path: Path, module: str, wrong: str, contract: str) -> None:
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / module).open("a") as file:
        file.write(f"\n{wrong}\n")
    done = lint(tmp_path)
    assert done.returncode == 1
    broken = " ".join(done.stdout.split()).partition("Broken contracts")[2]
    assert contract in broken


def test_the_domain_stands_alone_without_settings() -> None:
    done = alone(DOMAIN_ALONE)
    assert done.returncode == 0, done.stderr


def test_models_do_not_stand_alone() -> None:
    done = alone("import assessments.models")
    assert done.returncode == 1
    assert "ImproperlyConfigured" in done.stderr


def test_only_the_edge_reads_the_clock() -> None:
    read = {name: calls for name, text in python(*PACKAGES).items() if (calls := clock_calls(text))}
    assert {name: calls for name, calls in read.items() if not edge(name)} == {}
    assert any("views" in name for name in read)


@pytest.mark.parametrize(
    ("twin", "found"),
    [
        ("x = timezone.now()", ["timezone.now"]),
        ("x = datetime.datetime.now(tz)", ["datetime.datetime.now"]),
        ("def f(day=date.today()): ...", ["date.today"]),
        ("x = time.time()", ["time.time"]),
        ("at = DateTimeField(default=timezone.now)", []),
        ("x = facts.today", []),
        ("x = row.time()", []),
    ],
)
def test_reading_the_clock_is_told_from_naming_it(twin: str, found: list[str]) -> None:
    assert clock_calls(twin) == found


@pytest.mark.parametrize(
    ("name", "at_the_edge"),
    [
        ("assessments/views/home.py", True),
        ("careers/views/guide.py", True),
        ("assessments/management/commands/demo.py", True),
        ("assessments/services/plans.py", False),
        ("assessments/presentation/overview.py", False),
    ],
)
def test_the_edge_is_views_commands_and_the_desk(name: str, at_the_edge: bool) -> None:
    assert edge(name) == at_the_edge


def test_nothing_is_written_behind_anybodys_back() -> None:
    assert {name: found for name, text in python(*PACKAGES).items() if (found := hidden_writes(text))} == {}


@pytest.mark.parametrize(
    ("twin", "found"),
    [
        ("class A(Model):\n    def save(self): ...", ["save"]),
        ("class A(Model):\n    def delete(self): ...", ["delete"]),
        ("from django.dispatch import receiver", ["django.dispatch"]),
        ("from django.db.models.signals import post_save", ["django.db.models.signals"]),
        ("import allauth.account.signals", ["allauth.account.signals"]),
        ("def save(thing): ...\nclass A:\n    def save_model(self): ...", []),
    ],
)
def test_hidden_writes_are_found(twin: str, found: list[str]) -> None:
    assert hidden_writes(twin) == found


def test_there_is_no_drawer_for_odds_and_ends() -> None:
    stems = {Path(name).stem for name in python(*PACKAGES)}
    assert stems & {"utils", "helpers", "misc", "common", "signals"} == set()
