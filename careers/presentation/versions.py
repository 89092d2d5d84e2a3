"""What an editor chooses between: the draft, and everything that was published, scheduled or put aside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from careers.presentation import words

DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Version:
    """The draft or a numbered document: what stands for it in an address, its name, and how it stands."""

    value: str
    name: str
    state: str = ""

    @property
    def label(self) -> str:
        """The name and the state in one line, such as "Edition 3, live since 5 November 2026"."""
        line = f"{self.name}, {self.state}" if self.state else self.name
        return line[:1].upper() + line[1:]


def versions(
    noun: str, rows: Iterable[tuple[int, datetime | None]], drafts: Mapping[int, str], *, at: datetime
) -> list[Version]:
    """The draft and all numbered documents, the newest first; rows are numbers and when readers see them from.

    `drafts` are the names of the drafts that became numbered documents, by number.
    """
    shown = [Version(DRAFT, "the draft")]
    is_earlier = False
    for number, live_from in rows:
        state = _state(live_from, drafts.get(number, ""), is_earlier=is_earlier, at=at)
        is_earlier = is_earlier or (live_from is not None and live_from <= at)
        shown.append(Version(str(number), f"{noun} {number}", state))
    return shown


def _state(live_from: datetime | None, draft: str, *, is_earlier: bool, at: datetime) -> str:
    if live_from is None:
        return f"which no reader saw: {draft}" if draft else "which no reader saw"
    day = words.day(live_from.date().isoformat())
    if live_from > at:
        return f"scheduled for {day}"
    return f"of {day}" if is_earlier else f"live since {day}"
