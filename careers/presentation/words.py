"""Amounts, units, places and dates as readers see them."""

from datetime import date, datetime

CURRENCIES = {"USD": "$", "CAD": "C$", "AUD": "A$", "SGD": "S$", "GBP": "£", "EUR": "€", "JPY": "¥", "INR": "₹"}
"""Signs that stand before an amount; other currencies are named by their code."""

CURRENCY_NAMES = {
    "USD": "US dollars",
    "CAD": "Canadian dollars",
    "AUD": "Australian dollars",
    "SGD": "Singapore dollars",
    "GBP": "pounds",
    "EUR": "euros",
}
COUNTRIES = {
    "US": "United States",
    "CA": "Canada",
    "GB": "United Kingdom",
    "DE": "Germany",
    "SE": "Sweden",
    "AU": "Australia",
    "NZ": "New Zealand",
    "IE": "Ireland",
    "NL": "Netherlands",
    "CH": "Switzerland",
    "SG": "Singapore",
    "AE": "United Arab Emirates",
    "SA": "Saudi Arabia",
    "IN": "India",
    "GLOBAL": "Several countries",
}
SINGULAR = {"years": "year", "months": "month", "hours": "hour", "weeks": "week", "jobs": "job", "posts": "post"}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
LETTERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
INITIALS = {"ai", "bi", "cds", "ehr", "hie", "it", "rpm", "hl7", "fhir"}


def is_currency(unit: str) -> bool:
    """Whether the unit is money: currencies are written as three capitals."""
    return len(unit) == 3 and unit.isupper()


def number(value: float) -> str:
    """12,500 or 11.25, without empty decimals."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def amount(value: float, unit: str) -> str:
    """The value with its unit: $300,000, 7%, 4.5 years, SEK 1,000,000."""
    if is_currency(unit):
        return _signed(number(abs(value)), value, unit)
    if unit == "percent":
        return f"{number(value)}%"
    return f"{number(value)} {SINGULAR.get(unit, unit) if value == 1 else unit}"


def short(value: float, unit: str) -> str:
    """The value for an axis or a narrow cell: $300k, $1.5m, 20%, 15."""
    if is_currency(unit):
        return _signed(_thousands(abs(value)), value, unit)
    return f"{number(value)}%" if unit == "percent" else _thousands(value)


def _signed(text: str, value: float, unit: str) -> str:
    sign = "-" if value < 0 else ""
    return f"{sign}{CURRENCIES[unit]}{text}" if unit in CURRENCIES else f"{sign}{unit} {text}"


def _thousands(value: float) -> str:
    for size, letter in ((1_000_000, "m"), (10_000, "k")):
        if abs(value) >= size:
            return f"{number(value / (1000 if letter == 'k' else size))}{letter}"
    return number(value)


def span(low: float, high: float | None, unit: str, *, is_open: bool = False) -> str:
    """A range with its unit said once where it follows the number: 5 to 10 years, $170,000 to $350,000 or more."""
    if high is None or high == low:
        text = amount(low, unit)
    elif is_currency(unit) or unit == "percent":
        text = f"{amount(low, unit)} to {amount(high, unit)}"
    else:
        text = f"{number(low)} to {amount(high, unit)}"
    return f"{text} or more" if is_open else text


def short_span(low: float, high: float | None, unit: str, *, is_open: bool = False) -> str:
    """A range for a narrow cell: money in thousands where nothing is lost, everything else in full."""
    if high is None or high == low or not is_currency(unit) or low % 1000 or high % 1000 or low < 10_000:
        return span(low, high, unit, is_open=is_open)
    return f"{short(low, unit)} to {short(high, unit)}{' or more' if is_open else ''}"


def unit_name(unit: str) -> str:
    """The unit in words: US dollars, percent, years."""
    return CURRENCY_NAMES.get(unit, unit)


def country(code: str) -> str:
    """The country's name, or the code where it is not known."""
    return COUNTRIES.get(code, code)


def day(iso: str) -> str:
    """23 November 2026, from an ISO date."""
    value = date.fromisoformat(iso)
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def moment(at: datetime) -> str:
    """06:00 UTC, 1 February 2027, as pages say it where no script can turn it into the reader's own time."""
    return f"{at:%H:%M} UTC, {day(at.date().isoformat())}"


def counting(how_many: int) -> str:
    """Two, Three ... Nine, 10: numbers that open a sentence."""
    return LETTERS[how_many] if how_many in range(len(LETTERS)) else str(how_many)


def counted(how_many: int, noun: str) -> str:
    """1 source, 45 sources."""
    return f"{how_many:,} {noun if how_many == 1 else noun + 's'}"


def plain(key: str) -> str:
    """A key in words: AI governance for ai_governance."""
    words = [word.upper() if word in INITIALS else word for word in key.replace("-", "_").split("_")]
    text = " ".join(words)
    return text[:1].upper() + text[1:]
