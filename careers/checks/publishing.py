"""What is looked at before publishing: the laws, and what would be poor for readers though no law forbids it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from careers.checks.advice import catalogue_advice, guide_advice
from careers.checks.catalogue import unequal_shares
from careers.checks.laws import law_problems, shape_problems
from careers.checks.links import Site
from careers.checks.prose import read, texts
from careers.checks.references import Document
from careers.models import Catalogue
from careers.models.desk.roots import Root
from careers.problems import Problem, shortened


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in a document and what is to be put right there; advice does not stop publishing."""

    path: str
    reason: str
    stops: bool

    def __str__(self) -> str:
        return f"{self.path or 'document'}: {self.reason}"


def findings(root: Root, document: Document, at: datetime | None = None) -> list[Finding]:
    """All that the checks find in the working document: first what stops it, then advice.

    What is true today only, such as a review date that has passed, is told where the time is given.
    """
    if problems := shape_problems(root, document):
        return [_stopping(problem) for problem in problems]
    if isinstance(root, Catalogue):
        stops, advice = _in_catalogue(document), catalogue_advice(root.review_by, at)
    else:
        stops, advice = _in_guide(document), guide_advice(document, at)
    return [
        *(_stopping(problem) for problem in (*law_problems(root, document), *stops)),
        *(Finding(problem.path, problem.reason, stops=False) for problem in advice),
    ]


def _stopping(problem: Problem) -> Finding:
    return Finding(problem.path, problem.reason, stops=True)


def _in_guide(guide: Document) -> Iterator[Problem]:
    if not guide["sections"]:
        yield Problem("sections", "are none: readers would see an empty page")
    for place, section in enumerate(guide["sections"]):
        if not section["sources"]:
            yield Problem(f"sections[{place}].sources", "is empty: a section names the sources of what it says")
    site = Site(guide)
    for path, text in texts(guide):
        prose = read(text)
        for heading in prose.headings:
            yield Problem(path, f"holds a heading, {shortened(heading)}: a text has none; begin a section instead")
        for alt, address in prose.images:
            yield Problem(path, _image(alt, address))
        for link in prose.links:
            # What could run something breaks a law, and is told there.
            if link not in prose.unsafe and (fault := site.fault(link)):
                yield Problem(path, f"{shortened(link)} {fault}")


def _image(alt: str, address: str) -> str:
    named = f"holds the picture {shortened(address)}"
    without = "" if alt.strip() else ", which has no text for those who cannot see it"
    return f"{named}{without}: pages show no pictures; say it in words"


def _in_catalogue(catalogue: Document) -> Iterator[Problem]:
    yield from unequal_shares(catalogue)
    for name in ("domains", "skills", "prerequisites"):
        for place, row in enumerate(catalogue["competencies"][name]):
            if not row["sources"]:
                yield Problem(f"competencies.{name}[{place}].sources", "is empty: say where it comes from")
