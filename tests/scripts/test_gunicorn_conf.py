"""What the server says when it is there: its address, and how to become an editor."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import local
import pytest

CONF = runpy.run_path(str(Path(local.__file__).parent / "gunicorn.conf.py"))


@pytest.mark.parametrize("name", [("127.0.0.1", 8123), ("127.0.0.1", 8123, 0, 0)])
def test_the_address_is_where_it_listens(capsys: pytest.CaptureFixture[str], name: tuple[str | int, ...]) -> None:
    listener = SimpleNamespace(sock=SimpleNamespace(getsockname=lambda: name))
    CONF["when_ready"](SimpleNamespace(LISTENERS=[listener]))
    assert capsys.readouterr().out.splitlines() == [
        "",
        "CMIO Coach is at http://127.0.0.1:8123/ (stop it with Ctrl-C)",
        "Become an editor: in another terminal, make admin EMAIL=you@example.org",
    ]


def test_it_serves_with_threads_in_more_than_one_process() -> None:
    assert (CONF["worker_class"], CONF["workers"] > 1, CONF["threads"] > 1) == ("gthread", True, True)
