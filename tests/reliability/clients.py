"""Clients that answer again and again: a page that saves by itself, and a person who walks from page to page."""

import threading
import time
from dataclasses import dataclass, field
from random import Random
from uuid import UUID, uuid4

from assessments.domain.form import SCENARIO
from tests import markup
from tests.reliability.history import History, Question, Write
from tests.reliability.people import Writer
from tests.reliability.wire import Door, Reply

PAUSE = 0.02
"""Seconds before something is sent again."""

PERSISTENCE = 20.0
"""Seconds after which a client gives up on an answer."""

PAGES_OF_MANY_TURNS = 0.4
"""How often a page that saves by itself sends one more change."""


class Refused(Exception):
    """An answer that says clearly that nothing was saved, where nothing stood in the way."""


@dataclass(slots=True)
class Client:
    """What both kinds share: new content for a question, and the same bytes again until they are acknowledged."""

    writer: Writer
    door: Door
    history: History
    over: threading.Event
    chance: Random
    path: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def run(self) -> None:
        """Answer until it is over; what goes wrong stands in the history."""
        try:
            while not self.over.is_set():
                self.answer(self.chance.choice(self.writer.questions))
        except Exception as error:
            self.history.refused.append(repr(error))

    def answer(self, question: Question) -> None:
        """Give the question a new answer."""
        raise NotImplementedError

    def keep(self, question: Question, fields: dict[str, str], acknowledges: str) -> None:
        """Send an answer until it is acknowledged."""
        write = Write(UUID(fields["key"]), int(fields["turn"]), fields.get("evidence") or fields["answer"])
        self.history.writes.setdefault(question, []).append(write)
        reply = self.insist(self.door.post(self.address(question), fields, **self.headers))
        write.acknowledged = bool(reply)
        if reply and acknowledges not in reply.location + reply.body:
            raise Refused(reply)

    def insist(self, request: bytes) -> Reply | None:
        """The first clear answer to these bytes; none after long."""
        end = time.monotonic() + PERSISTENCE
        while time.monotonic() < end:
            reply = self.door.ask(request)
            if reply and reply.status < 400:
                return reply
            if reply and reply.status < 500:
                raise Refused(reply.status, reply.body[:2000])
            self.history.unknown += 1
            time.sleep(PAUSE)
        return None

    def content(self, question: Question) -> dict[str, str]:
        """An answer unlike the one before."""
        before = self.history.writes.get(question, [])
        if question.kind == SCENARIO:
            others = set(self.writer.choices[question.id]) - {write.content for write in before[-1:]}
            return {"answer": self.chance.choice(sorted(others))}
        text = f"Answer {len(before) + 1} of {self.writer.session}"
        return {"level": str(self.chance.randrange(6)), "evidence": text}

    def address(self, question: Question) -> str:
        """Where the question is asked."""
        part = "scenarios/" if question.kind == SCENARIO else ""
        return f"/assessments/{question.attempt}/{part}{question.id}/"


class Saver(Client):
    """A page that saves by itself; it was drawn when it saw all that was acknowledged."""

    def answer(self, question: Question) -> None:
        """Some changes on one page."""
        self.headers = {"HX_Request": "true"}
        seen = sum(write.acknowledged for write in self.history.writes.get(question, ()))
        page = {"key": str(uuid4()), "seen": str(seen), "shown": str(int(time.time()))}
        turn = 1
        while turn == 1 or self.chance.random() < PAGES_OF_MANY_TURNS:
            self.keep(question, page | {"turn": str(turn)} | self.content(question), "Saved at")
            turn += 1


class Walker(Client):
    """A person without JavaScript, who opens a page, fills it in as it is drawn, and is led to the next."""

    def answer(self, question: Question) -> None:
        """Open the page, press the button."""
        page = self.insist(self.door.get(self.address(question)))
        if page is None:
            raise Refused("the page never came")
        drawn = {
            name: values[0] for name, values in markup.typed(markup.read(page.body).one("form", class_="q")).items()
        }
        del drawn["csrfmiddlewaretoken"]
        drawn.pop("low_confidence", "")
        self.keep(question, drawn | self.content(question) | {"go": "1"}, f"/assessments/{question.attempt}/")
