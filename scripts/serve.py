"""`make run`: brings database, content and static files up to date, then becomes the server."""

import argparse
import errno
import hashlib
import os
import re
import socket
import sys
from pathlib import Path

import local


def main() -> None:
    """Serve at the given address, or stop with one line that says why not."""
    arguments = parse()
    refuse_taken_address(arguments.host, arguments.port)
    os.environ.update(local.environment())
    os.environ.setdefault("SITE_URL", f"http://{arguments.host}:{arguments.port}")
    os.chdir(local.PROJECT)
    sys.path.insert(0, str(local.PROJECT))
    prepare()
    config = str(local.PROJECT / "scripts" / "gunicorn.conf.py")
    bind = f"{arguments.host}:{arguments.port}"
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "-c", config, "--bind", bind, "cmio_coach.wsgi"])


def parse() -> argparse.Namespace:
    """What to serve at; a port is a number from 1 to 65535."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default="8000")
    arguments = parser.parse_args()
    if not (re.fullmatch("[0-9]{1,5}", arguments.port) and 0 < int(arguments.port) < 65536):
        sys.exit(f"PORT: is {arguments.port!r}; it wants a number from 1 to 65535")
    arguments.port = int(arguments.port)
    return arguments


def refuse_taken_address(host: str, port: int) -> None:
    """Stop with one line where nothing can listen there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                sys.exit(f"Port {port} is in use. Choose another: make run PORT={port + 1 if port < 65535 else 8000}")
            sys.exit(f"Cannot listen at {host}:{port}: {error.strerror}. Choose another: make run PORT=8000")
        except (TypeError, ValueError):
            sys.exit(f"HOST: is {host!a}; it wants a name or an address of this machine")


def prepare() -> None:
    """Migrate, make the cache table, load content, collect static files; all in one process, to start quickly."""
    import django
    from django.core.management import CommandError, call_command

    django.setup()
    try:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        call_command("content", "load")
        collect_static_files()
    except CommandError as error:
        sys.exit(str(error))


def collect_static_files() -> None:
    """Collect them where one has changed: compressing all of them takes longer than the rest of the start."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    paths = (Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list([]))
    states = sorted((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in paths)
    present = hashlib.sha256(repr(states).encode()).hexdigest()
    stamp = local.VAR / "static.sha256"
    if not (settings.STATIC_ROOT.is_dir() and stamp.is_file() and stamp.read_text() == present):
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        stamp.write_text(present)


if __name__ == "__main__":
    main()
