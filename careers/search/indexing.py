"""Writes what is derived from publications; all of it can be thrown away and made again."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet

from careers.models import Edition, InstrumentVersion, SearchEntry, SearchSource, SearchWord
from careers.models.search import FOREVER
from careers.presentation.cards import source_digests
from careers.search import entries, words
from careers.search.entries import Entry

Publication = Edition | InstrumentVersion
BATCH = 500
LONGEST_TITLE = 300
"""Letters of a title that are kept."""

MOST_INDEXED = 20_000
"""Words of one text that are searched; no part of a guide comes near."""

SHORTEST_WORD = 3
"""Letters of a word that is offered where nothing is found."""


def index(publication: Publication) -> None:
    """Derive the rows of the newest publication of its kind; those before it end when it begins."""
    owner = _owner(publication)
    found = list(_entries(publication))
    since = {"live_from": publication.live_from}
    _end_earlier(publication)
    rows = [SearchEntry(**owner, **since, **_columns(publication, place, entry)) for place, entry in enumerate(found)]
    SearchEntry.objects.bulk_create(rows, batch_size=BATCH)
    if isinstance(publication, Edition):
        digests = sorted(source_digests(publication.document))
        SearchSource.objects.bulk_create(SearchSource(**owner, **since, digest=digest) for digest in digests)
    _learn(text for entry in found for text in (entry.title, entry.text))


def withdraw(publication: Publication) -> None:
    """Drop what was derived from a publication that will never be seen; what it was to end goes on."""
    for derived in (SearchEntry, SearchSource):
        derived._default_manager.filter(**_owner(publication)).delete()
    before = _before(publication)
    if before is None:
        return
    for derived in (SearchEntry, SearchSource):
        derived._default_manager.filter(**_owner(before)).update(live_until=FOREVER)


@transaction.atomic
def rebuild(at: datetime) -> int:
    """Throw everything away and derive it from the publications that are live at that time or later; how many."""
    for model in (SearchEntry, SearchSource, SearchWord):
        model._default_manager.all().delete()
    publications = [row for model in (Edition, InstrumentVersion) for row in _needed(model, at).order_by("number")]
    for publication in publications:
        index(publication)
    return len(publications)


def refresh(at: datetime) -> None:
    """Drop what no reader will see any more, and rebuild where a publication was never indexed."""
    for derived in (SearchEntry, SearchSource):
        # A load that changes nothing writes nothing.
        if (ended := derived._default_manager.filter(live_until__lte=at)).exists():
            ended.delete()
    if any(_missing(model, at).exists() for model in (Edition, InstrumentVersion)):
        rebuild(at)


def _needed(model: type[Publication], at: datetime) -> QuerySet[Any]:
    owner = _root(model)
    newer = model._default_manager.filter(**{owner: OuterRef(owner)}, live_from__lte=at, number__gt=OuterRef("number"))
    return model._default_manager.standing().filter(~Exists(newer))


def _missing(model: type[Publication], at: datetime) -> QuerySet[Any]:
    column = "edition" if model is Edition else "version"
    return _needed(model, at).filter(~Exists(SearchEntry.objects.filter(**{column: OuterRef("pk")})), live_from__lte=at)


def _root(model: type[Publication]) -> str:
    return "career" if model is Edition else "catalogue"


def _owner(publication: Publication) -> dict[str, Publication]:
    return {"edition" if isinstance(publication, Edition) else "version": publication}


def _end_earlier(publication: Publication) -> None:
    column = "edition" if isinstance(publication, Edition) else "version"
    root = _root(type(publication))
    same = {f"{column}__{root}_id": getattr(publication, f"{root}_id")}
    for derived in (SearchEntry, SearchSource):
        earlier = derived._default_manager.filter(**same)
        earlier.filter(live_until__gt=publication.live_from).update(live_until=publication.live_from)
        # What was to begin later than this one begins will never be seen.
        earlier.filter(live_from__gte=F("live_until")).delete()


def _before(publication: Publication) -> Publication | None:
    """The publication that readers go on seeing; nothing where there is none."""
    root = _root(type(publication))
    same = type(publication)._default_manager.filter(**{f"{root}_id": getattr(publication, f"{root}_id")})
    found: Publication | None = same.exclude(pk=publication.pk).standing().first()
    return found


def _entries(publication: Publication) -> Iterable[Entry]:
    of_kind = entries.of_guide if isinstance(publication, Edition) else entries.of_catalogue
    return of_kind(publication.document)


def _columns(publication: Publication, place: int, entry: Entry) -> dict[str, Any]:
    career = publication.career if isinstance(publication, Edition) else publication.catalogue.career
    body = list(words.stems(entry.text))[:MOST_INDEXED]
    columns = {name: getattr(entry, name) for name in ("kind", "text", "context", "part", "anchor", "key", "card")}
    columns |= {
        "title": entry.title[:LONGEST_TITLE],
        "slug": career.slug,
        "place": place,
        "words": " ".join(words.stems(f"{entry.title} {entry.also}")),
        "body_words": " ".join(body),
    }
    if entry.card and entry.kind == SearchEntry.Kind.GUIDE:
        columns |= {name: entry.card[name] for name in ("is_assessed", "pay_basis", "figures", "disputed")}
    return columns


def _learn(texts: Iterable[str]) -> None:
    found = {words.readable(match[0]) for text in texts for match in words.WORD.finditer(text)}
    kept = sorted(word for word in found if len(word) >= SHORTEST_WORD and not word.isdigit())
    for first in range(0, len(kept), BATCH):
        batch = kept[first : first + BATCH]
        # Most words of a guide are known from others; asking is cheaper than trying.
        known = set(SearchWord.objects.filter(word__in=batch).values_list("word", flat=True))
        rows = [SearchWord(word=word, initial=word[0], length=len(word)) for word in batch if word not in known]
        SearchWord.objects.bulk_create(rows, ignore_conflicts=True)
