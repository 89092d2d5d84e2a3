"""The page of a search: what was found in words, by kind, with filters."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, cast

from careers.models import SearchEntry
from careers.presentation import hits, words
from careers.presentation.asked import KINDS, Asked
from careers.presentation.cards import Card
from careers.presentation.filters import filters, of_labels
from careers.presentation.hits import Hit
from careers.presentation.index import listing
from careers.presentation.pages import Pages, pages
from careers.search.excerpts import excerpt, marked
from careers.search.results import RANKED, Found, Group


@dataclass(frozen=True, slots=True)
class Shown:
    """The results of one kind; guides are rows of a listing, everything else is a hit."""

    kind: str
    title: str
    hits: tuple[Hit, ...]
    listing: dict[str, Any] | None
    all: str
    all_words: str
    pages: Pages | None
    is_cut: bool


def page(found: Found, asked: Asked, near: Sequence[str]) -> dict[str, Any]:
    """The page; `near` are queries that do find something."""
    stems = asked.query.stems
    return {
        "asked": asked,
        "title": _title(found, asked),
        "count": f"{_count(found)} for “{asked.text}”",
        "kinds": [_jump(group) for group in found.groups],
        "filters": _filters(found, asked),
        "groups": [_shown(group, asked, stems, found) for group in found.groups],
        "near": [(text, Asked(text=text).address()) for text in near],
        "everything": asked.address(kinds=(), guides=(), page=1),
    }


def counted(kind: str, count: int) -> str:
    """42 sections, 1 skill."""
    return words.counted(count, KINDS[kind].lower().removesuffix("s"))


def _count(found: Found) -> str:
    return f"More than {words.counted(found.count, 'result')}" if found.is_cut else words.counted(found.count, "result")


def _title(found: Found, asked: Asked) -> str:
    if not found.count:
        return f"Nothing found for “{asked.text}”"
    if found.is_cut or not (found.about or found.mentioning):
        return f"Results for “{asked.text}”"
    about, mentioning = _guides(found.about), words.counting(found.mentioning)
    if not found.about:
        return f"{_guides(found.mentioning)} {'mentions' if found.mentioning == 1 else 'mention'} “{asked.text}”"
    title = f"{about} {'is' if found.about == 1 else 'are'} about “{asked.text}”"
    rest = f"; {mentioning.lower()} more {'mentions' if found.mentioning == 1 else 'mention'} it"
    return f"{title}{rest if found.mentioning else ''}"


def _guides(count: int) -> str:
    return f"{words.counting(count)} guide{'' if count == 1 else 's'}"


def _jump(group: Group) -> tuple[str, str]:
    return group.kind, counted(group.kind, group.count)


def _filters(found: Found, asked: Asked) -> Any:
    names = {place.slug: place.card["short"] for place in found.places if place.kind == "guide" and place.card}
    by_count = sorted(names, key=lambda slug: (-found.by_guide.get(slug, 0), names[slug]))
    labels = {slug: names[slug] for slug in by_count}
    kinds, guides = (None, None) if found.is_cut else (found.by_kind, found.by_guide)
    return filters(
        of_labels("kind", "Kind", KINDS, kinds, asked.kinds),
        of_labels("guide", "Guide", labels, guides, found.guides),
    )


def _shown(group: Group, asked: Asked, stems: Collection[str], found: Found) -> Shown:
    is_guide, is_only = group.kind == "guide", len(asked.kinds) == 1
    more = not is_only and group.count > len(group.entries)
    return Shown(
        kind=group.kind,
        title=KINDS[group.kind],
        hits=() if is_guide else tuple(hits.hit(entry, stems, found.places) for entry in group.entries),
        listing=_rows(group.entries, stems) if is_guide else None,
        all=asked.address(kinds=(group.kind,), page=1) if more else "",
        all_words=f"All {counted(group.kind, group.count)}" if more and not found.is_cut else "All of them",
        pages=pages(asked, group.page, group.pages) if is_only else None,
        is_cut=is_only and group.page == group.pages and group.count > RANKED,
    )


def _rows(entries: Sequence[SearchEntry], stems: Collection[str]) -> dict[str, Any]:
    found = listing([cast("Card", entry.card) for entry in entries])
    for row, entry in zip(found["rows"], entries, strict=True):
        row["marked_title"] = marked(entry.title, stems)
        row["marked_text"] = marked(excerpt(entry.text, stems), stems)
    return found
