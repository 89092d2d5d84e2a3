"""What a toolkit document must hold, kind by kind."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from careers.checks.references import Document
from careers.checks.toolkit import guides, interview, job, letters, resumes
from careers.checks.toolkit.laws import Known
from careers.checks.toolkit.shapes import Entries
from careers.problems import Problem


@dataclass(frozen=True, slots=True)
class Kind:
    """The file that a kind is written to, the shape of its document and the laws beyond that."""

    file: str
    shape: Entries
    laws: Callable[[Document, Known], Iterator[Problem]]


KINDS: Mapping[str, Kind] = {
    "resumes": Kind("resumes", resumes.SHAPE, resumes.laws),
    "cover-letters": Kind("cover_letters", letters.SHAPE, letters.laws),
    "job-description": Kind("job_description", job.SHAPE, job.laws),
    "interview": Kind("interview", interview.SHAPE, interview.laws),
    "guides": Kind("guidance", guides.SHAPE, guides.laws),
}
"""By the word in the address."""


def toolkit_problems(kind: str, document: Any, known: Known) -> list[Problem]:
    """Everything in a document of that kind that has the wrong shape, or else breaks a law."""
    shaped = list(KINDS[kind].shape.problems(document, ""))
    return shaped or list(KINDS[kind].laws(document, known))


def in_order(kind: str, document: Document) -> Any:
    """The document with the entries of each mapping in the order of its shape: a database may have shuffled them."""
    return KINDS[kind].shape.ordered(document)
