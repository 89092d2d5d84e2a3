"""A guide or the instrument, as the first page of the desk looks at it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from careers.standing import Standing


@dataclass(frozen=True, slots=True)
class Subject:
    """The working document of a guide or of the instrument, how it stands, and where its rows are edited.

    `row` is the address of the form of one row, by model and key.
    """

    pk: int
    title: str
    short: str
    is_guide: bool
    document: Mapping[str, Any]
    standing: Standing
    owner: str
    address: str
    row: Callable[[str, str], str]

    @property
    def name(self) -> str:
        """What tells it apart from all others, in addresses."""
        return f"{'career' if self.is_guide else 'catalogue'}-{self.pk}"

    @property
    def owner_parts(self) -> tuple[str, str]:
        """The owner's address before and from its “@”, where a narrow column may break it."""
        name, at, host = self.owner.partition("@")
        return name, at + host

    @property
    def publication(self) -> str:
        """What a number of it is called."""
        return "Edition" if self.is_guide else "Version"

    @property
    def called(self) -> str:
        """What it is called within a sentence."""
        return f"the {self.short} guide" if self.is_guide else "the instrument"
