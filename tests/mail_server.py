"""A mail server of our own that speaks SMTP over a real socket, and fails where it is told to."""

import socketserver
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from django.test import override_settings

OK = "ok"
GREETING_421, RCPT_451, RCPT_550, DATA_452, TEXT_554 = "421", "451", "550", "452 to data", "554 to the text"
DROPS_AT_RCPT, TAKES_AND_DROPS, TAKES_AND_BABBLES = "drops at rcpt", "takes and drops", "takes and babbles"
SLOW_TO_GREET, TAKES_SLOWLY = "slow to greet", "takes slowly"
PATIENCE = 0.5
"""Seconds that the site waits for an answer in tests; slow is twice as long."""


class Server(socketserver.ThreadingTCPServer):
    """What it took, what it does in the next conversations (after that, all is well), and what it was told."""

    allow_reuse_address = daemon_threads = True

    def __init__(self, *script: str) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.script = deque(script)
        self.taken: list[EmailMessage] = []
        self.told: list[str] = []
        self.envelopes: list[tuple[str, str]] = []
        self.conversations = 0

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever hangs up on it is no mistake."""


class _Conversation(socketserver.StreamRequestHandler):
    server: Server

    def handle(self) -> None:
        self.server.conversations += 1
        how = self.server.script.popleft() if self.server.script else OK
        if how == SLOW_TO_GREET:
            time.sleep(2 * PATIENCE)
        self._say("421 too busy" if how == GREETING_421 else "220 here")
        if how != GREETING_421:
            self._talk(how)

    def _talk(self, how: str) -> None:
        """Answer one command after the other until one of both hangs up."""
        envelope = {"MAIL": "", "RCPT": ""}
        answers = {"EHLO": "250 8BITMIME", "QUIT": "221 bye", "RCPT": "250 ok"}
        if how in {RCPT_451, RCPT_550}:
            answers["RCPT"] = f"{how} no"
        while line := self.rfile.readline().decode().strip():
            self.server.told.append(line)
            verb = line[:4].upper()
            envelope[verb] = line
            if verb == "DATA" and how != DATA_452:
                self._say("354 go on")
                if self._text(how, envelope["MAIL"], envelope["RCPT"]):
                    return
            elif how == DROPS_AT_RCPT and verb == "RCPT":
                return
            else:
                self._say("452 no room" if verb == "DATA" else answers.get(verb, "250 ok"))
            if verb == "QUIT":
                return

    def _text(self, how: str, sender: str, recipient: str) -> bool:
        """Read the text and answer for it; True where the conversation ends with it."""
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line.removeprefix(b"."))
        if how == TEXT_554:
            self._say("554 looks like spam")
            return False
        self.server.taken.append(message_from_bytes(b"".join(lines), policy=default))
        self.server.envelopes.append((sender, recipient))
        if how == TAKES_SLOWLY:
            time.sleep(2 * PATIENCE)
        if how == TAKES_AND_DROPS:
            return True
        self._say("\x00\x01" if how == TAKES_AND_BABBLES else "250 queued")
        return False

    def _say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())


@contextmanager
def running(*script: str) -> Iterator[Server]:
    """A server that the site sends its mail to."""
    with Server(*script) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            with sending_to(server.port):
                yield server
        finally:
            server.shutdown()
            thread.join(5)


def sending_to(port: int) -> override_settings:
    """The site's mail goes to that port of this machine; where nobody listens, it is down."""
    return override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=port,
        EMAIL_HOST_USER="",
        EMAIL_HOST_PASSWORD="",
        EMAIL_USE_TLS=False,
        EMAIL_TIMEOUT=PATIENCE,
    )
