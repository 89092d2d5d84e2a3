"""What was sent and what came of it, and the verdict on the rows that are there afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Question:
    """A question of one attempt; a single client at a time answers it."""

    attempt: UUID
    kind: str
    id: str


@dataclass(slots=True)
class Write:
    """A new answer, which is sent again in the very same words until the server acknowledges it."""

    key: UUID
    turn: int
    content: str
    acknowledged: bool = False

    @property
    def mark(self) -> tuple[UUID, int, str]:
        """What the row says while this is the last one."""
        return self.key, self.turn, self.content


@dataclass(frozen=True, slots=True)
class Row:
    """An answer as it is kept."""

    mark: tuple[UUID, int, str]
    revision: int


Rows = Mapping[Question, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many answers were acknowledged, and of those lost; how many changes there were that nobody asked for."""

    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0

    def __add__(self, other: "Verdict") -> "Verdict":
        return Verdict(self.acknowledged + other.acknowledged, self.lost + other.lost, self.doubled + other.doubled)


@dataclass(slots=True)
class History:
    """All writes by question in the order in which its client made them.

    - unknown: how often a try ended without an answer, or with one that says nothing about what was saved
    - refused: answers that no client should get
    """

    writes: dict[Question, list[Write]] = field(default_factory=dict)
    unknown: int = 0
    refused: list[str] = field(default_factory=list)

    @property
    def acknowledged(self) -> int:
        """How many answers were acknowledged so far."""
        return sum(write.acknowledged for writes in list(self.writes.values()) for write in list(writes))

    def at(self, attempt: UUID, rows: Rows) -> "tuple[History, Rows]":
        """What was sent to one attempt, and its rows."""
        writes = {question: sent for question, sent in self.writes.items() if question.attempt == attempt}
        return History(writes), {question: found for question, found in rows.items() if question.attempt == attempt}


def judge(history: History, rows: Rows) -> Verdict:
    """The verdict on all questions; rows of questions that nobody answered are doubled ones."""
    strange = sum(len(found) for question, found in rows.items() if question not in history.writes)
    judged = (_judge(writes, rows.get(question, ())) for question, writes in history.writes.items())
    return sum(judged, Verdict(doubled=strange))


def _judge(writes: Sequence[Write], rows: Sequence[Row]) -> Verdict:
    """A row counts its changes: at least one for each acknowledged write, at most one for each write."""
    acknowledged = sum(write.acknowledged for write in writes)
    changes = max((row.revision for row in rows), default=0)
    is_stale = acknowledged > 0 and not {row.mark for row in rows} & _may_be_last(writes)
    lost = max(acknowledged - changes, int(is_stale))
    return Verdict(acknowledged, lost, max(len(rows) - 1, 0) + max(changes - len(writes), 0))


def _may_be_last(writes: Sequence[Write]) -> set[tuple[UUID, int, str]]:
    """The last acknowledged write, and all after it, of which nobody knows."""
    last = max(place for place, write in enumerate(writes) if write.acknowledged)
    return {write.mark for write in writes[last:]}
