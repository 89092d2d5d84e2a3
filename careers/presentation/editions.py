"""The editions of one guide as a list, and where an old one stands among them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from careers.presentation import words


@dataclass(frozen=True, slots=True)
class Issue:
    """An edition in the list: its number, the day readers first saw it, and the day its text was reviewed."""

    number: int
    live_from: str
    reviewed: str
    is_live: bool


@dataclass(frozen=True, slots=True)
class Banner:
    """What stands above an edition that is read at its own address."""

    number: int
    live: int
    from_day: str
    replaced_on: str

    @property
    def is_live(self) -> bool:
        """Whether it is what readers of the guide see now."""
        return self.number == self.live


def issue(number: int, live_from: datetime, reviewed_on: str, *, live: int) -> Issue:
    """The edition as a row of the list."""
    return Issue(number, words.day(live_from.date().isoformat()), words.day(reviewed_on), number == live)


def banner(number: int, starts: Sequence[tuple[int, datetime]], *, live: int) -> Banner:
    """The banner of an edition; `starts` are numbers and first days of all editions that readers may see."""
    later = [at for other, at in starts if other > number]
    days = dict(starts)
    replaced = words.day(max(min(later), days[number]).date().isoformat()) if later and number != live else ""
    return Banner(number, live, words.day(days[number].date().isoformat()), replaced)
