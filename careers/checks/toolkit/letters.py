"""Cover letters: templates with merge fields, and sample values for a preview."""

from collections.abc import Iterator

from careers.checks.references import Document, dangling, repeated
from careers.checks.toolkit.fields import FIELD, VALUES
from careers.checks.toolkit.laws import Known, catalogue_names, ids, strangers, undeclared
from careers.checks.toolkit.shapes import Entries, Id, Keyed, Listed, Text, Whole, lists, meta, texts
from careers.problems import Problem

PARAGRAPH = Entries({"n": Whole(1), **texts("starts_with", "does", "note"), "fields": Listed(Text(), blank=True)})
LETTER = Entries(
    {
        "id": Id(),
        **texts("title", "target_level", "use_when", "tone", "template"),
        "sample_values": VALUES,
        "paragraphs": Listed(PARAGRAPH),
    }
)
SHAPE = Entries(
    {
        "meta": meta("field_sources", "rendering_note", "length_note", "honesty_note"),
        "fields": Listed(FIELD),
        "skill_phrases": Keyed(Text()),
        "letters": Listed(LETTER),
        **lists("before_you_send"),
    }
)


def laws(document: Document, known: Known) -> Iterator[Problem]:
    """Ids stand once, every merge field is declared, and skills and levels are in the catalogue."""
    for name in ("fields", "letters"):
        yield from repeated(document[name], "id", name)
    declared = ids(document["fields"])
    field = ("a field of this document", declared)
    yield from strangers(document["skill_phrases"], "skill_phrases", ("a skill of the catalogue", known.skills))
    yield from catalogue_names(document["letters"], "letters", known)
    yield from undeclared(document["letters"], "letters", declared)
    for place, letter in enumerate(document["letters"]):
        yield from strangers(letter["sample_values"], f"letters[{place}].sample_values", field)
        yield from dangling(letter["paragraphs"], f"letters[{place}].paragraphs", {"fields": field})
