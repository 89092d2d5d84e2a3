"""What a guide must hold beyond its shape."""

from collections.abc import Collection, Iterator

from careers.checks.prose import prose_problems
from careers.checks.references import Document, Target, dangling, out_of_order, repeated
from careers.problems import Problem

PAIRS = (
    ("low", "high"),
    ("usd_low", "usd_high"),
    ("ppp_low", "ppp_high"),
    ("min_months", "max_months"),
    ("min_years", "max_years"),
    ("cost_low_usd", "cost_high_usd"),
)


def guide_problems(
    document: Document, careers: Collection[str] | None = None, skills: Collection[str] | None = None
) -> list[Problem]:
    """Everything in a well-shaped guide that leads nowhere, stands twice or contradicts itself.

    References to other documents are checked where their keys are given.
    """
    return [
        *repeated(document["sources"], "key", "sources"),
        *repeated(document["figures"], "key", "figures"),
        *repeated(document["sections"], "slug", "sections"),
        *_dates(document),
        *_figures(document),
        *_references(document, careers, skills),
        *_sections(document),
        *prose_problems(document),
    ]


def _dates(document: Document) -> Iterator[Problem]:
    if document["review_by"] < document["reviewed_on"]:
        yield Problem("review_by", "is before reviewed_on")


def _figures(document: Document) -> Iterator[Problem]:
    for place, figure in enumerate(document["figures"]):
        path = f"figures[{place}]"
        if ("value" in figure) == ("low" in figure) or ("high" in figure and "low" not in figure):
            yield Problem(path, "has to hold either a value or a range that begins with low")
        yield from out_of_order(figure, PAIRS, path)


def _references(
    document: Document, careers: Collection[str] | None, skills: Collection[str] | None
) -> Iterator[Problem]:
    source: Target = ("a source of this guide", {row["key"] for row in document["sources"]})
    figure: Target = ("a figure of this guide", {row["key"] for row in document["figures"]})
    one_figure = dict.fromkeys(("figure", "figures", "median_figure", "average_figure", "conflicts_with"), figure)
    yield from dangling(document["figures"], "figures", {"source": source, "conflicts_with": figure})
    facts = {key: value for key, value in document["key_facts"].items() if key != "cautions"}
    names = dict.fromkeys(("pay", "pay_range", "growth", "openings", "pay_compare"), figure)
    yield from dangling(facts, "key_facts", names | {"top_industries_source": source})
    in_sections = {"source": source, "sources": source} | one_figure
    if skills is not None:
        in_sections |= dict.fromkeys(("skill", "also", "skills"), ("a skill of the catalogue", skills))
    if careers is not None:
        in_sections["career_slug"] = ("a guide of this site", careers)
    yield from dangling(document["sections"], "sections", in_sections)


def _sections(document: Document) -> Iterator[Problem]:
    for place, section in enumerate(document["sections"]):
        path = f"sections[{place}]"
        if "steps" in section:
            yield from repeated(section["steps"], "number", f"{path}.steps")
        for name in ("steps", "routes", "levels", "countries"):
            for row_place, row in enumerate(section.get(name, ())):
                yield from out_of_order(row, PAIRS, f"{path}.{name}[{row_place}]")
                if ("ppp_low" in row) != ("ppp_high" in row):
                    yield Problem(f"{path}.{name}[{row_place}]", "has to hold both ppp_low and ppp_high or neither")
