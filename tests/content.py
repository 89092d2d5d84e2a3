"""The content documents for tests: read once, handed out as copies that a test may spoil."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from shutil import copytree
from typing import Any

from django.conf import settings

from careers import files
from careers.checks.toolkit import KINDS
from careers.models import Career, Catalogue

CMIO = "chief-medical-information-officer"
FOLDER: Path = settings.BASE_DIR / "fixtures"
SLUGS = sorted(path.stem for path in (FOLDER / "careers").glob("*.yaml"))
CATALOGUE_PARTS = ("competencies", "actions")


@cache
def _guide(slug: str) -> Any:
    return files.read(FOLDER / "careers" / f"{slug}.yaml")


@cache
def _catalogue() -> Any:
    return {part: files.read(FOLDER / "catalogue" / f"{part}.yaml") for part in CATALOGUE_PARTS}


@cache
def _tool(kind: str) -> Any:
    return files.read(FOLDER / "toolkit" / f"{KINDS[kind].file}.yaml")


def tool(kind: str) -> Any:
    """The toolkit's document of that kind."""
    return deepcopy(_tool(kind))


def guide(slug: str = CMIO) -> Any:
    """A guide's document."""
    return deepcopy(_guide(slug))


def catalogue() -> Any:
    """The catalogue's document."""
    return deepcopy(_catalogue())


def section(document: Any, kind: str) -> Any:
    """The document's section of that kind."""
    return next(entry for entry in document["sections"] if entry["kind"] == kind)


def career(slug: str = CMIO) -> Career:
    """The loaded career."""
    return Career.objects.get(slug=slug)


def the_catalogue() -> Catalogue:
    """The loaded catalogue."""
    return Catalogue.objects.get(career__slug=CMIO)


def save(folder: Path, guides: dict[str, Any] | None = None, catalogue_document: Any = None) -> Path:
    """Write documents into a folder as the content command reads them; the catalogue is the real one unless given."""
    for slug, document in (guides if guides is not None else {CMIO: guide()}).items():
        files.write(folder / "careers" / f"{slug}.yaml", document)
    if catalogue_document is None:
        copytree(FOLDER / "catalogue", folder / "catalogue")
    else:
        for part in CATALOGUE_PARTS:
            files.write(folder / "catalogue" / f"{part}.yaml", catalogue_document[part])
    return folder
