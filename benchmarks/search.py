"""How long index and search take on the database that DATABASE_URL names: `python -m benchmarks.search [SECTIONS ...]`.

Guides are made from the real ones until there are as many sections, in a database of its own that is gone afterwards.
Times are those of whole answers, from the request to the last byte, without a network; CPU is this process's own, which
other work on the machine does not change, but leaves out what a PostgreSQL server does.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

import django

from benchmarks import many

SIZES = (1_000, 10_000)
ROUNDS = 40
QUERIES = {
    "all guides": "",
    "one word that most texts hold": "?q=health",
    "one word of some texts": "?q=nursing",
    "two words": "?q=nurse+informatics",
    "twelve words": "?q=clinical+data+health+work+care+system+nurse+record+team+year+lead+degree",
    "one word of one guide": "?q=rare17",
    "all sections with a word": "?q=nursing&kind=section&page=2",
    "one guide's results": "?q=nursing&guide=made-3",
    "a word that nothing holds": "?q=nursign",
}


def main(sizes: Sequence[int]) -> None:
    """Print a table for each size, in milliseconds."""
    django.setup()
    from django.conf import settings
    from django.test import Client

    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    settings.SECURE_SSL_REDIRECT = False
    with _database():
        held = 0
        for size in sorted(sizes):
            held = _fill(held, size)
            print(f"\n{size:,} sections, {held:,} guides\n{'':34}{'CPU p50':>9}{'p50':>9}{'p95':>9}")
            for name, query in QUERIES.items():
                print(f"{name:34}{_row(Client(), f'/careers/{query}')}")


def _row(client: Any, path: str) -> str:
    rounds = [_round(client, path) for _ in range(ROUNDS)]
    cpu, whole = (sorted(1000 * taken for taken in column) for column in zip(*rounds, strict=True))
    return f"{median(cpu):9.1f}{median(whole):9.1f}{quantiles(whole, n=20)[18]:9.1f}"


def _round(client: Any, path: str) -> tuple[float, float]:
    cpu, start = process_time(), perf_counter()
    response = client.get(path)
    taken = process_time() - cpu, perf_counter() - start
    if response.status_code != 200:
        sys.exit(f"{path} answers {response.status_code}")
    return taken


@contextmanager
def _database() -> Iterator[None]:
    from django.conf import settings
    from django.db import connection

    with TemporaryDirectory(prefix="cmio-search-") as folder:
        # Without a stamp no page is kept: every answer is made anew.
        settings.READY_PAGES = folder
        plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
        settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = f"{folder}/search.sqlite3"
        kept = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            yield
        finally:
            connection.creation.destroy_test_db(kept, verbosity=0)


def _fill(held: int, sections: int) -> int:
    """Publish made guides until there are that many sections; how many guides there are then."""
    from django.db import connection, transaction

    from careers.models import SearchEntry

    models = _models()
    with transaction.atomic():
        while SearchEntry.objects.filter(kind="section").count() < sections:
            many.publish(many.made(models[held % len(models)], held))
            held += 1
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return held


def _models() -> list[Any]:
    from django.conf import settings

    from careers import files

    return [files.read(path) for path in sorted((settings.BASE_DIR / "fixtures" / "careers").glob("*.yaml"))]


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cmio_coach.settings")
    main([int(argument) for argument in sys.argv[1:]] or SIZES)
