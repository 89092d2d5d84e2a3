"""Loads the content documents into rows, writes them back, takes others in, and rebuilds what search reads."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from careers.management import folder, importing
from careers.ready import stamp
from careers.search import indexing
from careers.services import ContentError, Loaded, load_content

WORDS = {
    "published": "loaded and published",
    "unchanged": "already up to date",
    "kept": "kept as editors left it; load it with --overwrite to replace their work",
    "moved": "left alone, because the guide has another address now; write the documents anew with content dump",
}


class Command(BaseCommand):
    """`content load`, `content dump`, `content import` and `content index`."""

    help = (
        "Load the site's documents (load), write what is published back (dump), take documents in as drafts (import), "
        "or rebuild the index (index)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare what the command takes."""
        parser.add_argument("task", choices=("load", "dump", "import", "index"))
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="import: the documents")
        parser.add_argument(
            "--folder", type=Path, default=settings.BASE_DIR / "fixtures", help="where the documents lie"
        )
        parser.add_argument("--overwrite", action="store_true", help="load: replace what editors have changed")
        parser.add_argument("--yes", action="store_true", help="import: do not ask")
        parser.add_argument("--publish", action="store_true", help="import: publish at once what came in")
        parser.add_argument("--draft", action="store_true", help="dump: write what editors work on, not what is live")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the task."""
        if options["files"] and options["task"] != "import":
            raise CommandError(f"content {options['task']} takes no files.")
        match options["task"]:
            case "load":
                self._load(options["folder"], options["overwrite"])
            case "dump":
                self._dump(options["folder"], options["draft"])
            case "import":
                agreed, published = options["yes"], options["publish"]
                importing.take_in(
                    options["files"], is_agreed=agreed, is_published=published, at=timezone.now(), say=self.stdout.write
                )
            case "index":
                with stamp.changing():
                    self.stdout.write(f"{indexing.rebuild(timezone.now())} publications indexed")

    def _load(self, path: Path, overwrite: bool) -> None:
        try:
            guides = folder.guides(path)
            if not guides:
                raise CommandError(f"{path}: holds no careers/*.yaml")
            done = load_content(
                guides=guides,
                catalogue=folder.catalogue(path),
                toolkit=folder.toolkit(path),
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

    def _dump(self, path: Path, is_draft: bool) -> None:
        try:
            (folder.write_working if is_draft else folder.write_published)(path, timezone.now())
        except OSError as error:
            raise CommandError(f"{path}: cannot be written to: {error.strerror}") from error
        self.stdout.write(f"Written to {path}")
