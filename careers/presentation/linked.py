"""A guide as schema.org's vocabulary has it: only what its page shows, and no figure without its doubts."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Any

from careers.presentation import addresses
from careers.presentation.addresses import Addresses
from careers.presentation.figures import Figure, References

Data = dict[str, Any]
Document = Mapping[str, Any]
PUBLISHER = {"@type": "Organization", "name": "CMIO Coach"}
DURATIONS = {"a year": "P1Y", "month": "P1M", "week": "P1W", "hour": "PT1H"}


def graph(document: Document, *, number: int, live_from: datetime, site: str) -> Data:
    """The occupation, the article about it, its questions and the way to its page."""
    place, references = Addresses(site, document["slug"]), References(document)
    article = _article(document, references, place) | {
        "datePublished": live_from.isoformat(),
        "dateModified": live_from.isoformat(),
        "version": number,
    }
    questions = _questions(document, place)
    found = [_occupation(document, references, place), article, questions, _crumbs(document, place)]
    return {"@context": "https://schema.org", "@graph": [entry for entry in found if entry]}


def _occupation(document: Document, references: References, place: Addresses) -> Data:
    facts = document["key_facts"]
    figures = [figure for figure in map(references.figure, (facts["pay"], facts["pay_range"])) if figure]
    caution = facts.get("cautions", {}).get("pay", "")
    pay = [_pay(figure, caution if figure.key == facts["pay"] else "") for figure in figures]
    return _filled(
        {
            "@type": "Occupation",
            "@id": f"{place.page}#occupation",
            "name": document["title"],
            "alternateName": document["abbreviation"],
            "description": document["tagline"],
            "mainEntityOfPage": place.page,
            "estimatedSalary": pay,
            "occupationLocation": _countries(figures),
            "educationRequirements": facts["typical_education"],
            "skills": ", ".join(_titles(document, "technical_skills", "soft_skills")),
            "responsibilities": ", ".join(_titles(document, "responsibilities")),
        }
    )


def _pay(figure: Figure, caution: str) -> Data:
    """A median as a distribution's; every other figure as the amount or the range that its source prints."""
    common = {
        "name": figure.label,
        "description": _doubts(figure, caution),
        "currency": figure.unit,
    }
    if not figure.is_range and "median" in figure.label.casefold():
        duration = DURATIONS.get(figure.period)
        found = {"@type": "MonetaryAmountDistribution", **common, "duration": duration, "median": figure.low}
    else:
        found = {"@type": "MonetaryAmount", **common, **_ends(figure)}
    return _filled(found)


def _ends(figure: Figure) -> Data:
    if not figure.is_range:
        return {"value": figure.low}
    # A range that its source leaves open has no highest value.
    return {"minValue": figure.low} | ({} if figure.open_ended else {"maxValue": figure.high})


def _doubts(figure: Figure, caution: str) -> str:
    period = f", {figure.period}" if figure.period else ""
    kind = "Estimate. " if figure.estimate else ""
    about = f"{kind}{figure.publisher}: {figure.basis}{period}."
    against = "; ".join(f"{rival.label}, {rival.value} ({rival.year})" for rival in figure.rivals)
    return " ".join(text for text in (caution, about, against and f"Disputed by: {against}.") if text)


def _countries(figures: Sequence[Figure]) -> list[Data]:
    return [{"@type": "Country", "name": place} for place in dict.fromkeys(figure.place for figure in figures)]


def _article(document: Document, references: References, place: Addresses) -> Data:
    return {
        "@type": "Article",
        "@id": f"{place.page}#article",
        "headline": document["title"],
        "url": place.page,
        "image": place.picture,
        "inLanguage": "en-US",
        "about": {"@id": f"{place.page}#occupation"},
        "author": PUBLISHER,
        "publisher": PUBLISHER,
        # Each is named on the page; its address says enough here, and keeps the page light.
        "citation": [source.url or source.title for source in references.sources()],
    }


def _questions(document: Document, place: Addresses) -> Data:
    asked = [row for section in _of_kind(document, "faq") for row in section["items"]]
    if not asked:
        return {}
    entries = [
        {"@type": "Question", "name": row["question"], "acceptedAnswer": {"@type": "Answer", "text": row["answer"]}}
        for row in asked
    ]
    return {"@type": "FAQPage", "@id": f"{place.page}#faq", "mainEntity": entries}


def _crumbs(document: Document, place: Addresses) -> Data:
    steps = (
        ("Home", f"{place.site}/"),
        ("Career guides", addresses.index(place.site)),
        (document["abbreviation"] or document["title"], place.page),
    )
    entries = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": entries}


def _titles(document: Document, *kinds: str) -> list[str]:
    return [row["title"] for row in chain.from_iterable(s["items"] for s in _of_kind(document, *kinds))]


def _of_kind(document: Document, *kinds: str) -> Iterator[Mapping[str, Any]]:
    return (section for section in document["sections"] if section["kind"] in kinds)


def _filled(data: Data) -> Data:
    return {key: value for key, value in data.items() if value not in (None, "", [])}
