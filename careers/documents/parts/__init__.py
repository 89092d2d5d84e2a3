"""The few shapes that a document is made of; each turns rows into plain data and plain data into rows."""

from careers.documents.parts.grid import Grid
from careers.documents.parts.listed import Listed
from careers.documents.parts.mapped import Mapped, mapped
from careers.documents.parts.nested import Nested
from careers.documents.parts.own_columns import Columns
from careers.documents.parts.part import Part, Rows
from careers.documents.parts.reading import Reading
from careers.documents.parts.texts import Texts

__all__ = ["Columns", "Grid", "Listed", "Mapped", "Nested", "Part", "Reading", "Rows", "Texts", "mapped"]
