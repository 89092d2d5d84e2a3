"""Lists of lines, and single passages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from careers.documents.columns import MISSING, Column
from careers.documents.parts.part import Rows
from careers.documents.parts.reading import Reading, at


@dataclass(frozen=True)
class Texts:
    """Texts of one parent in rows told apart by a name: lists of lines, or single passages."""

    model: type[models.Model]
    link: str
    column: str
    names: tuple[str, ...]
    many: bool
    optional: tuple[str, ...] = field(default=())

    def keys(self) -> Iterable[str]:
        return self.names

    def tables(self) -> Iterable[tuple[type[models.Model], str]]:
        return ((self.model, self.link),)

    def decode(self, data: Mapping[str, Any], path: str, parent: models.Model, reading: Reading) -> None:
        text = Column.parse("text")
        for name in self.names:
            value, here = data.get(name, MISSING), at(path, name)
            if value is MISSING and name in self.optional:
                continue
            for place, entry in enumerate(reading.sequence(value, here) if self.many else [value]):
                try:
                    given = text.decode(entry, self.model)
                except ValueError as error:
                    reading.refuse(f"{here}[{place}]" if self.many else here, str(error))
                else:
                    row = {self.link: parent, self.column: name, "position": place, "text": given}
                    reading.rows.append(self.model(**row))

    def encode(self, parent: models.Model, rows: Rows) -> dict[str, Any]:
        found: dict[str, list[str]] = {}
        for row in rows.of(self.model, parent):
            found.setdefault(getattr(row, self.column), []).append(row.text)
        written = {name: found.get(name, []) for name in self.names if name in found or name not in self.optional}
        return written if self.many else {name: texts[0] for name, texts in written.items() if texts}
