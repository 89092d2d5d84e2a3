"""What the checks find in the rows of a guide or of the instrument, told where it is put right."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careers.checks.places import Place, Places
from careers.checks.publishing import Finding
from careers.models.desk.roots import Root
from careers.models.rows import Row
from careers.presentation.words import counting
from careers.services.stable import LISTED

LISTS: Mapping[type[Row], str] = {model: path for model, (path, _) in LISTED.items()}
"""Where the rows of a model stand in the document, in the order of their places."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with the field that it is about."""

    finding: Finding
    place: Place


def stopping(how_many: int) -> str:
    """How many problems stop publication, in words."""
    return f"{counting(how_many)} {'problem stops' if how_many == 1 else 'problems stop'} publication"


def counts(model: type[Row], found: Sequence[Finding]) -> Counter[int]:
    """How many findings each row of the model has, by its count in the list."""
    start = f"{LISTS[model]}["
    inside = (finding.path.removeprefix(start) for finding in found if finding.path.startswith(start))
    return Counter(int(path.partition("]")[0]) for path in inside)


def of_row(root: Root, row: Any, document: Any, found: Sequence[Finding], count: int) -> list[Placed]:
    """The findings about one row, which is the so-manieth of its list; those about no row are the root's."""
    inside = tuple(f"{path}[" for path in LISTS.values())
    if row == root:
        own = [finding for finding in found if not finding.path.startswith(inside)]
    else:
        start = f"{LISTS[type(row)]}[{count}]" if type(row) in LISTS else None
        own = [finding for finding in found if start and finding.path.startswith(start)]
    places = Places(root, document)
    return [Placed(finding, places.of(finding.path)) for finding in own]
