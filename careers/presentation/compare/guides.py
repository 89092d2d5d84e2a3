"""A guide as it is compared: what it is called, and where its parts are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careers.presentation.figures import Figure, References
from careers.presentation.sources import Source

Document = Mapping[str, Any]
NOTHING: Document = {}


@dataclass(frozen=True, slots=True)
class Guide:
    """One of the guides compared; `beside` names the others by slug."""

    document: Document
    references: References
    beside: Mapping[str, str]

    @property
    def slug(self) -> str:
        """Its address."""
        return str(self.document["slug"])

    @property
    def title(self) -> str:
        """Its full name."""
        return str(self.document["title"])

    @property
    def short(self) -> str:
        """Its abbreviation, or else its full name."""
        return short(self.document)

    def section(self, kind: str) -> Document:
        """Its first section of that kind, empty where it has none."""
        return next((row for row in self.document["sections"] if row["kind"] == kind), NOTHING)

    def rows(self, kind: str, name: str) -> Sequence[Document]:
        """The entries of that name in its section of that kind, none where it has none."""
        found: Sequence[Document] = self.section(kind).get(name, ())
        return found

    def marks(self, kind: str) -> tuple[Source, ...]:
        """The sources of its section of that kind."""
        return tuple(self.references.marks(self.section(kind).get("sources", ())))

    def fact(self, name: str) -> Figure | None:
        """The figure among its key facts, or nothing."""
        return self.references.figure(self.document["key_facts"][name])

    def caution(self, name: str) -> str:
        """What editors warn of beside that figure, often nothing."""
        return str(self.document["key_facts"].get("cautions", {}).get(name, ""))


def read(documents: Sequence[Document]) -> tuple[Guide, ...]:
    """The guides in the order given, each knowing the others."""
    names = {str(document["slug"]): short(document) for document in documents}
    return tuple(
        Guide(document, References(document), {slug: name for slug, name in names.items() if slug != document["slug"]})
        for document in documents
    )


def short(document: Document) -> str:
    """What a guide is called where room is scarce."""
    return str(document["abbreviation"] or document["title"])
