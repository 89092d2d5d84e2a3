"""Loads the content documents into rows, dumps the rows back into documents, and rebuilds what search reads."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from careers import files
from careers.checks.toolkit import KINDS, in_order
from careers.models import Career, Catalogue, ToolkitEdition
from careers.problems import DocumentError, Problem
from careers.ready import stamp
from careers.search import indexing
from careers.services import ContentError, Loaded, load_content, write

CATALOGUE = ("competencies", "actions")
WORDS = {
    "published": "loaded and published",
    "unchanged": "already up to date",
    "kept": "kept as editors left it; load it with --overwrite to replace their work",
}


class Command(BaseCommand):
    """`content load`, `content dump` and `content index`."""

    help = "Load content from documents (load), write the working rows back (dump), or rebuild the index (index)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare what the command takes."""
        parser.add_argument("task", choices=("load", "dump", "index"))
        parser.add_argument(
            "--folder", type=Path, default=settings.BASE_DIR / "fixtures", help="where the documents lie"
        )
        parser.add_argument("--overwrite", action="store_true", help="replace what editors have changed")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the task."""
        if options["task"] == "load":
            self._load(options["folder"], options["overwrite"])
            return
        if options["task"] == "index":
            with stamp.changing():
                self.stdout.write(f"{indexing.rebuild(timezone.now())} publications indexed")
            return
        try:
            self._dump(options["folder"])
        except OSError as error:
            raise CommandError(f"{options['folder']}: cannot be written to: {error.strerror}") from error

    def _load(self, folder: Path, overwrite: bool) -> None:
        paths = sorted((folder / "careers").glob("*.yaml"))
        if not paths:
            raise CommandError(f"{folder}: holds no careers/*.yaml")
        try:
            guides = {path.name: _read(path) for path in paths}
            catalogue = {name: _read(folder / "catalogue" / f"{name}.yaml") for name in CATALOGUE}
            done = load_content(
                guides=guides,
                catalogue=catalogue,
                toolkit=_toolkit(folder / "toolkit"),
                overwrite=overwrite,
                at=timezone.now(),
            )
        except ContentError as error:
            raise CommandError(f"{error}\nNothing was loaded.") from error
        self._report(done)

    def _report(self, done: list[Loaded]) -> None:
        for outcome, words in WORDS.items():
            names = [loaded.name for loaded in done if loaded.outcome == outcome]
            if names:
                self.stdout.write(f"{len(names)} {words}: {', '.join(names)}")

    def _dump(self, folder: Path) -> None:
        for career in Career.objects.all():
            files.write(folder / "careers" / f"{career.slug}.yaml", write(career))
        for catalogue in Catalogue.objects.all():
            document = write(catalogue)
            for name in CATALOGUE:
                files.write(folder / "catalogue" / f"{name}.yaml", document[name])
        for edition in ToolkitEdition.objects.latest_of_each():
            path = folder / "toolkit" / f"{KINDS[edition.kind].file}.yaml"
            files.write(path, in_order(edition.kind, edition.document))
        self.stdout.write(f"Written to {folder}")


def _toolkit(folder: Path) -> dict[str, Any]:
    """The documents by kind; a career without a toolkit has no files."""
    kinds = {kind.file: name for name, kind in KINDS.items()}
    paths = sorted(folder.glob("*.yaml"))
    for path in paths:
        if path.stem not in kinds:
            raise ContentError(path.name, DocumentError([Problem("", f"is none of {', '.join(sorted(kinds))}")]))
    return {kinds[path.stem]: _read(path) for path in paths}


def _read(path: Path) -> Any:
    try:
        return files.read(path)
    except DocumentError as error:
        raise ContentError(path.name, error) from error
