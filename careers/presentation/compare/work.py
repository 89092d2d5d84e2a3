"""What a career answers for, and how its guide itself sets it apart from the others."""

from collections.abc import Iterator

from careers.presentation.compare.answers import MISSING, Answer, Line
from careers.presentation.compare.guides import Guide


def work(guide: Guide) -> Answer:
    """What the guide says the career is, with its own sentences on those it is compared with."""
    section = guide.section("definition")
    if not section:
        return MISSING
    told = list(_told(guide))
    said = tuple(Line(f"Beside the {name}: {line.text}", line.marks) for name, line in told)
    stated = [f"The {guide.short} guide on the {name}: “{line.text}”" for name, line in told]
    return Answer(section["lead"], guide.marks("definition"), said, stated=max(stated, key=len, default=""))


def _told(guide: Guide) -> Iterator[tuple[str, Line]]:
    for slug, name in guide.beside.items():
        line = _comparison(guide, slug) or _relation(guide, slug)
        if line:
            yield name, line


def _comparison(guide: Guide, slug: str) -> Line | None:
    row = next((row for row in guide.rows("definition", "comparisons") if row["career_slug"] == slug), None)
    if not row:
        return None
    source = row.get("source")
    return Line(row["difference"], (guide.references.mark(source),) if source else guide.marks("definition"))


def _relation(guide: Guide, slug: str) -> Line | None:
    row = next((row for row in guide.rows("related", "items") if row["career_slug"] == slug), None)
    return Line(row["difference"], guide.marks("related")) if row else None
