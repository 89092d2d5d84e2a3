"""The servers under measurement: each on a port of its own, asked for its workers' CPU, ended by its process id."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
WORKERS = 2
START = 60.0
"""Seconds within which a server has to answer."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where it listens and which processes do its work."""

    name: str
    port: int
    parent: int

    def cpu(self) -> float:
        """Seconds of CPU that its workers have used so far."""
        return sum(_on_cpu(pid) for pid in self.workers())

    def workers(self) -> list[int]:
        """The processes that the parent has started."""
        return [int(pid) for pid in Path(f"/proc/{self.parent}/task/{self.parent}/children").read_text().split()]


@contextmanager
def gunicorn(name: str, application: str, environment: Mapping[str, str]) -> Iterator[Server]:
    """Two workers of gunicorn's plainest kind."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--worker-class", "sync", "--workers", str(WORKERS), "--preload"]
    command += ["--bind", f"127.0.0.1:{port}", "--log-level", "warning", "--no-control-socket", application]
    with _running(name, command, port, environment) as server:
        yield server


@contextmanager
def nginx(folder: Path, root: Path) -> Iterator[Server]:
    """Two workers of nginx on pages in that folder, which are files that were compressed beforehand."""
    port = free_port()
    (folder / "nginx.conf").write_text(
        f"daemon off; worker_processes {WORKERS}; pid {folder}/nginx.pid; error_log stderr error;\n"
        f"{'user root;' if os.geteuid() == 0 else ''} events {{}}\n"
        f"http {{ access_log off; server {{ listen 127.0.0.1:{port}; root {root};"
        f" location / {{ default_type text/html; add_header Content-Encoding br; }} }} }}\n"
    )
    command = [nginx_path() or "", "-c", str(folder / "nginx.conf"), "-e", "stderr"]
    with _running("nginx", command, port, {}) as server:
        yield server


def nginx_path() -> str | None:
    """Where nginx is installed, if it is."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        found: int = probe.getsockname()[1]
        return found


@contextmanager
def _running(name: str, command: list[str], port: int, environment: Mapping[str, str]) -> Iterator[Server]:
    process = subprocess.Popen(command, cwd=PROJECT, env={**os.environ, **environment})
    try:
        _wait(process, port)
        yield Server(name, port, process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=START)


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"{process.args!r} does not answer at port {port}")


def _on_cpu(pid: int) -> float:
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9
