"""Taking documents in: what keeps them out, what they would change, and making each the draft of its guide."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from careers import documents
from careers.checks import catalogue_problems, guide_problems
from careers.checks.laws import shape_problems
from careers.checks.toolkit import toolkit_problems
from careers.documents.columns import UNSTORABLE, is_storable
from careers.models import Career, Catalogue, Deed, Skill
from careers.models.desk.roots import Root
from careers.problems import DocumentError, Problem
from careers.ready import stamp
from careers.services import addresses, deeds, drafts, reverting
from careers.services.holding import hold
from careers.services.loading import ContentError
from careers.services.publishing import Moved, Publication, Unchanged
from careers.services.recognizing import GUIDE, INSTRUMENT, Recognized, recognized
from careers.services.working import ASSESSED_CAREER, SHAPES, Document, digest, write
from careers.toolkit import known_names, publish_toolkit


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document that may come in: where it comes from, what it is, whose it becomes, and what stands there now.

    The root of a guide that is new here has no row yet; one of the toolkit's documents belongs to the assessed guide.
    """

    name: str
    kind: str
    document: Document
    root: Root
    before: Document | None

    @property
    def is_tool(self) -> bool:
        """Whether it belongs to the toolkit, which has no draft: it is published at once."""
        return self.kind not in {GUIDE, INSTRUMENT}

    @property
    def career(self) -> Career:
        """The guide, or the one that a document of the toolkit belongs to."""
        assert isinstance(self.root, Career)  # noqa: S101 - the instrument has no toolkit
        return self.root

    @property
    def seen(self) -> str:
        """A fingerprint of what would change into what."""
        return digest({"before": self.before, "after": self.document})


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of it: the root, and the publication that keeps what the draft said before, where one had to."""

    root: Root
    kept: Publication | None
    is_published: bool


def incoming(name: str, document: Any) -> Incoming:
    """One document, held against what is here; DocumentError names every place that keeps it out."""
    try:
        (found,) = incoming_all({name: document})
    except ContentError as error:
        raise DocumentError(error.problems) from error
    return found


def incoming_all(given: Mapping[str, Any]) -> list[Incoming]:
    """Documents by the names of their files, which may name each other; ContentError says which cannot come in."""
    found: list[Incoming] = []
    # Guides first: the instrument may come together with the guide that it belongs to.
    for name, document in sorted(_whole(given).items(), key=lambda pair: pair[1].kind != GUIDE):
        found.append(_held(name, document, found))
    _refuse_twins(found)
    careers = set(Career.objects.values_list("slug", flat=True)) | _named(found, GUIDE, _slugs)
    skills = set(Skill.objects.values_list("key", flat=True)) | _named(found, INSTRUMENT, _skills)
    for row in found:
        if problems := _laws(row, careers, skills):
            raise ContentError(row.name, DocumentError(problems))
    return found


@stamp.changing()
@transaction.atomic
def take_in(*, name: str, document: Any, by: User | None, at: datetime, seen: str) -> Taken:
    """Make the document the draft of its guide or of the instrument, or the next edition of the toolkit's document.

    `seen` is the fingerprint of what was shown before: Moved where something else stands there now. Unchanged where
    the same stands there; DocumentError where the document cannot come in.
    """
    row = incoming(name, document)
    if row.seen != seen:
        raise Moved
    return take_in_held(row, by=by, at=at)


def take_in_held(row: Incoming, *, by: User | None, at: datetime) -> Taken:
    """The same for a document that was held against what is here; inside a transaction."""
    root, kept = row.root, None
    if root.pk:
        root = hold(root)
        # Nobody else can write from here on; somebody may have until now.
        if _before(row) != row.before:
            raise Moved
    if row.before == row.document:
        raise Unchanged
    if row.is_tool:
        publish_toolkit(career=row.career, kind=row.kind, document=row.document, at=at, by=by)
    elif root.pk:
        kept = reverting.take_up(root, row.document, name=f"Imported: {row.name}", by=by, at=at)
    else:
        _begin(root, row.document)
        drafts.touched(root=root, by=by, at=at, name=f"Imported: {row.name}")
    deeds.record(root=root, what=Deed.What.IMPORTED, by=by, at=at, words=_words(row, kept))
    return Taken(root, kept, row.is_tool)


def _whole(given: Mapping[str, Any]) -> dict[str, Recognized]:
    """The documents by name, the parts of the instrument put together: what is missing of it is as it is here."""
    found: dict[str, Recognized] = {}
    halves: dict[str, tuple[str, Recognized]] = {}
    for name, document in given.items():
        try:
            row = recognized(document)
        except DocumentError as error:
            raise ContentError(name, error) from error
        if row.half in halves:
            raise ContentError(name, DocumentError([Problem("", f"is the same part as {halves[row.half][0]}")]))
        if row.half:
            halves[row.half] = (name, row)
        else:
            found[name] = row
    if halves:
        present = next((write(catalogue) for catalogue in Catalogue.objects.all()), {})
        whole = present | {half: row.document for half, (_, row) in halves.items()}
        found[", ".join(name for name, _ in halves.values())] = Recognized(INSTRUMENT, whole)
    return found


def _held(name: str, row: Recognized, others: Sequence[Incoming]) -> Incoming:
    try:
        root = _root(row, others)
        found = Incoming(name, row.kind, row.document, root, None)
        if problems := _shape(found):
            raise DocumentError(problems)
    except DocumentError as error:
        raise ContentError(name, error) from error
    return replace(found, before=_before(found))


def _root(row: Recognized, others: Sequence[Incoming]) -> Root:
    if row.kind == GUIDE:
        slug = row.document["slug"]
        # What cannot stand in an address is no question for the database: its shape says what is wrong with it.
        is_askable = isinstance(slug, str) and slug.isprintable()
        return (Career.objects.filter(slug=slug).first() if is_askable else None) or Career()
    career = Career.objects.filter(slug=ASSESSED_CAREER).first()
    if row.kind == INSTRUMENT:
        coming = (other.career for other in others if other.document.get("slug") == ASSESSED_CAREER)
        career = career or next(coming, None)
    if career is None:
        raise DocumentError([Problem("", f"belongs to {ASSESSED_CAREER}, which is missing")])
    if row.kind == INSTRUMENT:
        known = Catalogue.objects.filter(career=career).first() if career.pk else None
        return known or Catalogue(career=career)
    return career


def _shape(row: Incoming) -> list[Problem]:
    if row.is_tool:
        return [] if is_storable(row.document) else [Problem("", UNSTORABLE)]
    if problems := shape_problems(row.root, row.document):
        return problems
    slug = "" if row.kind == INSTRUMENT or row.root.pk else addresses.refusal(str(row.document["slug"]))
    return [Problem("slug", slug)] if slug else []


def _before(row: Incoming) -> Document | None:
    if row.is_tool:
        last = row.career.toolkit.filter(kind=row.kind).first()
        return last.document if last else None
    return write(row.root) if row.root.pk else None


def _refuse_twins(rows: Iterable[Incoming]) -> None:
    names: dict[tuple[str, object], str] = {}
    for row in rows:
        key = (row.kind, row.document.get("slug"))
        if key in names:
            raise ContentError(row.name, DocumentError([Problem("", f"is of the same as {names[key]}")]))
        names[key] = row.name


def _named(rows: Iterable[Incoming], kind: str, names: Any) -> set[str]:
    return {name for row in rows if row.kind == kind for name in names(row.document)}


def _slugs(guide: Document) -> list[str]:
    return [guide["slug"]]


def _skills(catalogue: Document) -> list[str]:
    return [row["id"] for row in catalogue["competencies"]["skills"]]


def _laws(row: Incoming, careers: set[str], skills: set[str]) -> list[Problem]:
    if row.kind == GUIDE:
        return guide_problems(row.document, careers, skills)
    if row.kind == INSTRUMENT:
        return catalogue_problems(row.document)
    return toolkit_problems(row.kind, row.document, known_names(row.career))


def _begin(root: Root, document: Document) -> None:
    """The rows of a guide, or of an instrument, that was not here before."""
    shape = SHAPES[type(root)]
    try:
        documents.replace(shape, root, documents.read(shape, root, document).rows)
    except IntegrityError as error:
        raise DocumentError([Problem("", f"the database refuses it: {error}")]) from error


def _words(row: Incoming, kept: Publication | None) -> str:
    what = f"{row.kind}, published, from {row.name}" if row.is_tool else f"From {row.name}"
    return what + (f". What the draft said before is kept as number {kept.number}." if kept else "")
