"""`make run`: bad addresses get one line, and static files are collected when one has changed."""

import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import django.core.management
import local
import pytest
import serve
from django.core.management import CommandError
from pytest_django.fixtures import Settings


def refusal(act: Callable[[], Any]) -> str:
    with pytest.raises(SystemExit) as caught:
        act()
    return str(caught.value)


def parsed(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Any:
    monkeypatch.setattr(sys, "argv", ["serve.py", *arguments])
    return serve.parse()


@pytest.fixture
def taken(socket_enabled: None) -> Iterator[int]:
    """A port at which something listens already."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture
def collected(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was called to collect the static files of a folder of the test, which holds one."""
    calls: list[str] = []
    (tmp_path / "var").mkdir()
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "app.css").write_text("body {}")
    monkeypatch.setattr(local, "VAR", tmp_path / "var")
    settings.STATICFILES_DIRS = [tmp_path / "source"]
    settings.STATIC_ROOT = tmp_path / "static"

    def collect(name: str, **options: Any) -> None:
        calls.append(name)
        settings.STATIC_ROOT.mkdir(exist_ok=True)

    monkeypatch.setattr(django.core.management, "call_command", collect)
    return calls


@pytest.mark.parametrize(("port", "number"), [("1", 1), ("8123", 8123), ("65535", 65535), ("08000", 8000)])
def test_a_port_is_a_number(monkeypatch: pytest.MonkeyPatch, port: str, number: int) -> None:
    found = parsed(monkeypatch, "--port", port, "--host", "127.0.0.2")
    assert (found.host, found.port) == ("127.0.0.2", number)


def test_without_a_word_it_is_port_8000_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    found = parsed(monkeypatch)
    assert (found.host, found.port) == ("127.0.0.1", 8000)


@pytest.mark.parametrize("port", ["", "0", "65536", "x", "80 80", "1e3", "٣", "²", "8000\n", "9" * 5000, "+1", "1.0"])
def test_anything_else_gets_one_line(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    said = refusal(lambda: parsed(monkeypatch, "--port", port))
    assert said == f"PORT: is {port!r}; it wants a number from 1 to 65535"
    assert "\n" not in said


def test_a_port_in_use_gets_one_line_that_names_the_next(taken: int) -> None:
    assert refusal(lambda: serve.refuse_taken_address("127.0.0.1", taken)) == (
        f"Port {taken} is in use. Choose another: make run PORT={taken + 1}"
    )


def test_after_the_last_port_another_one_is_named(socket_enabled: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def in_use(self: socket.socket, address: Any) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(socket.socket, "bind", in_use)
    assert refusal(lambda: serve.refuse_taken_address("127.0.0.1", 65535)).endswith("make run PORT=8000")


def test_a_port_that_was_in_use_a_moment_ago_is_free(taken: int) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    serve.refuse_taken_address("127.0.0.1", free)


@pytest.mark.parametrize("host", ["203.0.113.1", "::1"])
def test_an_address_of_another_machine_gets_one_line(socket_enabled: None, host: str) -> None:
    said = refusal(lambda: serve.refuse_taken_address(host, 8000))
    assert said.startswith(f"Cannot listen at {host}:8000: ")
    assert "\n" not in said


def test_a_host_that_is_no_name_gets_one_line(socket_enabled: None) -> None:
    assert refusal(lambda: serve.refuse_taken_address("é..b", 8000)) == (
        "HOST: is '\\xe9..b'; it wants a name or an address of this machine"
    )


def test_static_files_are_collected_once(collected: list[str]) -> None:
    serve.collect_static_files()
    serve.collect_static_files()
    assert collected == ["collectstatic"]


@pytest.mark.parametrize("change", ["written", "added", "removed", "renamed"])
def test_they_are_collected_again_when_one_has_changed(tmp_path: Path, collected: list[str], change: str) -> None:
    serve.collect_static_files()
    file = tmp_path / "source" / "app.css"
    changes: dict[str, Callable[[], object]] = {
        "written": lambda: file.write_text("body { margin: 0 }"),
        "added": lambda: (tmp_path / "source" / "new.css").write_text(""),
        "removed": file.unlink,
        "renamed": lambda: file.rename(tmp_path / "source" / "other.css"),
    }
    changes[change]()
    serve.collect_static_files()
    serve.collect_static_files()
    assert len(collected) == 2


def test_they_are_collected_again_when_they_are_gone(collected: list[str], settings: Settings) -> None:
    serve.collect_static_files()
    settings.STATIC_ROOT.rmdir()
    serve.collect_static_files()
    assert len(collected) == 2


def test_a_faulty_document_stops_the_start_with_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def call(name: str, *arguments: Any, **options: Any) -> None:
        if name == "content":
            raise CommandError("one.yaml: title: is missing\nNothing was loaded.")

    monkeypatch.setattr(django.core.management, "call_command", call)
    assert refusal(serve.prepare) == "one.yaml: title: is missing\nNothing was loaded."
