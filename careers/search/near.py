"""Words that were perhaps meant where nothing holds those that were typed."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from difflib import get_close_matches
from itertools import islice

from django.db.models import Q

from careers.models import SearchWord
from careers.search.match import existing
from careers.search.words import Query, query

MOST_READ = 2_000
"""Words that are compared with those that were typed."""

MOST_TRIED = 12
"""Queries that are tried before some are offered."""

MOST_OFFERED = 5
MOST_REPLACED = 3
"""Words of a query for which others are looked up."""

DIFFERENCE = 2
"""Letters by which a word may be longer or shorter."""

LIKENESS = 0.7
"""How alike two words have to be, 0 to 1, as difflib measures it."""


def near(asked: Query, *, at: datetime) -> list[str]:
    """Queries like this one that live entries do answer, the most alike first, in two queries of the database."""
    tried = list(islice(dict.fromkeys(_tries(asked.typed)), MOST_TRIED))
    answered = existing([query(text).stems for text in tried], at=at)
    return [tried[place] for place in answered][:MOST_OFFERED]


def _tries(typed: Sequence[str]) -> Iterator[str]:
    vocabulary = _vocabulary(typed[:MOST_REPLACED])
    for place, word in enumerate(typed[:MOST_REPLACED]):
        for other in get_close_matches(word, vocabulary, n=3, cutoff=LIKENESS):
            if other != word:
                yield " ".join((*typed[:place], other, *typed[place + 1 :]))
    if len(typed) > 1:
        yield from typed


def _vocabulary(typed: Sequence[str]) -> list[str]:
    alike = Q(pk__in=())
    for word in typed:
        # The first two letters may have changed places, or the first may be one too many.
        alike |= Q(initial__in={*word[:2]}, length__range=(len(word) - DIFFERENCE, len(word) + DIFFERENCE))
    return list(SearchWord.objects.filter(alike).order_by("word").values_list("word", flat=True)[:MOST_READ])
