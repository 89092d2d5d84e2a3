"""Short guides: texts with a checklist."""

from collections.abc import Iterator

from careers.checks.references import Document, repeated
from careers.checks.toolkit.laws import Known, catalogue_names
from careers.checks.toolkit.shapes import Entries, Id, Listed, Text, lists, meta, texts
from careers.problems import Problem

GUIDE = Entries(
    {
        "id": Id(),
        **texts("title", "summary"),
        **lists("levels", "skills"),
        "related_actions": Listed(Text(), blank=True),
        "related_content": Listed(Text(), blank=True),
        "sources": Listed(Text(), blank=True),
        **texts("body"),
        **lists("checklist"),
    }
)
SHAPE = Entries({"meta": meta("actions_file", "sources_note", "limits_note"), "guides": Listed(GUIDE)})


def laws(document: Document, known: Known) -> Iterator[Problem]:
    """Ids stand once; skills and levels are in the catalogue."""
    yield from repeated(document["guides"], "id", "guides")
    yield from catalogue_names(document["guides"], "guides", known)
