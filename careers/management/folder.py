"""The folder of documents that the site's content is loaded from and written back to."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from careers import files
from careers.checks.toolkit import KINDS
from careers.checks.toolkit import in_order as toolkit_in_order
from careers.documents.order import in_order
from careers.models import Career, Catalogue, FormerSlug, ToolkitEdition
from careers.models.desk.roots import Root
from careers.problems import DocumentError, Problem
from careers.services import SHAPES, ContentError, Document, write

CATALOGUE = ("competencies", "actions")
"""The parts of the catalogue's document, each a file of its own."""


def guides(folder: Path) -> dict[str, Document]:
    """The guides by the names of their files."""
    return {path.name: _read(path) for path in sorted((folder / "careers").glob("*.yaml"))}


def catalogue(folder: Path) -> dict[str, Document]:
    """The catalogue from its files."""
    return {name: _read(folder / "catalogue" / f"{name}.yaml") for name in CATALOGUE}


def toolkit(folder: Path) -> dict[str, Document]:
    """The toolkit's documents by kind; a career without a toolkit has no files."""
    kinds = {kind.file: name for name, kind in KINDS.items()}
    paths = sorted((folder / "toolkit").glob("*.yaml"))
    for path in paths:
        if path.stem not in kinds:
            raise ContentError(path.name, DocumentError([Problem("", f"is none of {', '.join(sorted(kinds))}")]))
    return {kinds[path.stem]: _read(path) for path in paths}


def write_published(folder: Path, at: datetime) -> None:
    """Write what readers see at that time; what was never published is not written."""
    _write(folder, _live(Career, at), _live(Catalogue, at), at)


def write_working(folder: Path, at: datetime) -> None:
    """Write what editors are working on; the toolkit has no drafts and is written as readers see it."""
    _write(folder, _working(Career), _working(Catalogue), at)


def _live(model: type[Root], at: datetime) -> Iterator[dict[str, Any]]:
    for root in model._default_manager.all():
        if publication := root.published.live(at).first():
            yield in_order(SHAPES[model], publication.document)


def _working(model: type[Root]) -> Iterator[dict[str, Any]]:
    for root in model._default_manager.all():
        yield in_order(SHAPES[model], write(root))


def _write(folder: Path, careers: Iterator[dict[str, Any]], catalogues: Iterator[dict[str, Any]], at: datetime) -> None:
    for document in careers:
        files.write(folder / "careers" / f"{document['slug']}.yaml", document)
    for document in catalogues:
        for name in CATALOGUE:
            files.write(folder / "catalogue" / f"{name}.yaml", document[name])
    for edition in ToolkitEdition.objects.live(at):
        path = folder / "toolkit" / f"{KINDS[edition.kind].file}.yaml"
        files.write(path, toolkit_in_order(edition.kind, edition.document))
    # A guide that has moved would otherwise lie there twice.
    for slug in FormerSlug.objects.values_list("slug", flat=True):
        (folder / "careers" / f"{slug}.yaml").unlink(missing_ok=True)


def _read(path: Path) -> Any:
    try:
        return files.read(path)
    except DocumentError as error:
        raise ContentError(path.name, error) from error
