"""Walks a document and checks that keys lead somewhere and stand only once."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from careers.problems import Problem, shortened

Document = Mapping[str, Any]
Target = tuple[str, Collection[str]]
"""What a key names, in words, and the known keys."""


def entries(document: Any, path: str = "") -> Iterator[tuple[str, str, Any]]:
    """Every entry of every mapping inside the document, as its path, its key and its value."""
    if isinstance(document, Mapping):
        for key, value in document.items():
            here = f"{path}.{key}" if path else str(key)
            yield here, str(key), value
            yield from entries(value, here)
    elif isinstance(document, list):
        for place, value in enumerate(document):
            yield from entries(value, f"{path}[{place}]")


def dangling(document: Any, path: str, targets: Mapping[str, Target]) -> Iterator[Problem]:
    """Keys that name nothing; `targets` maps an entry's key to what it names and the known ones."""
    for here, key, value in entries(document, path):
        if key in targets and value is not None:
            noun, known = targets[key]
            for name in value if isinstance(value, list) else [value]:
                if isinstance(name, str) and name not in known:
                    yield Problem(here, f"{shortened(name)} is not {noun}")


def repeated(rows: Sequence[Document], key: str, path: str) -> Iterator[Problem]:
    """Keys that stand more than once in a list."""
    counts = Counter(row[key] for row in rows)
    for place, row in enumerate(rows):
        if counts[row[key]] > 1:
            yield Problem(f"{path}[{place}].{key}", f"{shortened(row[key])} stands more than once")


def out_of_order(row: Document, pairs: Iterable[tuple[str, str]], path: str) -> Iterator[Problem]:
    """Pairs of entries whose first is above their second."""
    for low, high in pairs:
        if row.get(low) is not None and row.get(high) is not None and row[low] > row[high]:
            yield Problem(f"{path}.{high}", f"{shortened(row[high])} is below {low}, {shortened(row[low])}")
