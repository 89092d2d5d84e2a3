"""Blocked weeks as people write them: one day, or a first and a last day, on each line."""

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta

WEEK = timedelta(days=7)
MOST_LINES = 100
LONGEST_DAYS = 366 * 15
LINE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\s+(?:to|-|–|until)\s+(\d{4}-\d{2}-\d{2}))?", re.ASCII)


class WeeksError(ValueError):
    """A line that is no week, in words for the person who wrote it."""


def parse(text: str) -> list[date]:
    """The Mondays of all weeks that the lines touch, in order; WeeksError names the first bad line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        raise WeeksError(f"Enter at most {MOST_LINES} lines of weeks")
    return sorted({monday for line in lines for monday in _mondays(line)})


def write(mondays: Collection[date]) -> str:
    """The lines that parse to these Mondays; weeks that follow each other share a line, as long as one may be."""
    return "\n".join(_line(*piece) for first, last in runs(mondays) for piece in _pieces(first, last))


def runs(mondays: Collection[date]) -> list[tuple[date, date]]:
    """First Monday and last Sunday of each run of weeks without a break."""
    found: list[tuple[date, date]] = []
    for monday in sorted(mondays):
        sunday = monday + timedelta(days=6)
        if found and found[-1][1] + timedelta(days=1) == monday:
            found[-1] = (found[-1][0], sunday)
        else:
            found.append((monday, sunday))
    return found


def _pieces(first: date, last: date) -> Iterator[tuple[date, date]]:
    longest = timedelta(days=LONGEST_DAYS // 7 * 7)
    while last - first >= longest:
        yield first, first + longest - timedelta(days=1)
        first += longest
    yield first, last


def _line(first: date, last: date) -> str:
    return f"{first.isoformat()} to {last.isoformat()}"


def _mondays(line: str) -> Iterator[date]:
    match = LINE.fullmatch(line)
    if match is None:
        raise WeeksError(f"Write ‘{_shown(line)}’ as a date such as 2027-07-05, or as 2027-07-05 to 2027-07-18")
    first = _day(match[1])
    last = _day(match[2]) if match[2] else first
    if last < first:
        raise WeeksError(f"‘{_shown(line)}’ ends before it starts")
    if (last - first).days > LONGEST_DAYS:
        raise WeeksError(f"‘{_shown(line)}’ is longer than 15 years")
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        yield monday
        monday += WEEK


def _day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or not 2000 <= found.year < 2100:
        raise WeeksError(f"‘{text}’ is not a date of this century")
    return found


def _shown(line: str) -> str:
    return line if len(line) <= 40 else f"{line[:39]}…"
