"""A guide's row of the index, as plain data that is kept beside its edition."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, TypedDict

from careers.presentation import words
from careers.presentation.figures import Figure, References
from careers.presentation.guide import is_assessed
from careers.presentation.ladder import own_level

Document = Mapping[str, Any]
MEASURED, WEAKER, DISPUTED, NONE = "measured", "weaker", "disputed", "none"


class CardSource(TypedDict):
    """Where a figure of the row comes from."""

    title: str
    url: str | None
    about: str


class CardPay(TypedDict):
    """One figure of the row; amounts in US dollars a year."""

    value: str
    low: float
    high: float
    is_open: bool
    is_solid: bool
    is_estimate: bool
    dated: str
    note: str
    source: CardSource


class Card(TypedDict):
    """Everything that the rows of the index and of the home page show."""

    slug: str
    title: str
    short: str
    tagline: str
    pay: CardPay | None
    pay_range: CardPay | None
    pay_basis: str
    caution: str
    years: str
    holds: str
    is_assessed: bool
    figures: int
    disputed: int


def card(document: Document) -> Card:
    """The guide's row."""
    references = References(document)
    facts = document["key_facts"]
    pay = references.figure(facts["pay"])
    return {
        "slug": document["slug"],
        "title": document["title"],
        "short": document["abbreviation"] or document["title"],
        "tagline": document["tagline"],
        "pay": _pay(pay),
        "pay_range": _pay(references.figure(facts["pay_range"])),
        "pay_basis": _basis(pay),
        "caution": facts.get("cautions", {}).get("pay", ""),
        "years": _years(document),
        "holds": holds(document),
        "is_assessed": is_assessed(document),
        "figures": len(document["figures"]),
        "disputed": sum(1 for figure in document["figures"] if figure["conflicts_with"]),
    }


def source_digests(document: Document) -> set[str]:
    """A fingerprint of each source that the guide names: alike in every guide that names it."""
    named = {(source["title"], source["publisher"]) for source in document["sources"]}
    return {sha256(repr(source).encode()).hexdigest() for source in named}


def holds(document: Document) -> str:
    """How many sections, figures and sources the guide has."""
    return ", ".join(
        words.counted(len(document[name]), name.removesuffix("s")) for name in ("sections", "figures", "sources")
    )


def _pay(figure: Figure | None) -> CardPay | None:
    if figure is None:
        return None
    source: CardSource = {"title": figure.mark.title, "url": figure.mark.url, "about": figure.mark.about}
    return {
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "is_open": figure.open_ended,
        "is_solid": figure.solid,
        "is_estimate": figure.estimate,
        "dated": figure.dated,
        "note": f"{figure.label}, {figure.basis}",
        "source": source,
    }


def _basis(pay: Figure | None) -> str:
    if pay is None:
        return NONE
    return DISPUTED if pay.rivals else MEASURED if pay.solid else WEAKER


def _years(document: Document) -> str:
    level = own_level(document)
    if not level:
        return ""
    high = level["max_years"]
    return f"{level['min_years']} to {high}" if high else f"{level['min_years']} or more"
