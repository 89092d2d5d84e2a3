"""The documents that compare and revert let an editor choose between."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404

from careers.models import Draft
from careers.models.desk.roots import Root, noun
from careers.presentation.versions import DRAFT, Version, versions
from careers.services import write


@dataclass(frozen=True, slots=True)
class Choice:
    """All that can be chosen, the draft first, and what is live."""

    root: Root
    versions: Mapping[str, Version]
    live: Version | None

    def find(self, value: str) -> Version:
        """The one that stands for the value in an address; not found where there is none."""
        if value not in self.versions:
            raise Http404
        return self.versions[value]

    def document(self, version: Version) -> dict[str, Any]:
        """What it says."""
        if version.value == DRAFT:
            return write(self.root)
        found: dict[str, Any] = self.root.published.values_list("document", flat=True).get(number=int(version.value))
        return found


def choice(root: Root, *, at: datetime) -> Choice:
    """What there is of a guide or of the instrument, in three queries, without a document."""
    rows = list(root.published.values_list("number", "live_from"))
    names = Draft.objects.of(root).exclude(published_as=None).order_by("ended_at").values_list("published_as", "name")
    found = {version.value: version for version in versions(noun(root), rows, dict(names), at=at)}
    live = root.published.live(at).values_list("number", flat=True).first()
    return Choice(root, found, found[str(live)] if live else None)
