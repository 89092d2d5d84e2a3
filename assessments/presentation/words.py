"""Dates, money, hours and counts in words."""

from collections.abc import Sequence
from datetime import date

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(value: date) -> str:
    """7 December 2026."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def days(first: date, last: date) -> str:
    """23 to 29 November 2026; what both ends share is said once."""
    if first.year != last.year:
        return f"{day(first)} to {day(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} to {day(last)}"
    return f"{first.day} to {day(last)}"


def month(value: date) -> str:
    """March 2028."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def months(first: date, last: date) -> str:
    """June to September 2029, or one month where both ends lie in it."""
    if (first.year, first.month) == (last.year, last.month):
        return month(first)
    if first.year == last.year:
        return f"{MONTHS[first.month - 1]} to {month(last)}"
    return f"{month(first)} to {month(last)}"


def usd(value: int) -> str:
    """$1,850."""
    return f"${value:,}"


def amount(value: float) -> str:
    """2.5, or 3 without its zero; at most one decimal."""
    return f"{value:,.1f}".removesuffix(".0")


def number(value: float) -> str:
    """Two, 12, 2.5: up to nine in letters."""
    shown = round(value, 1)
    return NUMBERS[int(shown)] if shown in range(len(NUMBERS)) else amount(shown)


def count(value: float, noun: str, plural: str = "") -> str:
    """Two weeks, 12 weeks, 2.5 weeks: up to nine in letters."""
    return f"{number(value)} {noun if round(value, 1) == 1 else plural or noun + 's'}"


def figures(number: float, noun: str) -> str:
    """2 weeks, 2.5 weeks: in figures, for what stands beside another figure."""
    said = amount(number)
    return f"{said} {noun if said == '1' else noun + 's'}"


def clock(hours: float) -> str:
    """2 h 40 min; rounded to ten minutes from one hour on, to five below."""
    step = 10 if hours >= 1 else 5
    minutes = max(step, round(hours * 60 / step) * step)
    whole, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{whole} h" if whole else "", f"{rest} min" if rest else "") if part)


def listed(parts: Sequence[str]) -> str:
    """A, b and c."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def article(text: str) -> str:
    """The text after "a" or "an": an MBA, a master's; the first letter of an acronym is heard by its name."""
    sounds = "AEFHILMNORSX" if text[:2].isupper() else "AEIOU"
    return f"{'an' if text[:1].upper() in sounds else 'a'} {text}"


def sentence(text: str) -> str:
    """The text with a capital first letter; the rest stays."""
    return text[:1].upper() + text[1:]
