"""Numbers, dates and places in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

SYMBOLS = {"USD": "$", "CAD": "C$", "AUD": "A$", "SGD": "S$", "GBP": "£", "EUR": "€"}
PLACES = {
    "US": "United States",
    "CA": "Canada",
    "GB": "United Kingdom",
    "DE": "Germany",
    "SE": "Sweden",
    "AU": "Australia",
    "SG": "Singapore",
    "AE": "United Arab Emirates",
    "SA": "Saudi Arabia",
    "GLOBAL": "all countries",
}


def number(value: float) -> str:
    """A number with commas, and decimals only where it has some."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")


def is_currency(unit: str) -> bool:
    """Whether a unit is a currency's code."""
    return unit.isupper() and len(unit) == 3


def money(value: float, currency: str) -> str:
    """An amount with its currency's sign, or its code where it has none."""
    symbol = SYMBOLS.get(currency)
    return f"{symbol}{number(value)}" if symbol else f"{currency} {number(value)}"


def short_money(value: float) -> str:
    """US dollars in thousands, for an axis."""
    return f"${number(value / 1000)}k" if value else "$0"


def amount(value: float, unit: str) -> str:
    """A value with its unit."""
    if is_currency(unit):
        return money(value, unit)
    if unit == "percent":
        return f"{number(value)}%"
    return f"{number(value)} {unit.removesuffix('s') if value == 1 else unit}"


def span(low: float, high: float, unit: str) -> str:
    """A range; a unit that is a word is said once."""
    if is_currency(unit) or unit == "percent":
        return f"{amount(low, unit)} to {amount(high, unit)}"
    return f"{number(low)} to {amount(high, unit)}"


def figure_value(figure: Mapping[str, Any]) -> str:
    """A figure's value or range with its unit; an open end says "or more"."""
    unit = figure["unit"]
    if "high" in figure:
        text = span(figure["low"], figure["high"], unit)
    else:
        text = amount(figure.get("value", figure.get("low")), unit)
    return f"{text} or more" if figure["open_ended"] else text


def figure_basis(figure: Mapping[str, Any]) -> str:
    """Place, year and sample size, each said even where it is not known."""
    year = str(figure["year"]) if figure["year"] else "year not stated"
    sample = f"n {number(figure['sample_size'])}" if figure["sample_size"] else "sample size not stated"
    period = f"a {figure['period']}, " if figure["period"] else ""
    return f"{period}{place(figure['geography'])}, {year}, {sample}"


def place(code: str) -> str:
    """A country's name, or its code where the site has no name for it."""
    return PLACES.get(code, code)


def day(iso: str) -> str:
    """An ISO date as 23 November 2026."""
    found = date.fromisoformat(iso)
    return f"{found.day} {found:%B %Y}"


def counted(count: int, singular: str) -> str:
    """A count with its noun."""
    return f"{count:,} {singular}" if count == 1 else f"{count:,} {singular}s"
