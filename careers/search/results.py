"""A whole search: what is found, how much of it there is of which kind and guide, and what of it is shown."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from careers.models import SearchEntry
from careers.search import ranking
from careers.search.entries import LISTING
from careers.search.match import MOST, Match, matches
from careers.search.ranking import Candidate

Kind = SearchEntry.Kind
KINDS = tuple(kind.value for kind in Kind)
RANKED = 200
"""Entries of a kind that are ranked and can be paged through: those whose titles match before others."""

SHOWN = 4
"""Entries of a kind beside those of other kinds."""

PAGE = 50
"""Entries of the only kind that was chosen, on one page."""

MOST_GUIDES = 8
"""Guides that are offered as filters."""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of one kind: how many there are, how many of them can be paged through, and those that are shown."""

    kind: str
    count: int
    pages: int
    page: int
    entries: tuple[SearchEntry, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brought, before and after filters; counts end at MOST, and `is_cut` tells that they did."""

    count: int
    is_cut: bool
    by_kind: Mapping[str, int]
    by_guide: Mapping[str, int]
    about: int
    mentioning: int
    guides: tuple[str, ...]
    groups: tuple[Group, ...]
    places: tuple[SearchEntry, ...]


def search(
    words: Sequence[str], *, at: datetime, kinds: Sequence[str] = (), guides: Sequence[str] = (), page: int = 1
) -> Found:
    """What live entries answer, in at most five queries however much there is."""
    found = matches(words, at=at)
    is_cut, found = len(found) > MOST, found[:MOST]
    by_guide = Counter(match.slug for match in found)
    known = tuple(slug for slug in guides if is_cut or slug in by_guide)
    groups = _groups(_chosen(words, found, is_cut, kinds, known, at), words, kinds, page)
    offered = [slug for slug, _ in sorted(by_guide.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_GUIDES]]
    told = {match.slug for match in found if match.kind in {Kind.GUIDE, Kind.SECTION, Kind.QUESTION}}
    about = {match.slug for match in found if match.kind == Kind.GUIDE and match.in_title}
    return Found(
        count=len(found),
        is_cut=is_cut,
        by_kind=Counter(match.kind for match in found),
        by_guide=by_guide,
        about=len(about),
        mentioning=len(told - about),
        guides=known,
        groups=groups,
        places=_places([*offered, *known], groups, at),
    )


def _chosen(
    words: Sequence[str],
    found: list[Match],
    is_cut: bool,
    kinds: Sequence[str],
    slugs: Sequence[str],
    at: datetime,
) -> list[Match]:
    if is_cut and (kinds or slugs):
        # What was cut off may be just what was chosen.
        return matches(words, at=at, kinds=kinds, slugs=slugs)[:MOST]
    return [match for match in found if (not kinds or match.kind in kinds) and (not slugs or match.slug in slugs)]


def _groups(found: list[Match], words: Sequence[str], kinds: Sequence[str], page: int) -> tuple[Group, ...]:
    of_kind = {kind: [match.id for match in found if match.kind == kind] for kind in KINDS}
    order = _ranked([key for keys in of_kind.values() for key in keys[:RANKED]], words)
    size = PAGE if len(kinds) == 1 else SHOWN
    cut = {kind: _cut([entry.id for entry in order if entry.kind == kind], page, size) for kind in KINDS}
    shown = [key for _, _, keys in cut.values() for key in keys]
    rows = SearchEntry.objects.defer("words", "body_words").in_bulk(shown)
    return tuple(
        Group(kind, len(of_kind[kind]), pages, page, tuple(rows[key] for key in keys if key in rows))
        for kind, (page, pages, keys) in cut.items()
        if keys
    )


def _ranked(keys: list[int], words: Sequence[str]) -> list[Candidate]:
    columns = ("pk", "kind", "slug", "place", "words", "body_words")
    rows = SearchEntry.objects.filter(pk__in=keys).values_list(*columns)
    return ranking.ranked((Candidate(*row) for row in rows), words)


def _cut(keys: list[int], page: int, size: int) -> tuple[int, int, list[int]]:
    pages = max(1, -(-len(keys) // size)) if size == PAGE else 1
    page = min(max(1, page), pages)
    return page, pages, keys[(page - 1) * size : page * size]


def _places(slugs: Iterable[str], groups: Sequence[Group], at: datetime) -> tuple[SearchEntry, ...]:
    """The guides to name, and the sections to which the shown skills and actions lead."""
    led = {entry.slug for group in groups if group.kind in {Kind.SKILL, Kind.ACTION} for entry in group.entries}
    guides = Q(kind=Kind.GUIDE, slug__in={*slugs})
    sections = Q(kind=Kind.SECTION, part__in=LISTING, slug__in=led)
    rows = SearchEntry.objects.live(at).filter(guides | sections).order_by("place", "pk")
    return tuple(rows.only("kind", "slug", "part", "anchor", "title", "card"))
