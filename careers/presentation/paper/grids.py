"""Kinds of sections whose rows are tables."""

from careers.presentation import words
from careers.presentation.figures import Figure, References
from careers.presentation.paper.shapes import Section, heading, listed, own, table, term, terms
from careers.presentation.paper.text import Node, bullets, marks, paragraph, plain, run, strong

MISSING = "Not found"


def comparisons(document: Section, references: References) -> list[Node]:
    """How neighboring roles differ."""
    rows = [
        [[paragraph(strong(row["role"]), *own(row, references))], [plain(row["focus"])], [plain(row["difference"])]]
        for row in document["comparisons"]
    ]
    return [table(("Role", "Focus", "Difference"), (1, 1.4, 1.8), rows)]


def steps(document: Section, references: References) -> list[Node]:
    """The steps in, ways to take them, and a common mistake."""
    rows = [
        [[paragraph(strong(f"{step['number']}. {step['title']}")), plain(step["body"])], [plain(step["duration_text"])]]
        for step in document["steps"]
    ]
    myth = document["misconception"]
    return [
        table(("Step", "Time"), (4, 1), rows),
        *listed("Ways in", document["strategies"]),
        heading("A common mistake"),
        terms([term("What people think", myth["myth"]), term("What it is", myth["reality"])]),
    ]


def routes(document: Section, references: References) -> list[Node]:
    """Routes with their cost and time."""
    rows = [
        [
            [
                paragraph(strong(row["name"]), *own(row, references)),
                plain(row["detail"]),
                plain(", ".join(row["fields"])),
            ],
            [plain(_cost(row["cost_low_usd"], row["cost_high_usd"]))],
            [plain(row["duration_text"])],
        ]
        for row in document["routes"]
    ]
    return [table(("Route", "Cost", "Time"), (4, 1.4, 1.2), rows)]


def _cost(low: float | None, high: float | None) -> str:
    known = [end for end in (low, high) if end is not None]
    return words.span(known[0], known[-1], "USD") if known else "No price given"


def salary(document: Section, references: References) -> list[Node]:
    """Pay by level, what moves it, and benefits."""
    rows = [
        [
            [paragraph(strong(row.get("title") or references.title(row["level"])))],
            *(_amount(references.figure(row[name])) for name in ("median_figure", "average_figure")),
        ]
        for row in reversed(document["by_level"])
    ]
    factors = (term(row["title"], row["detail"]) for row in document["factors"])
    return [
        heading("Pay by level"),
        table(("Level", "Median", "Average"), (1, 1.4, 1.4), rows),
        *(heading("What moves pay"), terms(factors)),
        *listed("Benefits", document.get("benefits", ())),
    ]


def _amount(figure: Figure | None) -> list[Node]:
    if figure is None:
        return [plain(MISSING)]
    return [
        paragraph(run(figure.value), *marks([figure.mark])),
        {"is": "small", "runs": [run(f"{'Estimate. ' if figure.estimate else ''}{figure.basis}")]},
    ]


def ladder(document: Section, references: References) -> list[Node]:
    """The rungs, first one first, and where people turn next."""
    rows = [
        [
            [paragraph(strong(row["title"])), plain(row["duties"]), bullets(row["focus_areas"])],
            [plain(row["experience_step"])],
            [plain(row["experience_total"])],
        ]
        for row in document["levels"]
    ]
    return [
        table(("Rung, first one first", "This step", "In all"), (3.2, 1, 1), rows),
        *listed("Where people turn next", document["pivots"]),
    ]


def countries(document: Section, references: References) -> list[Node]:
    """Pay in three currencies."""
    rows = [
        [
            [
                paragraph(strong(row["name"]), *marks([view.mark])),
                {"is": "small", "runs": [run(f"{row.get('note') or ''} {view.basis}".strip())]},
            ],
            [plain(words.short_span(row["low"], row["high"], row["currency"]))],
            [plain(words.short_span(row["usd_low"], row["usd_high"], "USD"))],
            [plain(_power(row.get("ppp_low"), row.get("ppp_high")))],
        ]
        for row in document["countries"]
        if (view := references.figure(row["figure"]))
    ]
    header = ("Country", "Local currency", "US dollars", "Purchasing power")
    return [heading("Pay by country, a year"), table(header, (2.4, 1.2, 1.2, 1.2), rows)] if rows else []


def _power(low: float | None, high: float | None) -> str:
    # Worked out from ends in round numbers: its own last digits would say too much.
    return f"{words.short(low, 'USD')} to {words.short(high, 'USD')}" if low and high else "Not worked out"
