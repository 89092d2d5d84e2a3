"""A whole guide for the typesetter: cover, sections, figures and numbered sources."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from careers.presentation import guide as page
from careers.presentation import words
from careers.presentation.addresses import Addresses
from careers.presentation.charts import charts
from careers.presentation.figures import References
from careers.presentation.paper import figures
from careers.presentation.paper.parts import parts
from careers.presentation.paper.text import Node, markdown, marks, paragraph, plain, run, strong
from careers.presentation.sources import Source

Document = Mapping[str, Any]


def paper(document: Document, *, number: int, live_from: datetime, site: str) -> Node:
    """All that the typesetter prints; equal editions give equal data."""
    references, seen = References(document), set[str]()
    return cover(document, number=number, live_from=live_from, site=site) | {
        "facts": _facts(document, references),
        "caution": _caution(document, references),
        "summary": document["summary"],
        "sections": [_section(row, references, seen) for row in document["sections"]],
        "sources": [_source(source) for source in references.sources()],
    }


def cover(document: Document, *, number: int, live_from: datetime, site: str) -> Node:
    """What the first page and the picture show."""
    return {
        "title": document["title"],
        "short": document["abbreviation"] or document["title"],
        "tagline": document["tagline"],
        "stairs": page.stairs(document),
        "edition": number,
        "date": [live_from.year, live_from.month, live_from.day],
        "live_from": words.day(live_from.date().isoformat()),
        "reviewed": words.day(document["reviewed_on"]),
        "review_by": words.day(document["review_by"]),
        "counts": words.counted(len(document["sources"]), "source"),
        "address": Addresses(site, document["slug"]).page,
    }


def _facts(document: Document, references: References) -> list[Node]:
    given = document["key_facts"]
    mark = given.get("top_industries_source")
    industries = [plain("; ".join(given["top_industries"]))]
    return [
        *(_fact(fact) for fact in page.facts(document, references)),
        {"label": "Typical education", "value": [], "blocks": [plain(given["typical_education"])]},
        {"label": "Where the jobs are", "value": [], "blocks": industries}
        | {"marks": marks([references.mark(mark)] if mark else [])},
    ]


def _fact(fact: Mapping[str, Any]) -> Node:
    figure = fact["figure"]
    tag = [run(" "), {"is": "tag", "text": "Estimate"}] if figure.estimate else []
    about = [paragraph(run(f"{figure.label}. {figure.basis}."))]
    caution = [paragraph(strong(fact["caution"]))] if fact["caution"] else []
    # Who disagrees stands with the figure in its section.
    disputed = [run(" "), {"is": "tag", "text": "Disputed"}] if figure.rivals else []
    return {
        "label": fact["label"],
        "value": [run(figure.value), *marks([figure.mark]), *tag, *disputed],
        "blocks": [*about, *caution],
    }


def _caution(document: Document, references: References) -> list[Node]:
    pay = page.pay(document, references)
    return [paragraph(strong(pay["caution"]))] if pay and pay["caution"] else []


def _section(document: Document, references: References, seen: set[str]) -> Node:
    return {
        "title": document["title"],
        "lead": document["lead"],
        "marks": marks(references.marks(document["sources"])),
        "blocks": [*markdown(document["body"]), *parts(document, references)],
        "charts": [figures.chart(found) for found in charts(_charted(document, references), seen)],
    }


def _charted(document: Document, references: References) -> Any:
    in_table = {row["figure"] for row in document.get("countries", ())}
    return references.figures(key for key in document["figures"] if key not in in_table)


def _source(source: Source) -> Node:
    return {"title": source.title, "about": source.about, "address": source.url or ""}
