"""What the address of the index asks for; whatever is no choice there is is left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from careers.presentation import cards
from careers.search.words import LONGEST_QUERY, Query, query

KINDS = {
    "guide": "Guides",
    "section": "Sections",
    "skill": "Skills",
    "question": "Questions",
    "action": "Steps",
}
"""Kinds of results in the order in which they are shown, with their names."""

CHECKS = {"yes": "Offered here", "no": "Not yet"}
PAY = {
    cards.MEASURED: "Dated, from 30 or more",
    cards.WEAKER: "Weaker evidence",
    cards.DISPUTED: "Sources disagree",
    cards.NONE: "No figure",
}
MOST_CHOSEN = 20
LONGEST_SLUG = 80
LAST_PAGE = 100_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with the filters and the page that were chosen."""

    text: str = ""
    kinds: tuple[str, ...] = ()
    guides: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    pay: tuple[str, ...] = ()
    page: int = 1

    @property
    def query(self) -> Query:
        """The words that are looked for; none where the text holds no word."""
        return query(self.text)

    def address(self, **changes: object) -> str:
        """The query part of the address that asks for the same with these changes."""
        found = replace(self, **changes)  # type: ignore[arg-type]
        pairs = [("q", found.text)] if found.text else []
        named = {"kind": found.kinds, "guide": found.guides, "check": found.checks, "pay": found.pay}
        pairs += [(name, value) for name, values in named.items() for value in values]
        pairs += [("page", str(found.page))] if found.page > 1 else []
        return f"?{urlencode(pairs)}"


def asked(values: Mapping[str, Sequence[str]]) -> Asked:
    """What the parameters of an address ask for; the last of several queries and pages counts."""
    return Asked(
        text=_last(values, "q").replace("\0", " ").strip()[:LONGEST_QUERY],
        kinds=_choices(values, "kind", KINDS),
        guides=tuple(slug for slug in _given(values, "guide") if len(slug) <= LONGEST_SLUG and _is_slug(slug)),
        checks=_choices(values, "check", CHECKS),
        pay=_choices(values, "pay", PAY),
        page=_page(_last(values, "page")),
    )


def _last(values: Mapping[str, Sequence[str]], name: str) -> str:
    return next(reversed(values.get(name, [])), "")


def _given(values: Mapping[str, Sequence[str]], name: str) -> list[str]:
    return list(dict.fromkeys(values.get(name, ())))[:MOST_CHOSEN]


def _choices(values: Mapping[str, Sequence[str]], name: str, known: Mapping[str, str]) -> tuple[str, ...]:
    given = _given(values, name)
    return tuple(key for key in known if key in given)


def _is_slug(text: str) -> bool:
    return text.isascii() and text.replace("-", "").replace("_", "").isalnum()


def _page(text: str) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) < len(str(LAST_PAGE))
    return max(1, int(text)) if is_number else 1
