"""Loading documents into the working rows, and publishing what was loaded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from careers import documents
from careers.checks import catalogue_problems, guide_problems
from careers.checks.toolkit import KINDS
from careers.models import Career, Catalogue, FormerSlug
from careers.models.desk.roots import Root
from careers.problems import DocumentError, Problem
from careers.ready import stamp
from careers.search import indexing
from careers.services.holding import hold_all
from careers.services.publishing import Unchanged, publish
from careers.services.working import ASSESSED_CAREER, SHAPES, Document, digest, write
from careers.toolkit import publish_toolkit


class ContentError(Exception):
    """A named document that cannot be loaded; nothing was."""

    def __init__(self, name: str, error: DocumentError) -> None:
        self.problems = error.problems
        super().__init__("\n".join(f"{name}: {problem}" for problem in error.problems))


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading one document did: "published", "unchanged", or why it was left alone.

    "kept" where editors have changed the rows, "moved" where they have moved the guide to another address since.
    """

    name: str
    outcome: str


@stamp.changing()
@transaction.atomic
def load_content(
    *,
    guides: Mapping[str, Document],
    catalogue: Document | None,
    toolkit: Mapping[str, Document] | None = None,
    overwrite: bool,
    at: datetime,
) -> list[Loaded]:
    """Load documents by name, all or none; rows that editors have changed stay unless told to overwrite.

    Toolkit documents come by kind; they have no rows.
    """
    _refuse_twins(guides)
    hold_all()
    moved = _moved(guides)
    done = [_load(name, _career(guide), guide, overwrite) for name, guide in guides.items() if name not in moved]
    if catalogue is not None:
        done.append(_load("catalogue", _catalogue(), catalogue, overwrite))
    for loaded, root in done:
        if loaded.outcome == "published":
            _publish_loaded(loaded.name, root, at)
    indexing.refresh(at)
    tools = [_load_tool(kind, document, at) for kind, document in (toolkit or {}).items()]
    return [*(loaded for loaded, _ in done), *tools, *(Loaded(name, "moved") for name in moved)]


def _refuse_twins(guides: Mapping[str, Document]) -> None:
    names: dict[str, str] = {}
    for name, guide in guides.items():
        slug = _slug(guide)
        if slug in names:
            raise ContentError(name, DocumentError([Problem("slug", f"{slug!r} is the slug of {names[slug]} too")]))
        if slug:
            names[slug] = name


def _moved(guides: Mapping[str, Document]) -> set[str]:
    """The names of documents whose slug a guide had before it moved: loading them would make its twin."""
    former = set(FormerSlug.objects.values_list("slug", flat=True))
    return {name for name, guide in guides.items() if _slug(guide) in former}


def _slug(guide: Document) -> str | None:
    slug = guide.get("slug") if isinstance(guide, Mapping) else None
    return slug if isinstance(slug, str) else None


def _career(guide: Document) -> Career:
    return Career.objects.filter(slug=_slug(guide) or "").first() or Career()


def _assessed_career() -> Career:
    career = Career.objects.filter(slug=ASSESSED_CAREER).first()
    if career is None:
        raise DocumentError([Problem("", f"belongs to {ASSESSED_CAREER}, which is missing")])
    return career


def _catalogue() -> Catalogue:
    try:
        career = _assessed_career()
    except DocumentError as error:
        raise ContentError("catalogue", error) from error
    return Catalogue.objects.filter(career=career).first() or Catalogue(career=career)


def _load(name: str, root: Root, document: Document, overwrite: bool) -> tuple[Loaded, Root]:
    if root.pk:
        present = write(root)
        if present == document:
            _adopt(root, document)
            return Loaded(name, "unchanged"), root
        if digest(present) != root.loaded_digest and not overwrite:
            return Loaded(name, "kept"), root
    try:
        rows = documents.read(SHAPES[type(root)], root, document).rows
        # Before the database sees it: a constraint could not say where in the document the fault lies.
        if problems := catalogue_problems(document) if isinstance(root, Catalogue) else guide_problems(document):
            raise DocumentError(problems)
        root.loaded_digest = digest(document)
        documents.replace(SHAPES[type(root)], root, rows)
    except DocumentError as error:
        raise ContentError(name, error) from error
    except IntegrityError as error:
        raise ContentError(name, DocumentError([Problem("", f"the database refuses it: {error}")])) from error
    return Loaded(name, "published"), root


def _adopt(root: Root, document: Document) -> None:
    """What editors did is in the document now: a later document may take its place."""
    if root.loaded_digest != digest(document):
        type(root).objects.filter(pk=root.pk).update(loaded_digest=digest(document))


def _load_tool(kind: str, document: Document, at: datetime) -> Loaded:
    name = f"{KINDS[kind].file}.yaml"
    try:
        career = _assessed_career()
        is_new = publish_toolkit(career=career, kind=kind, document=document, at=at)
    except DocumentError as error:
        raise ContentError(name, error) from error
    return Loaded(name, "published" if is_new else "unchanged")


def _publish_loaded(name: str, root: Root, at: datetime) -> None:
    try:
        publish(root=root, by=None, at=at)
    except DocumentError as error:
        raise ContentError(name, error) from error
    except Unchanged:
        # The rows had moved away from the last edition and are back: readers see no change.
        pass
