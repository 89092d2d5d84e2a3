"""What stands on the rungs of the ladder: where the reader is, what they aim at, and how ready they are."""

from dataclasses import dataclass

from assessments.presentation.guide.reader import Newest, Reader

POSTS = {"cmio": "cmio-post"}
"""Conditions that say outright that somebody holds the post of a rung; nothing else makes it theirs."""


@dataclass(frozen=True, slots=True)
class Rung:
    """The tags of one rung, and the newest result where it was for this rung."""

    tags: tuple[str, ...]
    newest: Newest | None


def rung(reader: Reader, level: str) -> Rung | None:
    """What the reader has to do with that rung; nothing where they have nothing to do with it."""
    tags = []
    if POSTS.get(level) in reader.said.held:
        tags.append("You are here")
    if level == reader.target:
        tags.append("Your target")
    own = reader.newest if reader.newest and reader.newest.level == level else None
    return Rung(tuple(tags), own) if tags or own else None
