"""What the scanner says is taken as it is meant, and no answer is never taken for a good one."""

import logging
import socket
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from assessments.models import EvidenceFile
from assessments.services import antivirus
from tests.assessments.documents import PDF
from tests.assessments.scanner import EICAR, running

Scan = EvidenceFile.Scan
LARGE = PDF + bytes(range(256)) * 1024


def test_without_a_scanner_nothing_is_scanned(settings: Settings) -> None:
    assert settings.CLAMD is None
    assert antivirus.scan(EICAR) == Scan.NOT_SCANNED


def test_the_scanner_gets_every_byte_and_its_verdict_counts(settings: Settings) -> None:
    with running() as scanner:
        settings.CLAMD = scanner.address
        assert [antivirus.scan(content) for content in (LARGE, EICAR, b"")] == [Scan.CLEAN, Scan.FOUND, Scan.CLEAN]
    assert scanner.seen == [LARGE, EICAR, b""]


def test_a_scanner_may_listen_on_a_socket_of_the_machine(settings: Settings, tmp_path: Path) -> None:
    path = str(tmp_path / "clamd")
    with running(path):
        settings.CLAMD = path
        assert antivirus.scan(PDF + EICAR) == Scan.FOUND
    assert antivirus.scan(PDF) == Scan.HELD


@pytest.mark.parametrize(
    "answer",
    [
        b"INSTREAM size limit exceeded. ERROR\0",
        b"stream: OK",
        b"stream: OK FOUND",
        b"",
        b"OK\0",
        b"x" * 5000,
        b"stream: x ERROR\0",
    ],
)
def test_an_answer_that_is_no_verdict_holds_the_file_back(settings: Settings, answer: bytes) -> None:
    with running() as scanner:
        settings.CLAMD, scanner.answer = scanner.address, answer
        assert antivirus.scan(PDF) == Scan.HELD


def test_a_scanner_that_hangs_or_is_away_holds_the_file_back_and_is_logged(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(antivirus, "TIMEOUT", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent, caplog.at_level(logging.WARNING):
        settings.CLAMD = silent.getsockname()
        assert antivirus.scan(PDF) == Scan.HELD
    assert antivirus.scan(PDF) == Scan.HELD
    lines = [record.getMessage() for record in caplog.records]
    assert [line.split(": ")[1] for line in lines] == ["TimeoutError", "ConnectionRefusedError"]
