"""Interview questions with what the panel listens for and a rubric of four levels."""

from collections.abc import Iterator

from careers.checks.references import Document, dangling, repeated
from careers.checks.toolkit.laws import Known, catalogue_names, ids
from careers.checks.toolkit.shapes import Entries, Id, Listed, OneOf, Shape, Text, Whole, lists, meta, texts
from careers.problems import Problem

LEVELS = ("1", "2", "3", "4")
OUTLINE = ("situation", "task", "action", "result")
STYLES = ("behavioral", "situational", "technical", "motivational")


def rubric(of: Shape) -> Entries:
    """One thing for each of the four levels."""
    return Entries(dict.fromkeys(LEVELS, of))


META = meta("levels", "styles", "how_to_score", "how_to_practice")
QUESTION = Entries(
    {
        "id": Id(),
        "category": Text(),
        "style": OneOf(STYLES),
        "origin": Text(),
        **lists("levels"),
        "answer_minutes": Whole(1, 60),
        **texts("question", "why_asked"),
        **lists("skills", "listens_for", "red_flags"),
        "answer_outline": Entries(lists(*OUTLINE)),
        "rubric": rubric(Text()),
        **texts("follow_up"),
    }
)
SHAPE = Entries(
    {
        "meta": Entries({**META.needed, "rubric_scale": rubric(Entries(texts("name", "meaning")))}),
        "categories": Listed(Entries({"id": Id(), **texts("name", "looks_for")})),
        "questions": Listed(QUESTION),
    }
)


def laws(document: Document, known: Known) -> Iterator[Problem]:
    """Ids stand once; subjects are those of the document, skills and levels those of the catalogue."""
    for name in ("categories", "questions"):
        yield from repeated(document[name], "id", name)
    subject = ("a subject of this document", ids(document["categories"]))
    yield from dangling(document["questions"], "questions", {"category": subject})
    yield from catalogue_names(document["questions"], "questions", known)
